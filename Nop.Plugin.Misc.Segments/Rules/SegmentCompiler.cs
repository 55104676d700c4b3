using System.Linq.Expressions;
using Nop.Core.Domain.Customers;
using Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>Turns the rules of a segment into one predicate over customers, which is never unknown.</summary>
public sealed class SegmentCompiler(OrderQuery orderQuery)
{
    /// <summary>The predicate.</summary>
    public Expression<Func<Customer, bool>> Compile(SegmentDefinition definition, EvaluationContext context) => Build(definition.Rules, context);

    private Expression<Func<Customer, bool>> Build(RuleNode node, EvaluationContext context) => node switch
    {
        RuleGroup { Match: GroupMatch.All } group => BuildAll(group, context).Aggregate(Predicates.And),
        RuleGroup { Match: GroupMatch.Any } group => BuildAll(group, context).Aggregate(Predicates.Or),
        RuleGroup group => BuildAll(group, context).Aggregate(Predicates.Or).Not(),
        FieldCondition condition => condition.Field.Build(condition.Operator, condition.Value, context),
        ActivityCondition condition => condition.Activity.Build(condition, context),
        EveryOrderCondition condition => orderQuery.BuildEvery(condition, context),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, null)
    };

    private IEnumerable<Expression<Func<Customer, bool>>> BuildAll(RuleGroup group, EvaluationContext context) =>
        group.Rules.Select(rule => Build(rule, context));
}
