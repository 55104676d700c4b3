using System.Text.Json.Nodes;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

/// <summary>Evaluators that are wrong in one point each: the mistakes a compiler would make. The random cases must tell each of them from the truth.</summary>
internal static partial class Slips
{
    public static readonly IReadOnlyDictionary<string, Func<NaiveShop, NaiveEvaluator>> All =
        new Dictionary<string, Func<NaiveShop, NaiveEvaluator>>([.. Common, .. OfFields, .. OfOrders, .. OfActivities]);

    private static Dictionary<string, Func<NaiveShop, NaiveEvaluator>> Common => new()
    {
        ["greaterThan includes the number"] = shop => new Operators(shop, "greaterThan", "atLeast"),
        ["atLeast excludes the number"] = shop => new Operators(shop, "atLeast", "greaterThan"),
        ["lessThan includes the number"] = shop => new Operators(shop, "lessThan", "atMost"),
        ["atMost excludes the number"] = shop => new Operators(shop, "atMost", "lessThan"),
        ["between excludes its ends"] = shop => new BetweenExcludesEnds(shop),
        ["nothing is never compared with zero"] = shop => new NoComplementForZero(shop),
        ["an unknown average is zero"] = shop => new UnknownIs(shop, "average", 0),
        ["an unknown last order is long ago"] = shop => new UnknownIs(shop, "daysSinceLast", 1_000_000),
        ["notEquals holds for the unknown"] = shop => new NotEqualsHoldsForUnknown(shop),
        ["none is not all"] = shop => new NoneIsNotAll(shop),
        ["any is all"] = shop => new AnyIsAll(shop),
        ["filters may hold on different lines"] = shop => new FiltersOnDifferentLines(shop),
        ["an order without lines passes negative filters"] = shop => new NoLinesPass(shop),
        ["none of the categories is another category"] = shop => new NoneOfCategoriesIsAnother(shop),
        ["subcategories are ignored"] = shop => new SubcategoriesIgnored(shop),
        ["only one level of subcategories"] = shop => new OneLevelOfSubcategories(shop),
        ["deleted subcategories are included"] = shop => new DeletedSubcategories(shop),
        ["all of is any of"] = shop => new AllOfIsAnyOf(shop),
        ["days are days of UTC"] = shop => new DaysOfUtc(shop),
        ["days are 24 hours"] = shop => new DaysOf24Hours(shop),
        ["the future is in the window"] = shop => new FutureCounts(shop),
        ["now itself is not in the window"] = shop => new NowIsFuture(shop),
        ["the last hours exclude their beginning"] = shop => new LastHoursExcludeBeginning(shop),
        ["hours are cut to whole ones"] = shop => new HoursAreCut(shop),
        ["older than includes the day"] = shop => new OlderThanIncludesDay(shop),
        ["the last date of a window is excluded"] = shop => new LastDateExcluded(shop),
        ["every holds for nothing"] = shop => new EveryHoldsForNothing(shop),
        ["every ignores the window"] = shop => new EveryIgnoresWindow(shop),
        ["every is at least one"] = shop => new EveryIsAtLeastOne(shop),
        ["deleted orders count"] = shop => new OrdersCount(shop, deleted: true),
        ["cancelled orders count"] = shop => new OrdersCount(shop, anyStatus: true),
        ["unpaid orders count"] = shop => new OrdersCount(shop, anyPayment: true),
        ["refunds are not taken off"] = shop => new RefundsStay(shop),
        ["refunds are not taken off in filters"] = shop => new RefundsStayInFilters(shop),
        ["deleted customers are meant"] = shop => new AnyoneIsMeant(shop, deleted: true),
        ["inactive customers are meant"] = shop => new AnyoneIsMeant(shop, inactive: true),
        ["system accounts are meant"] = shop => new AnyoneIsMeant(shop, system: true),
        ["guests without orders are meant"] = shop => new GuestsWithoutOrders(shop),
        ["guests are never meant"] = shop => new NoGuests(shop),
        ["e-mails are compared with their case"] = shop => new EmailsWithCase(shop),
        ["inactive subscriptions count"] = shop => new InactiveSubscriptions(shop),
        ["a customer registered in the future is in the last days"] = shop => new FutureRegistrations(shop),
        ["not in the last days is older"] = shop => new NotInLastIsOlder(shop),
        ["before includes the day"] = shop => new DateIncludesDay(shop, "before"),
        ["after includes the day"] = shop => new DateIncludesDay(shop, "after"),
        ["on compares moments"] = shop => new OnComparesMoments(shop),
        ["the day of registration is an anniversary"] = shop => new RegistrationIsAnniversary(shop),
        ["the 29th of February comes in leap years only"] = shop => new LeapDayInLeapYearsOnly(shop),
        ["anniversaries end with the year"] = shop => new AnniversariesEndWithYear(shop),
        ["a day that is still to come has no anniversary"] = shop => new NoAnniversaryOfFutureDays(shop),
    };

