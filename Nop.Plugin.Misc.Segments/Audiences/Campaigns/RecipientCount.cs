namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>How many subscribers get a campaign.</summary>
/// <param name="Selected">With the chosen segments.</param>
/// <param name="All">Without them.</param>
public sealed record RecipientCount(int Selected, int All);
