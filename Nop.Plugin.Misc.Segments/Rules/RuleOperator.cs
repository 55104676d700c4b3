namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>How a value is compared. In JSON the name starts with a small letter.</summary>
public enum RuleOperator
{
    /// <summary>The same number.</summary>
    Equals,

    /// <summary>Another number.</summary>
    NotEquals,

    /// <summary>More than the number.</summary>
    GreaterThan,

    /// <summary>The number or more.</summary>
    AtLeast,

    /// <summary>Less than the number.</summary>
    LessThan,

    /// <summary>The number or less.</summary>
    AtMost,

    /// <summary>From one number or date to another, both included.</summary>
    Between,

    /// <summary>Yes or no, the same text, or a member of the segment.</summary>
    Is,

    /// <summary>Another text, or none; not a member of the segment.</summary>
    IsNot,

    /// <summary>The text is somewhere in it.</summary>
    Contains,

    /// <summary>The text is nowhere in it; holds where there is nothing.</summary>
    DoesNotContain,

    /// <summary>It begins with the text.</summary>
    StartsWith,

    /// <summary>It ends with the text.</summary>
    EndsWith,

    /// <summary>One of the choices or texts.</summary>
    IsAnyOf,

    /// <summary>None of the choices or texts; holds where there is nothing.</summary>
    IsNoneOf,

    /// <summary>Every one of the choices.</summary>
    IsAllOf,

    /// <summary>Before the start of the date.</summary>
    Before,

    /// <summary>After the end of the date.</summary>
    After,

    /// <summary>On the date.</summary>
    On,

    /// <summary>Within so many days up to now.</summary>
    InLast,

    /// <summary>Not within so many days up to now; holds where there is nothing.</summary>
    NotInLast,

    /// <summary>The day and month come round within so many days, today included.</summary>
    InNextAnniversary,

    /// <summary>Nothing is there.</summary>
    IsEmpty,

    /// <summary>Something is there.</summary>
    IsNotEmpty,

    /// <summary>Among so many percent of the customers with the largest numbers.</summary>
    InTop,

    /// <summary>Among so many percent of the customers with the smallest numbers.</summary>
    InBottom
}

/// <summary>What kind of value a criterion has.</summary>
public enum ValueKind
{
    /// <summary>A plain number.</summary>
    Number,

    /// <summary>An amount in the shop's primary currency.</summary>
    Money,

    /// <summary>A number of days; ages are whole local days.</summary>
    Days,

    /// <summary>A number of hours that have gone by, fractions included.</summary>
    Hours,

    /// <summary>A share in percent, from 0 to 100 with at most four decimals.</summary>
    Percent,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A text, compared without case.</summary>
    Text,

    /// <summary>Choices by id from a list of the shop.</summary>
    Choice,

    /// <summary>Choices by a code that the shop's data hold, such as a currency; compared without case, and never missing.</summary>
    Code,

    /// <summary>Yes or no.</summary>
    YesNo
}
