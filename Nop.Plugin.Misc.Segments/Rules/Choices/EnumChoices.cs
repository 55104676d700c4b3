using System.Globalization;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Core.Domain.Shipping;
using Nop.Core.Domain.Tax;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.Segments.Rules.Choices;

/// <summary>
/// The members of one of the platform's enumerations, by their names in the working language; other shops know them by their names in the platform.
/// </summary>
public abstract class EnumChoices<T>(string name, ILocalizationService localizationService) : ListedChoices(name) where T : struct, Enum
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyList<ChoiceItem>> AllAsync()
    {
        var items = new List<ChoiceItem>();
        foreach (var member in Enum.GetValues<T>())
            items.Add(new ChoiceItem(IdOf(member), await localizationService.GetLocalizedEnumAsync(member)));
        return items;
    }

    /// <inheritdoc />
    public override Task<IReadOnlyCollection<int>> FindExistingAsync(IReadOnlyCollection<int> ids) =>
        Task.FromResult<IReadOnlyCollection<int>>(Enum.GetValues<T>().Select(IdOf).Where(ids.Contains).ToList());

    /// <inheritdoc />
    public override Task<IReadOnlyDictionary<int, string>> NameAsync(IReadOnlyCollection<int> ids) =>
        Task.FromResult<IReadOnlyDictionary<int, string>>(Enum.GetValues<T>().Select(IdOf).Where(ids.Contains).ToDictionary(id => id, NameOf));

    /// <inheritdoc />
    protected override IEnumerable<string> NamesOf(ChoiceItem item) => [NameOf(item.Id), item.Text];

    private static int IdOf(T member) => Convert.ToInt32(member, CultureInfo.InvariantCulture);

    private static string NameOf(int id) => Enum.ToObject(typeof(T), id).ToString()!;
}

/// <summary>The statuses of orders.</summary>
public sealed class OrderStatusChoices(ILocalizationService localizationService) : EnumChoices<OrderStatus>(ListName, localizationService)
{
    internal const string ListName = "orderStatuses";
}

/// <summary>The statuses of payments.</summary>
public sealed class PaymentStatusChoices(ILocalizationService localizationService) : EnumChoices<PaymentStatus>(ListName, localizationService)
{
    internal const string ListName = "paymentStatuses";
}

/// <summary>The statuses of shipping.</summary>
public sealed class ShippingStatusChoices(ILocalizationService localizationService) : EnumChoices<ShippingStatus>(ListName, localizationService)
{
    internal const string ListName = "shippingStatuses";
}

/// <summary>What the shop found out about VAT numbers.</summary>
public sealed class VatNumberStatusChoices(ILocalizationService localizationService) : EnumChoices<VatNumberStatus>(ListName, localizationService)
{
    internal const string ListName = "vatNumberStatuses";
}
