namespace Nop.Plugin.Misc.Segments.Models.Lists;

/// <summary>What a chosen file holds, before it is imported.</summary>
/// <param name="Problem">Why it cannot be imported; null when it can.</param>
/// <param name="Facts">What is in it, a sentence each.</param>
/// <param name="Unreadable">The first lines without an address, each with its number.</param>
public sealed record ListCheckModel(string? Problem, IReadOnlyList<string> Facts, IReadOnlyList<string> Unreadable);
