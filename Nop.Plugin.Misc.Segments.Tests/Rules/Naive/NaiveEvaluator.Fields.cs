using System.Text.Json.Nodes;
using System.Xml.Linq;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

/// <content>What a customer is.</content>
internal partial class NaiveEvaluator
{
    private const string AttributePrefix = "customer.attribute:";
    private const string GenericAttributePrefix = "customer.genericAttribute:";

    protected virtual bool HoldsField(JsonObject condition, Customer customer)
    {
        var field = Text(condition["field"]);
        var op = Text(condition["operator"]);
        var value = condition["value"];

        if (field.StartsWith(AttributePrefix, StringComparison.Ordinal))
            return HoldsAttribute(field[AttributePrefix.Length..], op, value, customer);
        if (field.StartsWith(GenericAttributePrefix, StringComparison.Ordinal))
            return HoldsTexts(op, value, GenericValuesOf(customer, field[GenericAttributePrefix.Length..]));

        return field switch
        {
            "customer.email" => HoldsText(op, value, customer.Email),
            "customer.emailDomain" => HoldsText(op, value, DomainOf(customer.Email)),
            "customer.firstName" => HoldsText(op, value, customer.FirstName),
            "customer.lastName" => HoldsText(op, value, customer.LastName),
            "customer.company" => HoldsText(op, value, customer.Company),
            "customer.county" => HoldsText(op, value, customer.County),
            "customer.city" => HoldsText(op, value, customer.City),
            "customer.zip" => HoldsText(op, value, customer.ZipPostalCode),
            "customer.phone" => HoldsText(op, value, customer.Phone),
            "customer.adminComment" => HoldsText(op, value, customer.AdminComment),
            "customer.gender" => HoldsCode(op, Texts(value), customer.Gender),
            "customer.timeZone" => HoldsCode(op, Texts(value), customer.TimeZoneId),
            "customer.age" => HoldsUnknownNumber(op, AgeInYears(customer.DateOfBirth), value!),
            "customer.birthday" => HoldsBirthday(op, value, customer.DateOfBirth),
            "customer.country" => HoldsChoice(op, Ids(condition), [customer.CountryId]),
            "customer.state" => HoldsChoice(op, Ids(condition), [customer.StateProvinceId]),
            "customer.vatNumberStatus" => HoldsChoice(op, Ids(condition), [customer.VatNumberStatusId]),
            "customer.taxExempt" => customer.IsTaxExempt == Flag(value),
            "customer.language" => HoldsChoice(op, Ids(condition), ListOf(customer.LanguageId)),
            "customer.currency" => HoldsChoice(op, Ids(condition), ListOf(customer.CurrencyId)),
            "customer.store" => HoldsChoice(op, Ids(condition), [customer.RegisteredInStoreId]),
            "customer.registeredOn" => HoldsDate(op, value, customer.CreatedOnUtc),
            "customer.lastActivity" => HoldsDate(op, value, customer.LastActivityDateUtc),
            "customer.lastLogin" => HoldsDate(op, value, customer.LastLoginDateUtc),
            "customer.passwordChange" => HoldsDate(op, value, PasswordChangeOf(customer)),
            "customer.role" => HoldsChoice(op, Ids(condition), RolesOf(customer)),
            "customer.affiliate" => HoldsChoice(op, Ids(condition), [customer.AffiliateId]),
            "customer.vendor" => HoldsChoice(op, Ids(condition), [customer.VendorId]),
            "customer.newsletter" => IsSubscribed(customer, condition["where"]?.AsArray()) == Flag(value),
            "customer.list" => HoldsChoice(op, Ids(condition), ListsOf(customer)),
            "customer.hasCart" => HasCart(customer) == Flag(value),
            _ => throw Unknown(field)
        };
    }

    protected static List<int> ListOf(int? id) => id is { } known ? [known] : [];

    protected virtual string? DomainOf(string? email) => email?.IndexOf('@') is { } at and >= 0 ? email[(at + 1)..] : null;

    // Birthdays are dates without a zone.

    protected virtual int? AgeInYears(DateTime? birth)
    {
        if (birth is not { } moment || DateOnly.FromDateTime(moment) > Today)
            return null;

        var age = 0;
        while (HasBirthdayCome(DateOnly.FromDateTime(moment).AddYears(age + 1)))
            age++;
        return age;
    }

    protected virtual bool HasBirthdayCome(DateOnly birthday) => birthday <= Today;

