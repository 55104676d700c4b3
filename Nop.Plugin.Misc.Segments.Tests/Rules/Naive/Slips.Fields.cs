using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

/// <content>Mistakes about what a customer is.</content>
internal static partial class Slips
{
    private static Dictionary<string, Func<NaiveShop, NaiveEvaluator>> OfFields => new()
    {
        ["text is compared with its case"] = shop => new TextWithCase(shop),
        ["codes are compared with their case"] = shop => new CodesWithCase(shop),
        ["a percent sign is a wildcard"] = shop => new Wildcards(shop, '%', ".*"),
        ["an underscore is a wildcard"] = shop => new Wildcards(shop, '_', "."),
        ["starting with text is containing it"] = shop => new TextOperators(shop, "startsWith", "contains"),
        ["ending with text is containing it"] = shop => new TextOperators(shop, "endsWith", "contains"),
        ["isNot is false for empty text"] = shop => new FalseForEmptyText(shop, "isNot"),
        ["isNoneOf is false for empty text"] = shop => new FalseForEmptyText(shop, "isNoneOf"),
        ["doesNotContain is false for empty text"] = shop => new FalseForEmptyText(shop, "doesNotContain"),
        ["isNoneOf is false without a code"] = shop => new FalseWithoutCode(shop),
        ["only null is empty"] = shop => new OnlyNullIsEmpty(shop),
        ["the domain follows the last at sign"] = shop => new DomainAfterLastAt(shop),
        ["an address without an at sign is a domain"] = shop => new WholeAddressIsDomain(shop),
        ["none of the choices is false without one"] = shop => new FalseWithoutChoice(shop),
        ["a birthday comes the day after"] = shop => new BirthdayComesLater(shop),
        ["age is a difference of years"] = shop => new AgeByYears(shop),
        ["age counts years of 365 days"] = shop => new AgeByDays(shop),
        ["without a birth date the age is 0"] = shop => new UnknownAgeIsZero(shop),
        ["a birth date to come is an age of 0"] = shop => new UnbornIsZero(shop),
        ["notEquals is false for an unknown age"] = shop => new UnknownAgeFailsNotEquals(shop),
        ["birthdays are moved by the time zone"] = shop => new ZonedBirthdays(shop),
        ["the time of a birthday counts"] = shop => new BirthdaysWithTime(shop),
        ["who is to be born is born in the last days"] = shop => new UnbornInLast(shop),
        ["who never logged in did so long ago"] = shop => new NeverIsLongAgo(shop),
        ["notInLast is false for no date"] = shop => new NotInLastNeedsDate(shop),
        ["the first password counts"] = shop => new FirstPassword(shop),
        ["a wishlist is a cart"] = shop => new WishlistIsCart(shop),
        ["type and store of the newsletter hold on different subscriptions"] = shop => new DifferentSubscriptions(shop),
        ["an address on a list has a case"] = shop => new ListsWithCase(shop),
        ["who is on one list is on any"] = shop => new AnyList(shop),
        ["who stands on no list is not outside of one"] = shop => new OutsideNeedsList(shop),
        ["not subscribed is subscribed otherwise"] = shop => new NotSubscribedIsSubscribedOtherwise(shop),
        ["an attribute's value is taken from any attribute"] = shop => new ValueOfAnyAttribute(shop),
        ["attributes are found by how their numbers begin"] = shop => new AttributesAlike(shop),
        ["attribute values are found by how their numbers begin"] = shop => new ValuesAlike(shop),
        ["text of attributes stays escaped"] = shop => new EscapedAttributes(shop),
        ["generic attributes of other things count"] = shop => new GenericAttributesOfAll(shop),
        ["keys of generic attributes have a case"] = shop => new KeysWithCase(shop),
        ["generic attributes count for no store only"] = shop => new GenericAttributesOfNoStore(shop),
        ["isNot needs one generic attribute that is not"] = shop => new AnyGenericAttributeIsNot(shop),
        ["one generic attribute that is empty is enough"] = shop => new AnyGenericAttributeIsEmpty(shop),
        ["isNot in a segment is being in it"] = shop => new IsNotInSegmentIsIn(shop),
        ["a member of one segment is a member of any"] = shop => new AnySegment(shop),
    };

    private sealed class TextWithCase(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override StringComparison TextComparison => StringComparison.Ordinal;
    }

    private sealed class CodesWithCase(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override StringComparison CodeComparison => StringComparison.Ordinal;
    }

    private sealed class Wildcards(NaiveShop shop, char wildcard, string meaning) : NaiveEvaluator(shop)
    {
        protected override bool HoldsText(string op, JsonNode? value, string? text)
        {
            if (op is not ("contains" or "doesNotContain" or "startsWith" or "endsWith") || IsEmpty(text))
                return base.HoldsText(op, value, text);

            var pattern = string.Concat(Text(value).Select(letter => letter == wildcard ? meaning : Regex.Escape(letter.ToString())));
            var found = Regex.IsMatch(text!, (op == "startsWith" ? "^" : "") + pattern + (op == "endsWith" ? "$" : ""),
                RegexOptions.IgnoreCase | RegexOptions.Singleline);
            return op == "doesNotContain" ? !found : found;
        }
    }

