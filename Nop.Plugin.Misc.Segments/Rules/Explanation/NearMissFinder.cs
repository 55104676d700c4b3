namespace Nop.Plugin.Misc.Segments.Rules.Explanation;

/// <summary>Finds what keeps customers out of segments that they nearly match.</summary>
public sealed class NearMissFinder(CustomerInquiries inquiries)
{
    /// <summary>More missing conditions than these are not nearly all there is.</summary>
    private const int MostMissing = 3;

    /// <summary>So much of the number that a single condition asks for has to be there already.</summary>
    private const decimal LeastCloseness = 0.5m;

    /// <summary>
    /// What keeps a customer out: of one who nearly matches just one condition is missing, or of the outermost rules all but one hold. A definition of
    /// one single condition is nearly met by who has half the number it asks for. Costs one query for each condition, and few more for what is missing.
    /// </summary>
    /// <param name="definition">The definition; names have been resolved.</param>
    /// <param name="includeGuests">Whether guests who ordered may match.</param>
    /// <param name="customerId">The customer.</param>
    /// <returns>Null for a customer who matches, is far from it, or is none that the segment could mean.</returns>
    public async Task<NearMiss?> FindAsync(SegmentDefinition definition, bool includeGuests, int customerId)
    {
        var inquiry = await inquiries.BeginAsync(definition, includeGuests, customerId);
        if (!(await inquiry.FindStandingAsync()).IsMeant())
            return null;

        var rules = await inquiry.AskAsync(definition.Rules, withActual: false);
        var turns = Turning.Of(rules);
        if (turns.Count is 0 or > MostMissing || (turns.Count > 1 && !LacksOneRule(rules)))
            return null;

        var missing = new List<MissingCondition>();
        foreach (var (condition, isWanted) in turns)
        {
            var actual = await inquiry.FindActualAsync(condition.Condition);
            missing.Add(new MissingCondition(
                condition with { Actual = actual }, isWanted, isWanted ? Shortfalls.Of(condition.Condition, actual) : null));
        }

        var near = new NearMiss(missing);
        return HasSeveralConditions(definition) || near.Closeness >= LeastCloseness ? near : null;
    }

    /// <summary>Whether of several outermost rules all are as they should be but one.</summary>
    private static bool LacksOneRule(GroupExplanation rules) => rules.Parts.Count > 1
        && rules.Group.Match != GroupMatch.Any
        && rules.Parts.Count(part => part.IsMet != (rules.Group.Match == GroupMatch.All)) == 1;

    private static bool HasSeveralConditions(SegmentDefinition definition) =>
        DefinitionFacts.NodesOf(definition.Rules).Count(node => node is not RuleGroup) > 1;
}
