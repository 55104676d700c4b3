namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>How far a sending is.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Sent">How many mails it has put into the queue.</param>
/// <param name="Total">How many it had to when it began; more or less may come, as subscribers do.</param>
/// <param name="Finished">Whether nobody is left.</param>
/// <param name="After">Where the next page begins.</param>
public sealed record SendingProgress(int Number, int Sent, int Total, bool Finished, int After);
