using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>One mail of a sending. Its key is the address: no address gets two of one sending.</summary>
public class CampaignDelivery : BaseEntity
{
    /// <summary>The campaign.</summary>
    public int CampaignId { get; set; }

    /// <summary>The number of the campaign's sending.</summary>
    public int Number { get; set; }

    /// <summary>The address, in small letters; at most 255 characters.</summary>
    public string Email { get; set; } = string.Empty;

    /// <summary>The customer; 0 where the address is that of a subscriber without an account.</summary>
    public int CustomerId { get; set; }

    /// <summary>When the mail was put into the shop's queue.</summary>
    public DateTime SentOnUtc { get; set; }
}
