using System.Globalization;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.Segments.Rules.Choices;

/// <summary>
/// The members of one of the platform's enumerations, by their names in the working language; other shops know them by their names in the platform.
/// </summary>
public abstract class EnumChoices<T>(string name, ILocalizationService localizationService) : IChoiceList where T : struct, Enum
{
    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChoiceItem>> SearchAsync(string term, int count) =>
        (await AllAsync()).Where(item => item.Text.Contains(term, StringComparison.CurrentCultureIgnoreCase)).Take(count).ToList();

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChoiceItem>> FindAsync(IReadOnlyCollection<int> ids) => (await AllAsync()).Where(item => ids.Contains(item.Id)).ToList();

    /// <inheritdoc />
    public Task<IReadOnlyCollection<int>> FindExistingAsync(IReadOnlyCollection<int> ids) =>
        Task.FromResult<IReadOnlyCollection<int>>(Enum.GetValues<T>().Select(IdOf).Where(ids.Contains).ToList());

    /// <inheritdoc />
    public async Task<ILookup<string, int>> ResolveAsync(IReadOnlyCollection<string> names)
    {
        var asked = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return (await AllAsync())
            .SelectMany(item => new[] { item.Text, NameOf(item.Id) }.Distinct(StringComparer.OrdinalIgnoreCase).Where(asked.Contains).Select(known => (known, item.Id)))
            .ToLookup(pair => pair.known, pair => pair.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<int, string>> NameAsync(IReadOnlyCollection<int> ids) =>
        Task.FromResult<IReadOnlyDictionary<int, string>>(Enum.GetValues<T>().Select(IdOf).Where(ids.Contains).ToDictionary(id => id, NameOf));

    private async Task<List<ChoiceItem>> AllAsync()
    {
        var items = new List<ChoiceItem>();
        foreach (var member in Enum.GetValues<T>())
            items.Add(new ChoiceItem(IdOf(member), await localizationService.GetLocalizedEnumAsync(member)));
        return items;
    }

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
