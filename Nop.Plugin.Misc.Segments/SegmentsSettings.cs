using Nop.Core.Configuration;

namespace Nop.Plugin.Misc.Segments;

/// <summary>What a shop decides for all its segments.</summary>
public class SegmentsSettings : ISettings
{
    /// <summary>The ids of the order statuses that count.</summary>
    public List<int> OrderStatusIds { get; set; } = [];

    /// <summary>The ids of the payment statuses that count.</summary>
    public List<int> PaymentStatusIds { get; set; } = [];

    /// <summary>Whether a new segment takes guests in at first.</summary>
    public bool IncludeGuestsByDefault { get; set; }
}
