namespace Nop.Plugin.Misc.Segments.Templates;

/// <summary>What kind of thing a merchant fills in on a template's card.</summary>
public enum InputKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>An amount in the shop's primary currency.</summary>
    Money,

    /// <summary>A whole number of days.</summary>
    Days,

    /// <summary>A number of hours.</summary>
    Hours,

    /// <summary>A percentage above 0 and up to 100.</summary>
    Percent,

    /// <summary>Entries of one of the shop's lists.</summary>
    Choice
}

/// <summary>A place in a template that a merchant fills in.</summary>
/// <param name="Name">Its name in the template's rules and sentence, such as <c>orders</c>.</param>
/// <param name="Kind">The kind of value.</param>
/// <param name="Default">What stands there at first; 0 for choices.</param>
/// <param name="List">For choices the list that they come from; else null.</param>
/// <param name="Factor">By how much a number is multiplied in the rules, such as 24 for days in a rule that speaks of hours.</param>
public sealed record TemplateInput(string Name, InputKind Kind, decimal Default, string? List = null, int Factor = 1)
{
    private const decimal LargestNumber = 1_000_000_000m;
    private const decimal LargestDays = 36_525m;

    /// <summary>The largest number that makes sense.</summary>
    public decimal Maximum => Kind switch
    {
        InputKind.Percent => 100,
        InputKind.Days => LargestDays,
        InputKind.Hours => LargestDays * 24,
        _ => LargestNumber
    };

    /// <summary>Whether a number can stand here.</summary>
    public bool Allows(decimal number) => number >= 0 && number <= Maximum && Kind switch
    {
        InputKind.Percent => number > 0 && decimal.Round(number, 4) == number,
        InputKind.Number or InputKind.Days => decimal.Truncate(number) == number,
        _ => true
    };
}
