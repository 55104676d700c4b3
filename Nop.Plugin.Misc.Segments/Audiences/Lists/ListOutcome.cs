namespace Nop.Plugin.Misc.Segments.Audiences.Lists;

/// <summary>What came of something that a merchant did to a list.</summary>
/// <param name="Done">Whether it was done.</param>
/// <param name="Message">What to tell.</param>
public sealed record ListOutcome(bool Done, string Message);
