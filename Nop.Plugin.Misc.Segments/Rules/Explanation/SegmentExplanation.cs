using Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

namespace Nop.Plugin.Misc.Segments.Rules.Explanation;

/// <summary>Why one customer matches a definition, or does not, by the shop's data at this moment.</summary>
/// <param name="Standing">Whether the customer is one that the segment could mean at all.</param>
/// <param name="Rules">The rules, each with its outcome. They are answered for a customer whom the segment could not mean, too.</param>
public sealed record SegmentExplanation(CustomerStanding Standing, GroupExplanation Rules)
{
    /// <summary>Whether the customer belongs in the segment.</summary>
    public bool IsMet => Standing.IsMeant() && Rules.IsMet;
}

/// <summary>One rule with its outcome. The tree has the shape of the definition.</summary>
/// <param name="Node">The rule.</param>
/// <param name="IsMet">Whether it holds for the customer.</param>
public abstract record NodeExplanation(RuleNode Node, bool IsMet);

/// <summary>A group with its outcome, which follows from those of its parts.</summary>
/// <param name="Group">The group.</param>
/// <param name="IsMet">Whether it holds.</param>
/// <param name="Parts">Its rules, in their order.</param>
public sealed record GroupExplanation(RuleGroup Group, bool IsMet, IReadOnlyList<NodeExplanation> Parts) : NodeExplanation(Group, IsMet);

/// <summary>A condition with its outcome, and what the customer really has.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="IsMet">Whether it holds.</param>
/// <param name="Actual">What the customer has; null where only the outcome was asked for.</param>
public sealed record ConditionExplanation(RuleNode Condition, bool IsMet, ActualValue? Actual) : NodeExplanation(Condition, IsMet);

/// <summary>What a customer really has of that which a condition asks for.</summary>
public abstract record ActualValue;

/// <summary>What the customer is.</summary>
/// <param name="Value">The value; null for nothing.</param>
public sealed record ActualField(RuleValue? Value) : ActualValue;

/// <summary>What is measured of what the customer did.</summary>
/// <param name="Number">The number; null for unknown.</param>
public sealed record ActualNumber(decimal? Number) : ActualValue;

/// <summary>What is measured of the customer beside the number from which on, or up to which, a rank reaches.</summary>
/// <param name="Number">The number; null when the customer is not ranked, having nothing.</param>
/// <param name="Threshold">The number of the last customer who is in; null when nobody is.</param>
public sealed record ActualRank(decimal? Number, decimal? Threshold) : ActualValue;

/// <summary>The orders that a condition looks at.</summary>
public sealed record ActualOrders(OrdersLookedAt Orders) : ActualValue;

/// <summary>Membership in another segment.</summary>
/// <param name="Since">Since which local day; null for no member.</param>
public sealed record ActualMembership(DateOnly? Since) : ActualValue;
