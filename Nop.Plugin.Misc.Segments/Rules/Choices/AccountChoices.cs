using Nop.Core.Domain.Affiliates;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Stores;
using Nop.Core.Domain.Vendors;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Choices;

/// <summary>The shop's countries.</summary>
public sealed class CountryChoices(IRepository<Country> countries)
    : NamedChoices(ListName, () => countries.Table.Select(c => new NamedRow { Id = c.Id, Name = c.Name, Detail = string.Empty, Order = c.DisplayOrder }))
{
    internal const string ListName = "countries";
}

/// <summary>The states and provinces, each with its country.</summary>
public sealed class StateChoices(IRepository<StateProvince> states, IRepository<Country> countries)
    : NamedChoices(ListName, () => states.Table.Join(countries.Table, s => s.CountryId, c => c.Id,
        (s, c) => new NamedRow { Id = s.Id, Name = s.Name, Detail = c.Name, Order = s.DisplayOrder }))
{
    internal const string ListName = "states";
}

/// <summary>The shop's customer roles.</summary>
public sealed class RoleChoices(IRepository<CustomerRole> roles)
    : NamedChoices(ListName, () => roles.Table.Select(r => new NamedRow { Id = r.Id, Name = r.Name, Detail = string.Empty, Order = 0 }), isOrdered: false)
{
    internal const string ListName = "roles";
}

/// <summary>The shop's stores.</summary>
public sealed class StoreChoices(IRepository<Store> stores)
    : NamedChoices(ListName, () => stores.Table.Where(s => !s.Deleted).Select(s => new NamedRow { Id = s.Id, Name = s.Name, Detail = string.Empty, Order = s.DisplayOrder }))
{
    internal const string ListName = "stores";
}

/// <summary>The shop's languages.</summary>
public sealed class LanguageChoices(IRepository<Language> languages)
    : NamedChoices(ListName, () => languages.Table.Select(l => new NamedRow { Id = l.Id, Name = l.Name, Detail = string.Empty, Order = l.DisplayOrder }))
{
    internal const string ListName = "languages";
}

/// <summary>The shop's currencies, each with its code.</summary>
public sealed class CurrencyChoices(IRepository<Currency> currencies)
    : NamedChoices(ListName, () => currencies.Table.Select(c => new NamedRow { Id = c.Id, Name = c.Name, Detail = c.CurrencyCode, Order = c.DisplayOrder }))
{
    internal const string ListName = "currencies";
}

/// <summary>The shop's vendors.</summary>
public sealed class VendorChoices(IRepository<Vendor> vendors)
    : NamedChoices(ListName, () => vendors.Table.Where(v => !v.Deleted).Select(v => new NamedRow { Id = v.Id, Name = v.Name, Detail = string.Empty, Order = v.DisplayOrder }))
{
    internal const string ListName = "vendors";
}

/// <summary>The kinds of newsletter.</summary>
public sealed class NewsletterTypeChoices(IRepository<NewsLetterSubscriptionType> types)
    : NamedChoices(ListName, () => types.Table.Select(t => new NamedRow { Id = t.Id, Name = t.Name, Detail = string.Empty, Order = t.DisplayOrder }))
{
    internal const string ListName = "newsletterTypes";
}

/// <summary>The shop's affiliates, by the name in their address; by what stands in their links where there is no name.</summary>
public sealed class AffiliateChoices(IRepository<Affiliate> affiliates, IRepository<Address> addresses) : ListedChoices(ListName)
{
    internal const string ListName = "affiliates";

    /// <inheritdoc />
    protected override async Task<IReadOnlyList<ChoiceItem>> AllAsync()
    {
        var named = await affiliates.Table.Where(a => !a.Deleted)
            .Join(addresses.Table, a => a.AddressId, a => a.Id, (affiliate, address) => new { affiliate.Id, affiliate.FriendlyUrlName, address.FirstName, address.LastName })
            .ToListAsync();
        return named.Select(a => (a.Id, Name: $"{a.FirstName} {a.LastName}".Trim(), Link: a.FriendlyUrlName ?? string.Empty))
            .Select(a => a.Name.Length > 0 ? new ChoiceItem(a.Id, a.Name, a.Link.Length > 0 ? a.Link : null) : new ChoiceItem(a.Id, a.Link))
            .OrderBy(item => item.Text, StringComparer.OrdinalIgnoreCase).ThenBy(item => item.Id).ToList();
    }

    /// <inheritdoc />
    protected override IEnumerable<string> NamesOf(ChoiceItem item) => item.Detail is { } link ? [item.Text, link] : [item.Text];
}

/// <summary>The values of each customer attribute that is chosen from a list.</summary>
public sealed class AttributeValueChoiceFamily(IRepository<CustomerAttributeValue> values) : IChoiceListFamily
{
    private const string ListPrefix = "attributeValues:";

    /// <inheritdoc />
    public string Prefix => ListPrefix;

    /// <summary>The name of the list of an attribute's values.</summary>
    internal static string NameOf(int attributeId) => FormattableString.Invariant($"{ListPrefix}{attributeId}");

    /// <inheritdoc />
    public IChoiceList? Find(string key) =>
        int.TryParse(key, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id) ? new Values(id, values) : null;

    private sealed class Values(int attributeId, IRepository<CustomerAttributeValue> values) : NamedChoices(NameOf(attributeId),
        () => values.Table.Where(v => v.AttributeId == attributeId).Select(v => new NamedRow { Id = v.Id, Name = v.Name, Detail = string.Empty, Order = v.DisplayOrder }));
}
