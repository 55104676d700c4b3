using System.Linq.Expressions;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>Builds the operators of a single choice over an id; 0 stands for nothing chosen, which is none of the choices.</summary>
internal static class ChoiceTest
{
    public static Expression<Func<T, bool>> Build<T>(Expression<Func<T, int>> id, RuleOperator ruleOperator, RuleValue? value)
    {
        var ids = ((ChoiceValue)value!).Ids;
        var chosen = Expression.Lambda<Func<T, bool>>(Expression.Call(Parameter.Of(ids), nameof(List<int>.Contains), null, id.Body), id.Parameters);
        return ruleOperator == RuleOperator.IsNoneOf ? chosen.Not() : chosen;
    }
}
