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
public sealed record FieldCondition(CustomerField Field, RuleOperator Operator, RuleValue? Value) : RuleNode;

/// <summary>What a customer did, measured.</summary>
public sealed record ActivityCondition(
    Activity Activity, Measure Measure, RuleOperator Operator, RuleValue Value, TimeWindow? Within, IReadOnlyList<FilterCondition> Where) : RuleNode;

/// <summary>The customer ordered, and every order in the window passes all the filters.</summary>
public sealed record EveryOrderCondition(IReadOnlyList<FilterCondition> Where, TimeWindow? Within) : RuleNode;

/// <summary>Narrows an activity down.</summary>
public sealed record FilterCondition(Filter Field, RuleOperator Operator, RuleValue? Value);
