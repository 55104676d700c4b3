namespace Nop.Plugin.Misc.Segments.Health;

/// <summary>A page of the admin area where something can be done about a finding.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Controller">The page's controller.</param>
/// <param name="Action">The page's action.</param>
/// <param name="Id">What the page shows; null where it needs nothing.</param>
public sealed record HealthLink(string Text, string Controller, string Action, int? Id = null)
{
    /// <summary>What is said behind it; empty for nothing.</summary>
    public string Note { get; init; } = string.Empty;
}
