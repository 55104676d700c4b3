using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Tests.Endurance;

/// <summary>Rules and what they mean, in plain C#.</summary>
/// <param name="Definition">The rules.</param>
/// <param name="Matches">Whether a customer with these counting orders is meant; the last tells who is in another segment.</param>
internal sealed record SegmentVariant(string Definition, Func<Customer, IReadOnlyList<Order>, Func<int, int, bool>, bool> Matches)
{
    /// <summary>Variants that any segment may be saved with.</summary>
    public static IReadOnlyList<SegmentVariant> All { get; } =
    [
        Of("""{"activity":"orders","measure":"count","operator":"atLeast","value":2}""", (_, orders) => orders.Count >= 2),
        Of("""{"activity":"orders","measure":"total","operator":"atLeast","value":150}""", (_, orders) => orders.Sum(Money) >= 150),
        Of("""{"activity":"orders","measure":"count","operator":"equals","value":0}""", (_, orders) => orders.Count == 0),
        Of("""{"activity":"orders","measure":"largest","operator":"lessThan","value":60}""", (_, orders) => orders.Count > 0 && orders.Max(Money) < 60),
        Of("""{"every":"order","where":[{"field":"order.total","operator":"atLeast","value":20}]}""",
            (_, orders) => orders.Count > 0 && orders.All(order => Money(order) >= 20)),
        Of("""{"field":"customer.email","operator":"contains","value":"7"}""", (customer, _) => customer.Email.Contains('7')),
        Of("""{"match":"any","rules":[{"activity":"orders","measure":"average","operator":"greaterThan","value":70},{"field":"customer.email","operator":"startsWith","value":"c1"}]}""",
            (customer, orders) => (orders.Count > 0 && orders.Average(Money) > 70) || customer.Email.StartsWith("c1", StringComparison.Ordinal))
    ];

    /// <summary>Rules that build on another segment.</summary>
    public static SegmentVariant BuildingOn(int segmentId) => new(
        Wrap($$"""{"segment":{{segmentId}},"operator":"is"},{"activity":"orders","measure":"count","operator":"atLeast","value":1}"""),
        (customer, orders, isIn) => isIn(segmentId, customer.Id) && orders.Count >= 1);

    /// <summary>The variant that a segment is saved with.</summary>
    public static SegmentVariant Find(Segment segment, int baseId) =>
        All.SingleOrDefault(variant => variant.Definition == segment.Definition) ?? BuildingOn(baseId);

    private static SegmentVariant Of(string rule, Func<Customer, IReadOnlyList<Order>, bool> matches) =>
        new(Wrap(rule), (customer, orders, _) => matches(customer, orders));

    private static string Wrap(string rules) => """{"version":1,"rules":{"match":"all","rules":[""" + rules + "]}}";

    private static decimal Money(Order order) => order.OrderTotal - order.RefundedAmount;
}
