using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>
/// One sending of a campaign from our card, with what was chosen when it began: a sending that was broken off goes on by the same choice. A campaign
/// has one that is not finished at most, because the next number is only given when the last is.
/// </summary>
public class CampaignSending : BaseEntity
{
    /// <summary>The campaign.</summary>
    public int CampaignId { get; set; }

    /// <summary>The how manieth of the campaign; from 1.</summary>
    public int Number { get; set; }

    /// <summary>The ids of the segments it goes to, with commas between them; empty for everybody.</summary>
    public string IncludedIds { get; set; } = string.Empty;

    /// <summary>The ids of the segments it does not go to, with commas between them.</summary>
    public string ExcludedIds { get; set; } = string.Empty;

    /// <summary>The store; 0 for all.</summary>
    public int StoreId { get; set; }

    /// <summary>The kind of newsletter; 0 for all.</summary>
    public int SubscriptionTypeId { get; set; }

    /// <summary>The customer role; 0 for all.</summary>
    public int CustomerRoleId { get; set; }

    /// <summary>The e-mail account it is sent from.</summary>
    public int EmailAccountId { get; set; }

    /// <summary>Whether it leaves out who got an earlier sending of the campaign.</summary>
    public bool OnlyNew { get; set; }

    /// <summary>It leaves out who got any campaign within so many days before it began; 0 for nobody.</summary>
    public int QuietDays { get; set; }

    /// <summary>How many addresses it had when it began.</summary>
    public int Total { get; set; }

    /// <summary>When it began.</summary>
    public DateTime StartedOnUtc { get; set; }

    /// <summary>When nobody was left, or a merchant ended it; null while it goes on.</summary>
    public DateTime? FinishedOnUtc { get; set; }
}
