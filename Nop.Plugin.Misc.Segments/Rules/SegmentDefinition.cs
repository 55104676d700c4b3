using Nop.Plugin.Misc.Segments.Rules.Criteria;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>The rules of a segment, read and checked: every name in it is known, every value has the right kind.</summary>
/// <param name="Version">The version of the rule language; 1.</param>
/// <param name="Rules">The outermost group.</param>
public sealed record SegmentDefinition(int Version, RuleGroup Rules)
{
    /// <summary>The version of the language that is written.</summary>
    public const int CurrentVersion = 1;

    /// <summary>How deep groups may nest, the outermost counted.</summary>
    public const int MaximumDepth = 5;

    /// <summary>How many conditions, filters included, a definition may have.</summary>
    public const int MaximumConditions = 100;

    /// <summary>How many values one list may have.</summary>
    public const int MaximumValues = 1_000;

    /// <summary>How many characters a text may have.</summary>
    public const int MaximumTextLength = 400;
}

/// <summary>A group or a condition.</summary>
public abstract record RuleNode;

/// <summary>How the rules of a group go together.</summary>
public enum GroupMatch
{
    /// <summary>All of them hold.</summary>
    All,

    /// <summary>At least one of them holds.</summary>
    Any,

    /// <summary>None of them holds.</summary>
    None
}

/// <summary>Rules that go together.</summary>
/// <param name="Match">How.</param>
/// <param name="Rules">At least one.</param>
public sealed record RuleGroup(GroupMatch Match, IReadOnlyList<RuleNode> Rules) : RuleNode;

/// <summary>What a customer is.</summary>
/// <param name="Field">The field.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Value">With what; null where the operator needs nothing.</param>
/// <param name="Where">What narrows the field down; empty for all but the few fields that have filters.</param>
public sealed record FieldCondition(CustomerField Field, RuleOperator Operator, RuleValue? Value, IReadOnlyList<FilterCondition> Where) : RuleNode;

/// <summary>What a customer did, measured.</summary>
public sealed record ActivityCondition(
    Activity Activity, Measure Measure, RuleOperator Operator, RuleValue Value, TimeWindow? Within, IReadOnlyList<FilterCondition> Where) : RuleNode;

/// <summary>Which of a customer's orders have to pass.</summary>
public enum OrderQuantifier
{
    /// <summary>Each one, and there is at least one.</summary>
    Every,

    /// <summary>The first one.</summary>
    First,

    /// <summary>The latest one.</summary>
    Latest
}

/// <summary>The customer ordered, and those of the orders in the window that the quantifier means pass all the filters.</summary>
/// <param name="Quantifier">Which orders.</param>
/// <param name="Where">The filters; without any it is enough to have ordered.</param>
/// <param name="Within">The window; always null for the first order.</param>
public sealed record OrderCondition(OrderQuantifier Quantifier, IReadOnlyList<FilterCondition> Where, TimeWindow? Within) : RuleNode;

/// <summary>The customer is, or is not, a member of another segment, by its stored membership.</summary>
/// <param name="Segment">The other segment.</param>
/// <param name="Operator">Is or is not.</param>
public sealed record SegmentCondition(Choice Segment, RuleOperator Operator) : RuleNode
{
    /// <summary>The operators, the most usual first.</summary>
    public static readonly IReadOnlyList<RuleOperator> Operators = [RuleOperator.Is, RuleOperator.IsNot];

    /// <summary>The other segment's id; its name has been resolved before.</summary>
    public int SegmentId => Segment.Id ?? throw new InvalidOperationException($"\"{Segment.Name}\" has not been resolved.");
}

/// <summary>Narrows an activity down.</summary>
public sealed record FilterCondition(Filter Field, RuleOperator Operator, RuleValue? Value);
