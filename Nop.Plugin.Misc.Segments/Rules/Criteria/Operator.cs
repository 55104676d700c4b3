namespace Nop.Plugin.Misc.Segments.Rules.Criteria;

/// <summary>The operators of each kind of value, and their names in definitions.</summary>
public static class Operator
{
    private static readonly IReadOnlyList<RuleOperator> Numbers =
    [
        RuleOperator.AtLeast, RuleOperator.GreaterThan, RuleOperator.AtMost, RuleOperator.LessThan,
        RuleOperator.Equals, RuleOperator.NotEquals, RuleOperator.Between
    ];

    private static readonly IReadOnlyList<RuleOperator> Dates =
    [
        RuleOperator.InLast, RuleOperator.NotInLast, RuleOperator.Before, RuleOperator.After, RuleOperator.On, RuleOperator.Between,
        RuleOperator.InNextAnniversary, RuleOperator.IsEmpty, RuleOperator.IsNotEmpty
    ];

    /// <summary>The operators for choices of which a customer can have several.</summary>
    public static readonly IReadOnlyList<RuleOperator> ManyChoices = [RuleOperator.IsAnyOf, RuleOperator.IsNoneOf, RuleOperator.IsAllOf];

    /// <summary>The operators of a kind of value.</summary>
    public static IReadOnlyList<RuleOperator> Of(ValueKind kind) => kind switch
    {
        ValueKind.Number or ValueKind.Money or ValueKind.Days => Numbers,
        ValueKind.Date => Dates,
        ValueKind.Choice => [RuleOperator.IsAnyOf, RuleOperator.IsNoneOf],
        ValueKind.YesNo => [RuleOperator.Is],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null)
    };

    /// <summary>An operator's name in definitions.</summary>
    public static string NameOf(RuleOperator ruleOperator)
    {
        var name = ruleOperator.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
