using Nop.Core.Configuration;

namespace Nop.Plugin.Misc.Segments;

/// <summary>What a shop decides for all its segments.</summary>
public class SegmentsSettings : ISettings
{
    /// <summary>The ids of the order statuses that count.</summary>
    public List<int> OrderStatusIds { get; set; } = [];

    /// <summary>The ids of the payment statuses that count.</summary>
    public List<int> PaymentStatusIds { get; set; } = [];

    /// <summary>For how many days it is kept who entered and left; 0 for ever.</summary>
    public int HistoryDays { get; set; } = 730;

    /// <summary>
    /// After how many days at most every active segment is refreshed in full, for changes that the shop tells nobody of, such as those that another
    /// program makes in the database; 0 for never.
    /// </summary>
    public int FullRefreshDays { get; set; } = 7;

    /// <summary>Whether a new segment takes guests in at first.</summary>
    public bool IncludeGuestsByDefault { get; set; }

    /// <summary>Whether webhooks may be sent to addresses within the shop's own network, and there without https.</summary>
    public bool AllowPrivateWebhooks { get; set; }
}
