using Nop.Core.Domain.Affiliates;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Stores;
using Nop.Core.Domain.Vendors;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

/// <summary>What all shops of a run have in common, and a database keeps from one to the next: mostly what rules can choose from.</summary>
internal sealed class ShopBasics
{
    private const string Everybody = """
        { "version": 1, "rules": { "match": "all", "rules": [{ "field": "customer.registeredOn", "operator": "isNotEmpty" }] } }
        """;

    public static ShopBasics Plain { get; } = new();

    public List<CustomerRole> Roles { get; } =
    [
        new CustomerRole { Id = 1, SystemName = "Registered", Name = "Registered", Active = true },
        new CustomerRole { Id = 2, SystemName = "Guests", Name = "Guests", Active = true },
        new CustomerRole { Id = 3, SystemName = "Wholesale", Name = "Wholesale", Active = true },
        new CustomerRole { Id = 4, Name = "Friends", Active = true }
    ];

    public List<Country> Countries { get; } =
    [
        new Country { Id = 1, Name = "Austria", TwoLetterIsoCode = "AT", ThreeLetterIsoCode = "AUT" },
        new Country { Id = 2, Name = "Belgium", TwoLetterIsoCode = "BE", ThreeLetterIsoCode = "BEL" },
        new Country { Id = 3, Name = "Chile", TwoLetterIsoCode = "CL", ThreeLetterIsoCode = "CHL" }
    ];

    public List<StateProvince> States { get; } =
    [
        new StateProvince { Id = 1, CountryId = 1, Name = "Styria" },
        new StateProvince { Id = 2, CountryId = 1, Name = "Tyrol" },
        new StateProvince { Id = 3, CountryId = 2, Name = "Antwerp" }
    ];

    public List<Store> Stores { get; } =
    [
        new Store { Id = 1, Name = "One", Url = "http://one.example.com/" },
        new Store { Id = 2, Name = "Two", Url = "http://two.example.com/" },
        new Store { Id = 3, Name = "Three", Url = "http://three.example.com/" }
    ];

    public List<Language> Languages { get; } =
    [
        new Language { Id = 1, Name = "English", LanguageCulture = "en-US", UniqueSeoCode = "en", Published = true },
        new Language { Id = 2, Name = "Deutsch", LanguageCulture = "de-DE", UniqueSeoCode = "de", Published = true },
        new Language { Id = 3, Name = "Nederlands", LanguageCulture = "nl-NL", UniqueSeoCode = "nl", Published = true }
    ];

    public List<Currency> Currencies { get; } =
    [
        new Currency { Id = 1, Name = "Euro", CurrencyCode = "EUR", Rate = 1, CreatedOnUtc = DateTime.UnixEpoch, UpdatedOnUtc = DateTime.UnixEpoch },
        new Currency { Id = 2, Name = "Dollar", CurrencyCode = "USD", Rate = 2, CreatedOnUtc = DateTime.UnixEpoch, UpdatedOnUtc = DateTime.UnixEpoch },
        new Currency { Id = 3, Name = "Franc", CurrencyCode = "CHF", Rate = 3, CreatedOnUtc = DateTime.UnixEpoch, UpdatedOnUtc = DateTime.UnixEpoch }
    ];

    public List<NewsLetterSubscriptionType> NewsletterTypes { get; } =
    [
        new NewsLetterSubscriptionType { Id = 1, Name = "News" },
        new NewsLetterSubscriptionType { Id = 2, Name = "Offers" }
    ];

    public List<Address> Addresses { get; } =
    [
        new Address { Id = 1, CountryId = 1, CreatedOnUtc = DateTime.UnixEpoch },
        new Address { Id = 2, CountryId = 2, CreatedOnUtc = DateTime.UnixEpoch },
        new Address { Id = 3, CountryId = 3, CreatedOnUtc = DateTime.UnixEpoch },
        new Address { Id = 4, CreatedOnUtc = DateTime.UnixEpoch },
        new Address { Id = 5, CountryId = 1, CreatedOnUtc = DateTime.UnixEpoch }
    ];

    public List<Affiliate> Affiliates { get; } =
    [
        new Affiliate { Id = 1, AddressId = 1, Active = true },
        new Affiliate { Id = 2, AddressId = 2, Active = true }
    ];

    public List<Vendor> Vendors { get; } =
    [
        new Vendor { Id = 1, Name = "Smith", Active = true },
        new Vendor { Id = 2, Name = "Jones", Active = true }
    ];

