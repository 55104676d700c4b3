using System.Linq.Expressions;
using Nop.Core.Domain.Customers;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Criteria;

namespace Nop.Plugin.Misc.Segments.Transfer;

/// <summary>
/// Stands in the place of a field that another shop has, such as one of its own customer attributes: it lets the rules be read and shown, and
/// never gets into a stored segment.
/// </summary>
internal sealed class UnknownField(FieldFamily family, string key, bool takesLists) : CustomerField
{
    /// <inheritdoc />
    public override string Name => family.Prefix + key;

    /// <inheritdoc />
    public override ValueKind Kind => takesLists ? ValueKind.Choice : ValueKind.Text;

    /// <inheritdoc />
    public override IReadOnlyList<RuleOperator> Operators =>
        takesLists ? [.. Operator.ManyChoices, RuleOperator.IsEmpty, RuleOperator.IsNotEmpty] : Operator.Of(ValueKind.Text);

    /// <inheritdoc />
    public override string Group => FieldGroup.Attributes;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.None;

    /// <inheritdoc />
    public override string Subject => key;

    /// <inheritdoc />
    public override string ResourceKey => $"{SegmentsDefaults.ResourcePrefix}.Criteria.{family.Prefix.TrimEnd(':')}";

    /// <summary>The field's name in the other shop.</summary>
    public string Key => key;

    /// <summary>The family that it belongs to.</summary>
    public FieldFamily Family => family;

    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(FieldCondition condition, EvaluationContext context) => throw Nothing();

    /// <inheritdoc />
    public override Task<RuleValue?> FindAsync(IQueryable<Customer> customer, FieldCondition condition, EvaluationContext context) => throw Nothing();

    private InvalidOperationException Nothing() => new($"{Name} is not a field of this shop.");
}
