namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>What a merchant chooses for one sending; all else stands in the campaign.</summary>
/// <param name="EmailAccountId">The e-mail account it is sent from.</param>
/// <param name="OnlyNew">Whether who got the campaign before is left out.</param>
/// <param name="QuietDays">Who got any campaign within so many days is left out; 0 for nobody.</param>
public sealed record SendingChoice(int EmailAccountId, bool OnlyNew, int QuietDays);
