namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>Who gets a campaign, in numbers.</summary>
/// <param name="Recipients">How many addresses get it.</param>
/// <param name="Subscribers">How many would without segments and without a look at earlier mails.</param>
/// <param name="Members">How many customers are in the segments it goes to; 0 when it goes to everybody.</param>
/// <param name="Unreached">How many members do not get it, by reason; none is missing and none in two, so that the rest are the recipients.</param>
public sealed record RecipientReport(int Recipients, int Subscribers, int Members, IReadOnlyDictionary<UnreachedReason, int> Unreached);
