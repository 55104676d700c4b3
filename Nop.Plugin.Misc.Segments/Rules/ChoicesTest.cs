using System.Linq.Expressions;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>Builds the operators of choices of which there can be several, such as the roles of a customer.</summary>
internal static class ChoicesTest
{
    /// <summary>The test.</summary>
    /// <param name="ruleOperator">An operator for choices.</param>
    /// <param name="value">The choices asked for.</param>
    /// <param name="hasAny">The predicate that at least one of some ids is there.</param>
    /// <param name="widen">What else a chosen id stands for, itself included, such as a category's subcategories; null for nothing else.</param>
    public static Expression<Func<T, bool>> Build<T>(
        RuleOperator ruleOperator, RuleValue? value, Func<List<int>, Expression<Func<T, bool>>> hasAny, Func<IEnumerable<int>, List<int>>? widen = null)
    {
        var ids = ((ChoiceValue)value!).Ids;
        widen ??= some => some.ToList();
        return ruleOperator switch
        {
            RuleOperator.IsAllOf => ids.Distinct().Select(id => hasAny(widen([id]))).Aggregate(Predicates.And),
            RuleOperator.IsNoneOf => hasAny(widen(ids)).Not(),
            _ => hasAny(widen(ids))
        };
    }
}
