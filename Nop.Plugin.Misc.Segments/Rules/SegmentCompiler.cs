using System.Linq.Expressions;
using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>Turns the rules of a segment into one predicate over customers, which is never unknown.</summary>
public sealed class SegmentCompiler(OrderQuery orderQuery, IRepository<SegmentMember> members)
{
    /// <summary>The predicate.</summary>
    public Expression<Func<Customer, bool>> Compile(SegmentDefinition definition, EvaluationContext context) => Compile(definition.Rules, context);

    /// <summary>The predicate of one group or condition by itself.</summary>
    public Expression<Func<Customer, bool>> Compile(RuleNode node, EvaluationContext context) => node switch
    {
        RuleGroup { Match: GroupMatch.All } group => CompileAll(group, context, all: true).Aggregate(Predicates.And),
        RuleGroup { Match: GroupMatch.Any } group => CompileAll(group, context, all: false).Aggregate(Predicates.Or),
        RuleGroup group => CompileAll(group, context, all: false).Aggregate(Predicates.Or).Not(),
        FieldCondition condition => condition.Field.Build(condition, context),
        ActivityCondition condition => condition.Activity.Build(condition, context),
        OrderCondition condition => orderQuery.Build(condition, context),
        SegmentCondition condition => Compile(condition),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, null)
    };

    /// <summary>The rules of a group, those that look at the same rows as one.</summary>
    private IEnumerable<Expression<Func<Customer, bool>>> CompileAll(RuleGroup group, EvaluationContext context, bool all) => group.Rules
        .GroupBy(rule => rule is ActivityCondition condition ? (condition.Activity, DefinitionWriter.WriteScope(condition)) : new object())
        .Select(same => same.Count() == 1
            ? Compile(same.First(), context)
            : ((ActivityCondition)same.First()).Activity.BuildTogether(same.Cast<ActivityCondition>().ToList(), context, all));

    /// <summary>Stored membership is looked up; the other segment's rules are not asked again.</summary>
    private Expression<Func<Customer, bool>> Compile(SegmentCondition condition)
    {
        var table = members.Table;
        var segmentId = condition.SegmentId;
        Expression<Func<Customer, bool>> isMember = c => table.Any(m => m.SegmentId == segmentId && m.CustomerId == c.Id);
        return condition.Operator == RuleOperator.IsNot ? isMember.Not() : isMember;
    }
}