    public List<Manufacturer> Manufacturers { get; } =
    [
        new Manufacturer { Id = 1, Name = "Acme", Published = true, CreatedOnUtc = DateTime.UnixEpoch, UpdatedOnUtc = DateTime.UnixEpoch },
        new Manufacturer { Id = 2, Name = "Bolt", Published = true, CreatedOnUtc = DateTime.UnixEpoch, UpdatedOnUtc = DateTime.UnixEpoch },
        new Manufacturer { Id = 3, Name = "Cog", Published = true, CreatedOnUtc = DateTime.UnixEpoch, UpdatedOnUtc = DateTime.UnixEpoch }
    ];

    public List<ProductTag> Tags { get; } =
    [
        new ProductTag { Id = 1, Name = "new" },
        new ProductTag { Id = 2, Name = "nice" },
        new ProductTag { Id = 3, Name = "odd" }
    ];

    public List<Discount> Discounts { get; } =
    [
        new Discount { Id = 1, Name = "Spring", IsActive = true },
        new Discount { Id = 2, Name = "Letter", IsActive = true, RequiresCouponCode = true, CouponCode = "LETTER" },
        new Discount { Id = 3, Name = "Friends only", CouponCode = "OLD" },
        new Discount { Id = 4, Name = "Sorry", IsActive = true, RequiresCouponCode = true, CouponCode = "SORRY" }
    ];

    /// <summary>Attributes whose numbers begin alike, of each kind of control that rules know.</summary>
    public List<CustomerAttribute> Attributes { get; } =
    [
        new CustomerAttribute { Id = 1, Name = "Size", AttributeControlType = AttributeControlType.DropdownList },
        new CustomerAttribute { Id = 2, Name = "Interests", AttributeControlType = AttributeControlType.Checkboxes },
        new CustomerAttribute { Id = 3, Name = "Remark", AttributeControlType = AttributeControlType.TextBox },
        new CustomerAttribute { Id = 11, Name = "Colour", AttributeControlType = AttributeControlType.RadioList },
        new CustomerAttribute { Id = 32, Name = "Motto", AttributeControlType = AttributeControlType.MultilineTextbox },
        new CustomerAttribute { Id = 21, Name = "Options", AttributeControlType = AttributeControlType.ReadonlyCheckboxes }
    ];

    public List<CustomerAttributeValue> AttributeValues { get; } =
    [
        new CustomerAttributeValue { Id = 1, AttributeId = 1, Name = "S" },
        new CustomerAttributeValue { Id = 2, AttributeId = 1, Name = "M" },
        new CustomerAttributeValue { Id = 11, AttributeId = 1, Name = "L" },
        new CustomerAttributeValue { Id = 12, AttributeId = 2, Name = "Bikes" },
        new CustomerAttributeValue { Id = 3, AttributeId = 2, Name = "Books" },
        new CustomerAttributeValue { Id = 31, AttributeId = 2, Name = "Boats" },
        new CustomerAttributeValue { Id = 4, AttributeId = 11, Name = "Red" },
        new CustomerAttributeValue { Id = 41, AttributeId = 11, Name = "Green" },
        new CustomerAttributeValue { Id = 5, AttributeId = 21, Name = "Gift wrap" },
        new CustomerAttributeValue { Id = 51, AttributeId = 21, Name = "Catalogue" }
    ];

    public List<CustomerList> Lists { get; } =
    [
        new CustomerList { Id = 1, Name = "Fair", CreatedOnUtc = DateTime.UnixEpoch },
        new CustomerList { Id = 2, Name = "Press", CreatedOnUtc = DateTime.UnixEpoch },
        new CustomerList { Id = 3, Name = "Empty", CreatedOnUtc = DateTime.UnixEpoch }
    ];

    /// <summary>Stored segments; who is in them is not what their rules say, but what is stored.</summary>
    public List<Segment> Segments { get; } =
    [
        NewSegment(1, "Good ones"),
        NewSegment(2, "Bad ones"),
        NewSegment(3, "Nobody")
    ];

    public CustomerRole Registered => Roles.Single(role => role.SystemName == "Registered");

    public CustomerRole Guests => Roles.Single(role => role.SystemName == "Guests");

    private static Segment NewSegment(int id, string name) => new()
    {
        Id = id,
        Name = name,
        Active = true,
        Definition = Everybody,
        State = SegmentState.Ready,
        CreatedOnUtc = DateTime.UnixEpoch,
        UpdatedOnUtc = DateTime.UnixEpoch
    };
}
