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

    /// <summary>Yes or no, or the same text.</summary>
    Is,

    /// <summary>One of the choices.</summary>
    IsAnyOf,

    /// <summary>None of the choices; holds where there is nothing.</summary>
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
    IsNotEmpty
}

/// <summary>What kind of value a criterion has.</summary>
public enum ValueKind
{
    /// <summary>A plain number.</summary>
    Number,

    /// <summary>An amount in the shop's primary currency.</summary>
    Money,

    /// <summary>A number of whole days.</summary>
    Days,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Choices from a list of the shop.</summary>
    Choice,

    /// <summary>Yes or no.</summary>
    YesNo
}
