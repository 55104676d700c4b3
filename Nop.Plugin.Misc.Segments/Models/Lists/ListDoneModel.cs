namespace Nop.Plugin.Misc.Segments.Models.Lists;

/// <summary>What came of an import: exactly one of the two is there.</summary>
/// <param name="Url">The page to go on with; null when nothing was done.</param>
/// <param name="Problem">Why nothing was done.</param>
public sealed record ListDoneModel(string? Url, string? Problem);
