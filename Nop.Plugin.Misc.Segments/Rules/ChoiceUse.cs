using Nop.Plugin.Misc.Segments.Rules.Criteria;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>A place in a definition where something of the shop is chosen.</summary>
/// <param name="Path">The place, such as <c>rules[1].where[0].value</c>.</param>
/// <param name="ListName">The list that is chosen from.</param>
/// <param name="Choices">What is chosen.</param>
/// <param name="Criterion">What is compared with the choices; null for a segment.</param>
/// <param name="IsSingle">Whether just one can be chosen, so that the place itself is the choice.</param>
public sealed record ChoiceUse(string Path, string ListName, IReadOnlyList<Choice> Choices, Criterion? Criterion, bool IsSingle)
{
    /// <summary>The path of one of the choices.</summary>
    public string PathOf(int index) => IsSingle ? Path : $"{Path}[{index}]";
}
