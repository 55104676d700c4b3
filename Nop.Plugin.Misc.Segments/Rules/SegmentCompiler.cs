using System.Linq.Expressions;
using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>Turns the rules of a segment into one predicate over customers, which is never unknown.</summary>
public sealed class SegmentCompiler(OrderQuery orderQuery, IRepository<Customer> customers, IRepository<SegmentMember> members)
{
    /// <summary>The predicate.</summary>
    public Expression<Func<Customer, bool>> Compile(SegmentDefinition definition, EvaluationContext context) => Compile(definition.Rules, context);

    /// <summary>The predicate of one group or condition by itself.</summary>
    public Expression<Func<Customer, bool>> Compile(RuleNode node, EvaluationContext context) => node switch
    {
        RuleGroup { Match: GroupMatch.All } group => PartsOf(group).Select(part => Compile(part, context, all: true)).Aggregate(Predicates.And),
        RuleGroup { Match: GroupMatch.Any } group => CompileAny(PartsOf(group), context),
        RuleGroup group => PartsOf(group).Select(part => Compile(part, context, all: false)).Aggregate(Predicates.Or).Not(),
        FieldCondition condition => condition.Field.Build(condition, context),
        ActivityCondition condition => condition.Activity.Build(condition, context),
        OrderCondition condition => orderQuery.Build(condition, context),
        SegmentCondition condition => Compile(condition),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, null)
    };

    /// <summary>The rules of a group, those that look at the same rows as one part.</summary>
    private static IReadOnlyList<IReadOnlyList<RuleNode>> PartsOf(RuleGroup group) => group.Rules
        .GroupBy(rule => rule is ActivityCondition condition ? (condition.Activity, DefinitionWriter.WriteScope(condition)) : new object())
        .Select(same => same.ToList()).ToList();

    private Expression<Func<Customer, bool>> Compile(IReadOnlyList<RuleNode> part, EvaluationContext context, bool all) => part is [var rule]
        ? Compile(rule, context)
        : ((ActivityCondition)part[0]).Activity.BuildTogether(part.Cast<ActivityCondition>().ToList(), context, all);

    /// <summary>
    /// One of the parts is enough. What the account itself tells is asked of each customer; where there is more, the customers of each part are found and put
    /// together, because databases are slow at "in these or in those" once both are many.
    /// </summary>
    private Expression<Func<Customer, bool>> CompileAny(IReadOnlyList<IReadOnlyList<RuleNode>> parts, EvaluationContext context)
    {
        var fields = parts.Where(part => part[0] is FieldCondition).Select(part => Compile(part[0], context)).ToList();
        if (parts.Count == 1 || fields.Count == parts.Count)
            return parts.Select(part => Compile(part, context, all: false)).Aggregate(Predicates.Or);

        var found = parts.Where(part => part[0] is not FieldCondition).Select(part => Find(part, context));
        if (fields.Count > 0)
            found = found.Append(Find(fields.Aggregate(Predicates.Or), context));
        // Grouped rather than as they are: MySQL looks into a union by itself once for each customer.
        var ids = found.Aggregate((left, right) => left.Concat(right)).GroupBy(id => id).Select(same => same.Key);
        return c => ids.Contains(c.Id);
    }

    /// <summary>The ids of those whom a part means.</summary>
    private IQueryable<int> Find(IReadOnlyList<RuleNode> part, EvaluationContext context) =>
        (part[0] as ActivityCondition)?.Activity.FindCustomers(part.Cast<ActivityCondition>().ToList(), context)
        ?? Find(Compile(part, context, all: false), context);

    private IQueryable<int> Find(Expression<Func<Customer, bool>> predicate, EvaluationContext context) =>
        customers.Table.InScope(context.Scope, c => c.Id).Where(predicate).Select(c => c.Id);

    /// <summary>Stored membership is looked up; the other segment's rules are not asked again.</summary>
    private Expression<Func<Customer, bool>> Compile(SegmentCondition condition)
    {
        var table = members.Table;
        var segmentId = condition.SegmentId;
        Expression<Func<Customer, bool>> isMember = c => table.Any(m => m.SegmentId == segmentId && m.CustomerId == c.Id);
        return condition.Operator == RuleOperator.IsNot ? isMember.Not() : isMember;
    }
}