    private sealed class TextOperators(NaiveShop shop, string wrong, string instead) : NaiveEvaluator(shop)
    {
        protected override bool HoldsText(string op, JsonNode? value, string? text) => base.HoldsText(op == wrong ? instead : op, value, text);
    }

    private sealed class FalseForEmptyText(NaiveShop shop, string wrong) : NaiveEvaluator(shop)
    {
        protected override bool HoldsText(string op, JsonNode? value, string? text) => !(op == wrong && IsEmpty(text)) && base.HoldsText(op, value, text);
    }

    private sealed class FalseWithoutCode(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsCode(string op, List<string> codes, string? code) => !IsEmpty(code) && base.HoldsCode(op, codes, code);
    }

    private sealed class OnlyNullIsEmpty(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool IsEmpty(string? text) => text is null;
    }

    private sealed class DomainAfterLastAt(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override string? DomainOf(string? email) => email?.LastIndexOf('@') is { } at and >= 0 ? email[(at + 1)..] : null;
    }

    private sealed class WholeAddressIsDomain(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override string? DomainOf(string? email) => base.DomainOf(email) ?? email;
    }

    private sealed class FalseWithoutChoice(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsChoice(string op, List<int> chosen, List<int> actual) =>
            !(op == "isNoneOf" && actual.All(id => id == 0)) && base.HoldsChoice(op, chosen, actual);
    }

    private sealed class BirthdayComesLater(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HasBirthdayCome(DateOnly birthday) => birthday < Today;
    }

    private sealed class AgeByYears(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override int? AgeInYears(DateTime? birth) => base.AgeInYears(birth) is null ? null : Today.Year - birth!.Value.Year;
    }

    private sealed class AgeByDays(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override int? AgeInYears(DateTime? birth) =>
            base.AgeInYears(birth) is null ? null : (Today.DayNumber - DateOnly.FromDateTime(birth!.Value).DayNumber) / 365;
    }

    private sealed class UnknownAgeIsZero(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override int? AgeInYears(DateTime? birth) => birth is null ? 0 : base.AgeInYears(birth);
    }

    private sealed class UnbornIsZero(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override int? AgeInYears(DateTime? birth) => birth is null ? null : base.AgeInYears(birth) ?? 0;
    }

    private sealed class UnknownAgeFailsNotEquals(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsUnknownNumber(string op, decimal? number, JsonNode value) => number is { } known && HoldsNumber(op, known, value);
    }

    private sealed class ZonedBirthdays(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsBirthday(string op, JsonNode? value, DateTime? birth) =>
            base.HoldsBirthday(op, value, birth is { } moment ? LocalDay(moment).ToDateTime(TimeOnly.MinValue) : null);
    }

    private sealed class BirthdaysWithTime(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsBirthday(string op, JsonNode? value, DateTime? birth) => birth is { } moment && op is "after" or "on" or "between"
            ? op switch
            {
                "after" => birth > Day(value).ToDateTime(TimeOnly.MinValue),
                "on" => birth == Day(value).ToDateTime(TimeOnly.MinValue),
                _ => birth >= Day(value![0]).ToDateTime(TimeOnly.MinValue) && birth <= Day(value[1]).ToDateTime(TimeOnly.MinValue)
            }
            : base.HoldsBirthday(op, value, birth);
    }

    private sealed class UnbornInLast(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool IsBornInLast(DateOnly day, int days) => Today.DayNumber - day.DayNumber <= days;
    }

    private sealed class NeverIsLongAgo(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsDay(string op, JsonNode? value, DateOnly? day, Func<int, bool> isInLast) =>
            (op == "before" && day is null) || base.HoldsDay(op, value, day, isInLast);
    }

    private sealed class NotInLastNeedsDate(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsDay(string op, JsonNode? value, DateOnly? day, Func<int, bool> isInLast) =>
            !(op == "notInLast" && day is null) && base.HoldsDay(op, value, day, isInLast);
    }

    private sealed class FirstPassword(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override DateTime? PasswordChangeOf(Customer customer) => Shop.Passwords.Where(password => password.CustomerId == customer.Id)
            .Select(password => (DateTime?)password.CreatedOnUtc).Min();
    }

    private sealed class WishlistIsCart(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HasCart(Customer customer) => Shop.CartItems.Any(item => item.CustomerId == customer.Id);
    }

    private sealed class DifferentSubscriptions(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool IsSubscribed(Customer customer, JsonArray? where)
        {
            var subscriptions = Shop.Subscriptions.Where(subscription => IsSubscription(subscription, customer)).ToList();
            return subscriptions.Count > 0
                && (where ?? []).All(filter => subscriptions.Any(subscription => SubscriptionPasses(subscription, filter!.AsObject())));
        }
    }