    private sealed class Operators(NaiveShop shop, string wrong, string instead) : NaiveEvaluator(shop)
    {
        protected override bool HoldsNumber(string op, decimal number, JsonNode value) => base.HoldsNumber(op == wrong ? instead : op, number, value);
    }

    private sealed class BetweenExcludesEnds(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsNumber(string op, decimal number, JsonNode value) =>
            op == "between" ? number > Number(value[0]) && number < Number(value[1]) : base.HoldsNumber(op, number, value);
    }

    private sealed class NoComplementForZero(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override decimal? Measure(string measure, List<Order> orders) => orders.Count == 0 ? null : base.Measure(measure, orders);
    }

    private sealed class UnknownIs(NaiveShop shop, string wrong, decimal instead) : NaiveEvaluator(shop)
    {
        protected override decimal? Measure(string measure, List<Order> orders) =>
            measure == wrong ? base.Measure(measure, orders) ?? instead : base.Measure(measure, orders);
    }

    private sealed class NotEqualsHoldsForUnknown(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsMeasure(string op, decimal? measured, JsonNode value) =>
            (op == "notEquals" && measured is null) || base.HoldsMeasure(op, measured, value);
    }

    private sealed class NoneIsNotAll(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsGroup(string match, List<bool> rules) => match == "none" ? !rules.All(rule => rule) : base.HoldsGroup(match, rules);
    }

    private sealed class AnyIsAll(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsGroup(string match, List<bool> rules) => base.HoldsGroup(match == "any" ? "all" : match, rules);
    }

    private sealed class FiltersOnDifferentLines(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool PassesItemFilters(List<OrderItem> lines, List<JsonObject> filters) =>
            filters.All(filter => lines.Any(line => LinePasses(line, filter)));
    }

    private sealed class NoLinesPass(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool PassesItemFilters(List<OrderItem> lines, List<JsonObject> filters) =>
            base.PassesItemFilters(lines, filters) || (lines.Count == 0 && filters.All(filter => Text(filter["operator"]) == "isNoneOf"));
    }

    private sealed class NoneOfCategoriesIsAnother(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool LinePasses(OrderItem line, JsonObject filter)
        {
            if (Text(filter["field"]) != "item.category" || Text(filter["operator"]) != "isNoneOf")
                return base.LinePasses(line, filter);

            var chosen = Ids(filter);
            if (IncludesSubcategories(filter))
                chosen = WithSubcategories(chosen);
            return CategoriesOf(line.ProductId).Any(category => !chosen.Contains(category));
        }
    }

    private sealed class SubcategoriesIgnored(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override List<int> WithSubcategories(List<int> chosen) => chosen;
    }

    private sealed class OneLevelOfSubcategories(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override List<int> WithSubcategories(List<int> chosen) =>
            [.. chosen, .. Shop.Categories.Where(category => !category.Deleted && chosen.Contains(category.ParentCategoryId)).Select(category => category.Id)];
    }

    private sealed class DeletedSubcategories(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override List<int> WithSubcategories(List<int> chosen)
        {
            var all = base.WithSubcategories(chosen);
            return [.. all, .. Shop.Categories.Where(category => category.Deleted && all.Contains(category.ParentCategoryId)).Select(category => category.Id)];
        }
    }

    private sealed class AllOfIsAnyOf(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsChoice(string op, List<int> chosen, List<int> actual) =>
            base.HoldsChoice(op == "isAllOf" ? "isAnyOf" : op, chosen, actual);

        protected override bool HoldsCategory(string op, JsonObject filter, int productId) =>
            base.HoldsCategory(op == "isAllOf" ? "isAnyOf" : op, filter, productId);
    }

    private sealed class DaysOfUtc(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override DateOnly LocalDay(DateTime utc) => DateOnly.FromDateTime(utc);
    }

    private sealed class DaysOf24Hours(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override int Age(DateTime utc) => (int)Math.Floor((Shop.Now - utc).TotalDays);
    }

    private sealed class FutureCounts(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool IsBeyondNow(DateTime utc) => false;
    }

    private sealed class NowIsFuture(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool IsBeyondNow(DateTime utc) => utc >= Shop.Now;
    }

    private sealed class LastHoursExcludeBeginning(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool IsNotOlderThanHours(DateTime utc, int hours) => utc > Shop.Now.AddHours(-hours);
    }

    private sealed class HoursAreCut(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool IsNotOlderThanHours(DateTime utc, int hours) => (int)(Shop.Now - utc).TotalHours <= hours;
    }

    private sealed class OlderThanIncludesDay(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool IsOlderThan(DateTime utc, int count, bool hours) => hours ? base.IsOlderThan(utc, count, hours) : Age(utc) >= count;
    }

