namespace Nop.Plugin.Misc.Segments.Rules.Criteria;

/// <summary>The operators of each kind of value, and their names in definitions.</summary>
public static class Operator
{
    private static readonly IReadOnlyList<RuleOperator> Numbers =
    [
        RuleOperator.AtLeast, RuleOperator.GreaterThan, RuleOperator.AtMost, RuleOperator.LessThan,
        RuleOperator.Equals, RuleOperator.NotEquals, RuleOperator.Between
    ];

    private static readonly IReadOnlyList<RuleOperator> Texts =
    [
        RuleOperator.Is, RuleOperator.IsNot, RuleOperator.Contains, RuleOperator.DoesNotContain, RuleOperator.StartsWith, RuleOperator.EndsWith,
        RuleOperator.IsAnyOf, RuleOperator.IsNoneOf, RuleOperator.IsEmpty, RuleOperator.IsNotEmpty
    ];

    private static readonly IReadOnlyList<RuleOperator> Dates =
    [
        RuleOperator.InLast, RuleOperator.NotInLast, RuleOperator.Before, RuleOperator.After, RuleOperator.On, RuleOperator.Between,
        RuleOperator.InNextAnniversary, RuleOperator.IsEmpty, RuleOperator.IsNotEmpty
    ];

    /// <summary>The operators for numbers that are never hit exactly, such as hours that have gone by.</summary>
    public static readonly IReadOnlyList<RuleOperator> Ranges =
        [RuleOperator.AtLeast, RuleOperator.GreaterThan, RuleOperator.AtMost, RuleOperator.LessThan, RuleOperator.Between];

    /// <summary>The operators that rank customers.</summary>
    public static readonly IReadOnlyList<RuleOperator> Ranks = [RuleOperator.InTop, RuleOperator.InBottom];

    /// <summary>The operators for choices of which a customer can have several.</summary>
    public static readonly IReadOnlyList<RuleOperator> ManyChoices = [RuleOperator.IsAnyOf, RuleOperator.IsNoneOf, RuleOperator.IsAllOf];

    /// <summary>The operators of a kind of value.</summary>
    public static IReadOnlyList<RuleOperator> Of(ValueKind kind) => kind switch
    {
        ValueKind.Number or ValueKind.Money or ValueKind.Days or ValueKind.Percent => Numbers,
        ValueKind.Hours => Ranges,
        ValueKind.Date => Dates,
        ValueKind.Text => Texts,
        ValueKind.Choice or ValueKind.Code => [RuleOperator.IsAnyOf, RuleOperator.IsNoneOf],
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