    protected virtual bool HoldsBirthday(string op, JsonNode? value, DateTime? birth)
    {
        DateOnly? day = birth is { } moment ? DateOnly.FromDateTime(moment) : null;
        return HoldsDay(op, value, day, days => IsBornInLast(day!.Value, days));
    }

    protected virtual bool IsBornInLast(DateOnly day, int days) => day <= Today && Today.DayNumber - day.DayNumber <= days;

    protected virtual DateTime? PasswordChangeOf(Customer customer)
    {
        DateTime? latest = null;
        foreach (var password in Shop.Passwords)
        {
            if (password.CustomerId == customer.Id && !(password.CreatedOnUtc <= latest))
                latest = password.CreatedOnUtc;
        }

        return latest;
    }

    protected virtual bool HasCart(Customer customer) =>
        Shop.CartItems.Any(item => item.CustomerId == customer.Id && item.ShoppingCartType == ShoppingCartType.ShoppingCart);

    // The newsletter.

    /// <summary>All filters on one and the same subscription.</summary>
    protected virtual bool IsSubscribed(Customer customer, JsonArray? where)
    {
        foreach (var subscription in Shop.Subscriptions)
        {
            if (IsSubscription(subscription, customer) && (where ?? []).All(filter => SubscriptionPasses(subscription, filter!.AsObject())))
                return true;
        }

        return false;
    }

    protected virtual bool IsSubscription(NewsLetterSubscription subscription, Customer customer) => subscription.Active
        && customer.Email != null && string.Equals(subscription.Email, customer.Email, StringComparison.OrdinalIgnoreCase);

    protected bool SubscriptionPasses(NewsLetterSubscription subscription, JsonObject filter) => Text(filter["field"]) switch
    {
        "newsletter.type" => HoldsChoice(Text(filter["operator"]), Ids(filter), [subscription.TypeId]),
        "newsletter.store" => HoldsChoice(Text(filter["operator"]), Ids(filter), [subscription.StoreId]),
        var field => throw Unknown(field)
    };

    // Imported lists.

    protected virtual List<int> ListsOf(Customer customer) =>
        Shop.ListEntries.Where(entry => IsAddressOf(entry, customer)).Select(entry => entry.ListId).ToList();

    protected virtual bool IsAddressOf(CustomerListEntry entry, Customer customer) =>
        customer.Email != null && string.Equals(entry.Email, customer.Email, StringComparison.OrdinalIgnoreCase);

    // Attributes that shops add to their customers.

    private bool HoldsAttribute(string idOrName, string op, JsonNode? value, Customer customer)
    {
        var attribute = Shop.Basics.Attributes.Single(one => int.TryParse(idOrName, out var id)
            ? one.Id == id
            : string.Equals(one.Name, idOrName, StringComparison.OrdinalIgnoreCase));
        var values = AttributeValuesOf(customer, attribute.Id);

        return attribute.AttributeControlType is AttributeControlType.TextBox or AttributeControlType.MultilineTextbox
            ? HoldsText(op, value, values.FirstOrDefault())
            : HoldsChoice(op, value!.AsArray().Select(one => AttributeValueOf(attribute.Id, one!)).ToList(), values.Select(int.Parse).ToList());
    }

    private int AttributeValueOf(int attributeId, JsonNode idOrName) => idOrName.GetValueKind() == System.Text.Json.JsonValueKind.Number
        ? idOrName.GetValue<int>()
        : Named(Shop.Basics.AttributeValues.Where(value => value.AttributeId == attributeId).ToList(), value => value.Name, Text(idOrName));

    protected virtual List<string> AttributeValuesOf(Customer customer, int attributeId) =>
        AttributesOf(customer).Where(attribute => (int)attribute.Attribute("ID")! == attributeId)
            .SelectMany(attribute => attribute.Descendants("Value")).Select(value => value.Value).ToList();

    protected static List<XElement> AttributesOf(Customer customer) =>
        string.IsNullOrEmpty(customer.CustomCustomerAttributesXML) ? [] : XElement.Parse(customer.CustomCustomerAttributesXML).Elements().ToList();

    protected virtual List<string?> GenericValuesOf(Customer customer, string key)
    {
        var rows = Shop.GenericAttributes.Where(row => row.KeyGroup == "Customer" && row.EntityId == customer.Id
            && string.Equals(row.Key, key, StringComparison.OrdinalIgnoreCase));
        return rows.Select(row => (string?)row.Value).ToList();
    }
}
