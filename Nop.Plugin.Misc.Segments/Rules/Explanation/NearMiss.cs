namespace Nop.Plugin.Misc.Segments.Rules.Explanation;

/// <summary>What keeps a customer out of a segment that is nearly reached.</summary>
/// <param name="Missing">The conditions that would have to turn, the fewest there can be; at least one.</param>
public sealed record NearMiss(IReadOnlyList<MissingCondition> Missing)
{
    /// <summary>How much of what is missing is there already, on average: from 0 to below 1.</summary>
    public decimal Closeness => Missing.Average(condition => condition.Closeness);
}

/// <summary>A condition that would have to turn.</summary>
/// <param name="Condition">The condition with what the customer has.</param>
/// <param name="IsWanted">Whether it has to hold; false where it holds and may not.</param>
/// <param name="Shortfall">How much more of the number is asked for; null where it is no matter of more.</param>
public sealed record MissingCondition(ConditionExplanation Condition, bool IsWanted, decimal? Shortfall)
{
    /// <summary>How much of the number that is asked for is there already: from 0, and for what is no number always 0, to below 1.</summary>
    public decimal Closeness => Shortfall is { } shortfall && NumberOf(Condition.Actual) is > 0 and var number ? number / (number + shortfall) : 0;

    private static decimal? NumberOf(ActualValue? actual) => actual switch
    {
        ActualNumber { Number: var number } => number,
        ActualRank { Number: var number } => number,
        _ => null
    };
}
