namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>What a criterion is compared with.</summary>
public abstract record RuleValue;

/// <summary>A number, an amount or a number of days.</summary>
public sealed record NumberValue(decimal Number) : RuleValue;

/// <summary>Two numbers, the first not above the second, both included.</summary>
public sealed record NumberRangeValue(decimal From, decimal To) : RuleValue;

/// <summary>A local day.</summary>
public sealed record DateValue(DateOnly Date) : RuleValue;

/// <summary>Two local days, the first not after the second, both included.</summary>
public sealed record DateRangeValue(DateOnly From, DateOnly To) : RuleValue;

/// <summary>Yes or no.</summary>
public sealed record YesNoValue(bool Yes) : RuleValue;

/// <summary>A text, not empty.</summary>
public sealed record TextValue(string Text) : RuleValue;

/// <summary>Texts or codes, none of them empty; at least one.</summary>
public sealed record TextsValue(IReadOnlyList<string> Texts) : RuleValue;

/// <summary>Choices from a list of the shop; at least one.</summary>
/// <param name="Choices">The choices.</param>
/// <param name="IncludeSubcategories">Whether everything below a chosen category counts as chosen too.</param>
public sealed record ChoiceValue(IReadOnlyList<Choice> Choices, bool IncludeSubcategories = false) : RuleValue
{
    /// <summary>The ids; names have been resolved before.</summary>
    public List<int> Ids => Choices.Select(choice => choice.Id ?? throw new InvalidOperationException($"\"{choice.Name}\" has not been resolved.")).ToList();
}

/// <summary>One choice: an id, or a name that is yet to be resolved.</summary>
public readonly record struct Choice(int? Id, string? Name);