    private sealed class NotSubscribedIsSubscribedOtherwise(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsField(JsonObject condition, Customer customer)
        {
            var where = condition["where"]?.AsArray();
            if (Text(condition["field"]) != "customer.newsletter" || where is null || where.Count == 0 || Flag(condition["value"]))
                return base.HoldsField(condition, customer);

            return Shop.Subscriptions.Any(subscription => IsSubscription(subscription, customer)
                && !where.All(filter => SubscriptionPasses(subscription, filter!.AsObject())));
        }
    }

    private sealed class ValueOfAnyAttribute(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override List<string> AttributeValuesOf(Customer customer, int attributeId)
        {
            var own = base.AttributeValuesOf(customer, attributeId);
            var all = AttributesOf(customer).SelectMany(attribute => attribute.Descendants("Value")).Select(value => value.Value);
            return [.. own, .. all.Where(value => int.TryParse(value, out _))];
        }
    }

    private sealed class AttributesAlike(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override List<string> AttributeValuesOf(Customer customer, int attributeId) => AttributesOf(customer)
            .Where(attribute => attribute.Attribute("ID")!.Value.StartsWith(attributeId.ToString(), StringComparison.Ordinal)
                && IsText((int)attribute.Attribute("ID")!) == IsText(attributeId))
            .SelectMany(attribute => attribute.Descendants("Value")).Select(value => value.Value).ToList();

        private bool IsText(int attributeId) => Shop.Basics.Attributes.Find(attribute => attribute.Id == attributeId)?.AttributeControlType
            is AttributeControlType.TextBox or AttributeControlType.MultilineTextbox;
    }

    private sealed class ValuesAlike(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override List<string> AttributeValuesOf(Customer customer, int attributeId) => base.AttributeValuesOf(customer, attributeId)
            .SelectMany(value => int.TryParse(value, out var number) && number > 9 ? new[] { value, value[..1] } : [value]).ToList();
    }

    private sealed class EscapedAttributes(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override List<string> AttributeValuesOf(Customer customer, int attributeId) => base.AttributeValuesOf(customer, attributeId)
            .Select(value => value.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;")).ToList();
    }

    private sealed class GenericAttributesOfAll(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override List<string?> GenericValuesOf(Customer customer, string key) => Shop.GenericAttributes
            .Where(row => row.EntityId == customer.Id && string.Equals(row.Key, key, StringComparison.OrdinalIgnoreCase))
            .Select(row => (string?)row.Value).ToList();
    }

    private sealed class KeysWithCase(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override List<string?> GenericValuesOf(Customer customer, string key) => Shop.GenericAttributes
            .Where(row => row.KeyGroup == "Customer" && row.EntityId == customer.Id && row.Key == key).Select(row => (string?)row.Value).ToList();
    }

    private sealed class GenericAttributesOfNoStore(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override List<string?> GenericValuesOf(Customer customer, string key) => Shop.GenericAttributes
            .Where(row => row.KeyGroup == "Customer" && row.EntityId == customer.Id && row.StoreId == 0
                && string.Equals(row.Key, key, StringComparison.OrdinalIgnoreCase))
            .Select(row => (string?)row.Value).ToList();
    }

    private sealed class AnyGenericAttributeIsNot(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsTexts(string op, JsonNode? value, List<string?> texts) => op is "isNot" or "doesNotContain" or "isNoneOf"
            ? texts.Count == 0 || texts.Any(text => HoldsText(op, value, text))
            : base.HoldsTexts(op, value, texts);
    }

    private sealed class AnyGenericAttributeIsEmpty(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsTexts(string op, JsonNode? value, List<string?> texts) =>
            op == "isEmpty" ? texts.Count == 0 || texts.Any(IsEmpty) : base.HoldsTexts(op, value, texts);
    }

    private sealed class IsNotInSegmentIsIn(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsSegment(string op, int segmentId, Customer customer) => base.HoldsSegment("is", segmentId, customer);
    }

    private sealed class AnySegment(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsSegment(string op, int segmentId, Customer customer) =>
            Shop.SegmentMembers.Any(member => member.CustomerId == customer.Id) == (op == "is");
    }

    private sealed class ListsWithCase(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool IsAddressOf(CustomerListEntry entry, Customer customer) => entry.Email == customer.Email;
    }

    private sealed class AnyList(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override List<int> ListsOf(Customer customer) =>
            base.ListsOf(customer).Count == 0 ? [] : Shop.Basics.Lists.Select(list => list.Id).ToList();
    }

    private sealed class OutsideNeedsList(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsField(JsonObject condition, Customer customer) => base.HoldsField(condition, customer)
            && (Text(condition["field"]) != "customer.list" || ListsOf(customer).Count > 0);
    }
}
