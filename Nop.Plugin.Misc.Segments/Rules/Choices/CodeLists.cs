using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Services.Localization;
using Nop.Services.Plugins;

namespace Nop.Plugin.Misc.Segments.Rules.Choices;

/// <summary>Codes of which there are so few that the whole list is looked through.</summary>
public abstract class ListedCodes(string name) : ICodeList
{
    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public async Task<IReadOnlyList<CodeItem>> SearchAsync(string term, int count) => (await AllAsync())
        .Where(item => item.Code.Contains(term, StringComparison.OrdinalIgnoreCase) || item.Text.Contains(term, StringComparison.OrdinalIgnoreCase))
        .Take(count).ToList();

    /// <inheritdoc />
    public async Task<IReadOnlyList<CodeItem>> FindAsync(IReadOnlyCollection<string> codes)
    {
        var known = (await AllAsync()).ToLookup(item => item.Code, item => item.Text, StringComparer.OrdinalIgnoreCase);
        return codes.Select(code => new CodeItem(code, known[code].FirstOrDefault() ?? code)).ToList();
    }

    /// <summary>All codes, in the order a merchant expects.</summary>
    protected abstract Task<IReadOnlyList<CodeItem>> AllAsync();
}

/// <summary>The genders that the shop knows.</summary>
public sealed class GenderCodes(ILocalizationService localizationService) : ListedCodes(ListName)
{
    internal const string ListName = "genders";

    /// <inheritdoc />
    protected override async Task<IReadOnlyList<CodeItem>> AllAsync() =>
    [
        new CodeItem("F", await TextAsync("F")),
        new CodeItem("M", await TextAsync("M"))
    ];

    private Task<string> TextAsync(string code) => localizationService.GetResourceAsync($"{SegmentsDefaults.ResourcePrefix}.Criteria.customer.gender.{code}");
}

/// <summary>The time zones that the server knows.</summary>
public sealed class TimeZoneCodes() : ListedCodes(ListName)
{
    internal const string ListName = "timeZones";

    /// <inheritdoc />
    protected override Task<IReadOnlyList<CodeItem>> AllAsync() =>
        Task.FromResult<IReadOnlyList<CodeItem>>(TimeZoneInfo.GetSystemTimeZones().Select(zone => new CodeItem(zone.Id, zone.DisplayName)).ToList());
}

/// <summary>The codes of the shop's currencies.</summary>
public sealed class CurrencyCodes(IRepository<Currency> currencies) : ListedCodes(ListName)
{
    internal const string ListName = "currencyCodes";

    /// <inheritdoc />
    protected override async Task<IReadOnlyList<CodeItem>> AllAsync() => (await currencies.Table
            .OrderBy(c => c.DisplayOrder).ThenBy(c => c.Name).Select(c => new { c.CurrencyCode, c.Name }).ToListAsync())
        .Select(c => new CodeItem(c.CurrencyCode, c.Name)).ToList();
}

/// <summary>Codes that orders hold. Just the latest orders are looked at, so that a shop with millions answers at once.</summary>
public abstract class OrderCodes(string name, IRepository<Order> orders) : ListedCodes(name)
{
    private const int LatestOrders = 20_000;

    /// <summary>The codes in one column of the orders, each once.</summary>
    protected async Task<IReadOnlyList<string>> InOrdersAsync(System.Linq.Expressions.Expression<Func<Order, string?>> code) =>
        (await orders.Table.OrderByDescending(o => o.Id).Take(LatestOrders).Select(code).Distinct().ToListAsync())
        .OfType<string>().Where(found => found.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
}

/// <summary>The ways in which orders were paid, as the plugins for them are called.</summary>
public sealed class PaymentMethodCodes(IRepository<Order> orders, IPluginManager<IPlugin> plugins) : OrderCodes(ListName, orders)
{
    internal const string ListName = "paymentMethods";

    private const string Family = "Payments.";

    /// <inheritdoc />
    protected override async Task<IReadOnlyList<CodeItem>> AllAsync()
    {
        var items = new List<CodeItem>();
        foreach (var code in await InOrdersAsync(o => o.PaymentMethodSystemName))
            items.Add(new CodeItem(code, (await plugins.LoadPluginBySystemNameAsync(code))?.PluginDescriptor?.FriendlyName is { Length: > 0 } name ? name : Shorten(code)));
        return items.OrderBy(item => item.Text, StringComparer.OrdinalIgnoreCase).ToList();
    }

    /// <summary>What is left to say where the plugin is gone.</summary>
    private static string Shorten(string code) =>
        code.StartsWith(Family, StringComparison.OrdinalIgnoreCase) && code.Length > Family.Length ? code[Family.Length..] : code;
}

/// <summary>The ways in which orders were sent.</summary>
public sealed class ShippingMethodCodes(IRepository<Order> orders) : OrderCodes(ListName, orders)
{
    internal const string ListName = "shippingMethods";

    /// <inheritdoc />
    protected override async Task<IReadOnlyList<CodeItem>> AllAsync() => (await InOrdersAsync(o => o.ShippingMethod))
        .Order(StringComparer.OrdinalIgnoreCase).Select(code => new CodeItem(code, code)).ToList();
}