    private sealed class LastDateExcluded(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool IsBetweenDays(DateTime utc, JsonNode? from, JsonNode? to) =>
            base.IsBetweenDays(utc, from, to) && (to is null || LocalDay(utc) < Day(to));
    }

    private sealed class EveryHoldsForNothing(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsEvery(JsonObject condition, Customer customer) =>
            base.HoldsEvery(condition, customer) || OrdersInWindow(condition, customer).Count == 0;
    }

    private sealed class EveryIgnoresWindow(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsEvery(JsonObject condition, Customer customer) =>
            base.HoldsEvery(condition, customer) && OrdersOf(customer, Where(condition)).All(order => Passes(order, Where(condition)));
    }

    private sealed class EveryIsAtLeastOne(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsEvery(JsonObject condition, Customer customer) =>
            OrdersInWindow(condition, customer).Any(order => Passes(order, Where(condition)));
    }

    private sealed class OrdersCount(NaiveShop shop, bool deleted = false, bool anyStatus = false, bool anyPayment = false) : NaiveEvaluator(shop)
    {
        protected override bool Counts(Order order, bool anyStatusAsked, bool anyPaymentAsked) => (deleted || !order.Deleted)
            && (anyStatus || anyStatusAsked || Shop.OrderStatusIds.Contains(order.OrderStatusId))
            && (anyPayment || anyPaymentAsked || Shop.PaymentStatusIds.Contains(order.PaymentStatusId));
    }

    private sealed class RefundsStay(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override decimal Money(Order order) => order.OrderTotal;

        protected override decimal FilteredMoney(Order order) => base.Money(order);
    }

    private sealed class RefundsStayInFilters(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override decimal FilteredMoney(Order order) => order.OrderTotal;
    }

    private sealed class AnyoneIsMeant(NaiveShop shop, bool deleted = false, bool inactive = false, bool system = false) : NaiveEvaluator(shop)
    {
        protected override bool IsMeant(Customer customer, bool includeGuests) => (deleted || !customer.Deleted)
            && (inactive || customer.Active) && (system || !customer.IsSystemAccount)
            && (IsRegistered(customer) || (includeGuests && IsGuestWhoOrdered(customer)));
    }

    private sealed class GuestsWithoutOrders(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool IsGuestWhoOrdered(Customer customer) => true;
    }

    private sealed class NoGuests(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool IsGuestWhoOrdered(Customer customer) => false;
    }

    private sealed class EmailsWithCase(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool IsSubscription(NewsLetterSubscription subscription, Customer customer) =>
            base.IsSubscription(subscription, customer) && subscription.Email == customer.Email;
    }

    private sealed class InactiveSubscriptions(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool IsSubscription(NewsLetterSubscription subscription, Customer customer) =>
            string.Equals(subscription.Email, customer.Email, StringComparison.OrdinalIgnoreCase);
    }

    private sealed class FutureRegistrations(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool IsInLast(DateTime moment, int days) => Age(moment) <= days;
    }

    private sealed class NotInLastIsOlder(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsDate(string op, JsonNode? value, DateTime? moment) =>
            op == "notInLast" && moment is { } known ? Age(known) > Whole(value) : base.HoldsDate(op, value, moment);
    }

    private sealed class DateIncludesDay(NaiveShop shop, string wrong) : NaiveEvaluator(shop)
    {
        protected override bool HoldsDay(string op, JsonNode? value, DateOnly? day, Func<int, bool> isInLast) =>
            base.HoldsDay(op, value, day, isInLast) || (op == wrong && day == Day(value));
    }

    private sealed class OnComparesMoments(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsDate(string op, JsonNode? value, DateTime? moment) =>
            op == "on" ? moment == Day(value).ToDateTime(TimeOnly.MinValue) : base.HoldsDate(op, value, moment);
    }

    private sealed class RegistrationIsAnniversary(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HasAnniversary(DateOnly day, int withinDays) =>
            base.HasAnniversary(day, withinDays) || (day >= Today && day <= Today.AddDays(withinDays));
    }

    private sealed class LeapDayInLeapYearsOnly(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HasAnniversary(DateOnly day, int withinDays)
        {
            for (var date = Today; date <= Today.AddDays(withinDays); date = date.AddDays(1))
            {
                if (date.Year > day.Year && date.Month == day.Month && date.Day == day.Day)
                    return true;
            }

            return false;
        }
    }

    private sealed class NoAnniversaryOfFutureDays(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HasAnniversary(DateOnly day, int withinDays) => day <= Today && base.HasAnniversary(day, withinDays);
    }

    private sealed class AnniversariesEndWithYear(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HasAnniversary(DateOnly day, int withinDays)
        {
            var anniversary = day.AddYears(Math.Max(1, Today.Year - day.Year));
            return anniversary >= Today && anniversary <= Today.AddDays(withinDays);
        }
    }
}
