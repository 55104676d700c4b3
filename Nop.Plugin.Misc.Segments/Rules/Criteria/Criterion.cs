namespace Nop.Plugin.Misc.Segments.Rules.Criteria;

/// <summary>
/// One thing that rules can ask about. Each is a small class of its own, registered as a <see cref="Criterion"/>;
/// another plugin adds one by registering one more.
/// </summary>
public abstract class Criterion
{
    /// <summary>Its name in definitions, such as <c>customer.country</c>; for a measure just <c>count</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The kind of its value.</summary>
    public abstract ValueKind Kind { get; }

    /// <summary>The operators it takes, the most usual first.</summary>
    public virtual IReadOnlyList<RuleOperator> Operators => Operator.Of(Kind);

    /// <summary>The shop's data it reads.</summary>
    public abstract RuleSources Sources { get; }

    /// <summary>For choices: the name of the list that they come from (see <see cref="Choices.IChoiceList"/>).</summary>
    public virtual string? ChoiceList => null;

    /// <summary>How often time alone can change the outcome under an operator.</summary>
    public virtual TimeSensitivity TimeSensitivityOf(RuleOperator ruleOperator) => TimeSensitivity.None;

    /// <summary>Whether choices are categories, which can take everything below them along.</summary>
    public virtual bool TakesSubcategories => false;

    /// <summary>For one of many that share a name in the shop's texts, such as the customer attributes: what fills the place in that name.</summary>
    public virtual string? Subject => null;

    /// <summary>The key of its name in the shop's texts; its explanation stands under the same key and ".Hint".</summary>
    public virtual string ResourceKey => $"{SegmentsDefaults.ResourcePrefix}.Criteria.{Name}";
}
