using FsCheck;
using FsCheck.Fluent;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Tax;
using Nop.Plugin.Misc.Segments.Tests.Rules.Naive;
using static Nop.Plugin.Misc.Segments.Tests.Rules.Generation.ConditionParts;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Generation;

/// <summary>Conditions about what a customer is: every field there is.</summary>
internal sealed class FieldGenerator
{
    private readonly NaiveShop _shop;
    private readonly DateOnly _today;

    public FieldGenerator(NaiveShop shop)
    {
        _shop = shop;
        _today = shop.LocalDay(shop.Now);
        Conditions = Gen.Frequency(
            (14, Gen.OneOf(TextFields())),
            (8, Gen.OneOf(ChoiceFields())),
            (3, Gen.OneOf(YesNo("customer.taxExempt"), YesNo("customer.hasCart"), YesNo("customer.hasCart"))),
            (5, Newsletter()),
            (4, Choice("customer.list", false, shop.Basics.Lists.Select(list => (list.Id, (string?)list.Name)))),
            (6, Compared("customer.age", Landmarks.Near(BirthDays().Select(day => _today.Year - day.Year), 0, 18))),
            (5, Dates("customer.birthday", BirthDays(), _today)),
            (12, Dates("customer.registeredOn", DaysOf(customer => customer.CreatedOnUtc), _today)),
            (1, Dates("customer.lastActivity", DaysOf(customer => customer.LastActivityDateUtc), _today)),
            (3, Dates("customer.lastLogin", DaysOf(customer => customer.LastLoginDateUtc), _today)),
            (3, Dates("customer.passwordChange", shop.Passwords.Select(password => shop.LocalDay(password.CreatedOnUtc)).ToList(), _today)),
            (7, Attribute()),
            (7, GenericAttribute()));
    }

    public Gen<string> Conditions { get; }

    private Gen<string>[] TextFields() =>
    [
        TextOf("email", customer => customer.Email),
        TextOf("emailDomain", customer => customer.Email?[(customer.Email.IndexOf('@') + 1)..]),
        TextOf("emailDomain", customer => customer.Email?[(customer.Email.LastIndexOf('@') + 1)..]),
        TextOf("emailDomain", customer => customer.Email?[(customer.Email.LastIndexOf('@') + 1)..]),
        TextOf("firstName", customer => customer.FirstName),
        TextOf("lastName", customer => customer.LastName),
        TextOf("company", customer => customer.Company),
        TextOf("county", customer => customer.County),
        TextOf("city", customer => customer.City),
        TextOf("zip", customer => customer.ZipPostalCode),
        TextOf("phone", customer => customer.Phone),
        TextOf("adminComment", customer => customer.AdminComment)
    ];

    private Gen<string>[] ChoiceFields() =>
    [
        Choice("customer.country", false, _shop.Basics.Countries.Select(country => (country.Id, (string?)country.Name))),
        Choice("customer.state", _shop.Basics.States.Select(state => state.Id)),
        Choice("customer.vatNumberStatus", Enum.GetValues<VatNumberStatus>().Select(status => (int)status)),
        Choice("customer.language", _shop.Basics.Languages.Select(language => language.Id)),
        Choice("customer.currency", _shop.Basics.Currencies.Select(currency => currency.Id)),
        Choice("customer.store", false, _shop.Basics.Stores.Select(store => (store.Id, (string?)store.Name))),
        Choice("customer.role", true, _shop.Basics.Roles.Select(role => (role.Id, (string?)role.Name))),
        Choice("customer.role", true, _shop.Basics.Roles.Select(role => (role.Id, (string?)role.Name))),
        Choice("customer.affiliate", _shop.Basics.Affiliates.Select(affiliate => affiliate.Id)),
        Choice("customer.vendor", false, _shop.Basics.Vendors.Select(vendor => (vendor.Id, (string?)vendor.Name))),
        Codes("customer.gender", "M", "F"),
        Codes("customer.timeZone", "Europe/Amsterdam", "America/New_York", "utc")
    ];

    private Gen<string> Newsletter()
    {
        var filter = Gen.OneOf(
            Choice("newsletter.type", _shop.Basics.NewsletterTypes.Select(type => type.Id)),
            Choice("newsletter.store", false, _shop.Basics.Stores.Select(store => (store.Id, (string?)store.Name))));

        return from value in Gen.Elements("true", "false")
               from count in Gen.Elements(0, 1, 2, 2)
               from filters in Gen.ArrayOf(filter, count)
               from text in Condition("customer.newsletter", "is", value, ("where", count == 0 ? "" : Json.Array(filters)))
               select text;
    }

    private Gen<string> Attribute() =>
        from attribute in Gen.Elements(_shop.Basics.Attributes.ToArray())
        from key in Gen.Elements(attribute.Id.ToString(), attribute.Id.ToString(), attribute.Id.ToString(), attribute.Name)
        let field = $"customer.attribute:{key}"
        from text in attribute.AttributeControlType is AttributeControlType.TextBox or AttributeControlType.MultilineTextbox
            ? Texts(field, AttributesXml.Texts)
            : Choice(field, true, _shop.Basics.AttributeValues.Where(value => value.AttributeId == attribute.Id).Select(value => (value.Id, (string?)value.Name)))
        select text;

    private Gen<string> GenericAttribute() =>
        from key in Gen.Elements("Loyalty", "Loyalty", "Loyalty", "LOYALTY", "Sign-up:source", "sign-up:Source")
        from text in Texts($"customer.genericAttribute:{key}", _shop.GenericAttributes.Select(row => row.Value))
        select text;

    private Gen<string> TextOf(string name, Func<Customer, string?> textOf) => Texts($"customer.{name}", _shop.Customers.Select(textOf));

    private List<DateOnly> BirthDays() => _shop.Customers.Where(customer => customer.DateOfBirth is not null)
        .Select(customer => DateOnly.FromDateTime(customer.DateOfBirth!.Value)).ToList();

    private List<DateOnly> DaysOf(Func<Customer, DateTime?> momentOf) => _shop.Customers.Select(momentOf)
        .Where(moment => moment is not null).Select(moment => _shop.LocalDay(moment!.Value)).ToList();
}
