namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>The segments a campaign goes to and those it does not go to. Who is in one of each does not get it.</summary>
/// <param name="Included">The ids of the former; none for everybody.</param>
/// <param name="Excluded">The ids of the latter.</param>
public sealed record CampaignAudience(IReadOnlyList<int> Included, IReadOnlyList<int> Excluded)
{
    /// <summary>Everybody, as without segments.</summary>
    public static CampaignAudience Everybody { get; } = new([], []);

    /// <summary>Whether no segment is chosen.</summary>
    public bool IsEverybody => Included.Count == 0 && Excluded.Count == 0;
}
