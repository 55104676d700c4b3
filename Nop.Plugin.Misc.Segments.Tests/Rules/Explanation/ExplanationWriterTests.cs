using System.Text.Json.Nodes;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;
using Nop.Plugin.Misc.Segments.Rules.Explanation;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Explanation;

/// <summary>Explanations as JSON.</summary>
[TestFixture]
internal sealed class ExplanationWriterTests
{
    private static readonly RuleNode Segment = new SegmentCondition(new Choice(5, null), RuleOperator.Is);
    private static readonly RuleNode Latest = new OrderCondition(OrderQuantifier.Latest, [], new LastWindow(30, TimeUnit.Day));

    [Test]
    public void Each_rule_says_whether_it_is_met_and_each_condition_what_there_is()
    {
        var group = new RuleGroup(GroupMatch.Any, [Segment, Latest]);
        var explanation = new SegmentExplanation(CustomerStanding.GuestWithOrders, new GroupExplanation(group, true,
        [
            new ConditionExplanation(Segment, true, new ActualMembership(new DateOnly(2024, 3, 31))),
            new ConditionExplanation(Latest, false, new ActualOrders(new OrdersLookedAt(3, 1, new OrderMeant(new DateOnly(2024, 3, 30), false))))
        ]));

        Assert.That(JsonNode.DeepEquals(ExplanationWriter.Write(explanation), JsonNode.Parse("""
            { "matches": true, "standing": "guestWithOrders", "rules": { "match": "any", "met": true, "rules": [
                { "segment": 5, "operator": "is", "met": true, "actual": true, "since": "2024-03-31" },
                { "latest": "order", "within": { "last": 30, "unit": "day" }, "met": false,
                  "actual": { "orders": 3, "passing": 1, "date": "2024-03-30", "passes": false } } ] } }
            """)), ExplanationWriter.Write(explanation).ToJsonString());
    }

    private static IEnumerable<TestCaseData> Actuals =>
    [
        new(new ActualNumber(7.5m), """{ "actual": 7.5 }"""),
        new(new ActualNumber(null), """{ "actual": null }"""),
        new(new ActualRank(120, 300), """{ "actual": 120, "threshold": 300 }"""),
        new(new ActualRank(null, null), """{ "actual": null, "threshold": null }"""),
        new(new ActualField(null), """{ "actual": null }"""),
        new(new ActualField(new ChoiceValue([new Choice(3, null), new Choice(4, null)])), """{ "actual": [3, 4] }"""),
        new(new ActualField(new DateValue(new DateOnly(2024, 2, 29))), """{ "actual": "2024-02-29" }"""),
        new(new ActualField(new YesNoValue(false)), """{ "actual": false }"""),
        new(new ActualMembership(null), """{ "actual": false, "since": null }"""),
        new(new ActualOrders(new OrdersLookedAt(4, 2, null)), """{ "actual": { "orders": 4, "passing": 2 } }"""),
        new(null, "{ }")
    ];

    [TestCaseSource(nameof(Actuals))]
    public void What_there_is_is_written_as_its_kind_has_it(ActualValue? actual, string expected)
    {
        var group = new RuleGroup(GroupMatch.All, [Segment]);
        var explanation = new SegmentExplanation(CustomerStanding.Registered, new GroupExplanation(group, false, [new ConditionExplanation(Segment, false, actual)]));

        var written = ExplanationWriter.Write(explanation)["rules"]!["rules"]![0]!.AsObject();
        foreach (var known in new[] { "segment", "operator", "met" })
            written.Remove(known);

        Assert.That(JsonNode.DeepEquals(written, JsonNode.Parse(expected)), written.ToJsonString());
    }
}
