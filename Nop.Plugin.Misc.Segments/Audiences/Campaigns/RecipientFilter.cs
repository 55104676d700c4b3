using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>All that decides who gets a campaign, beside having subscribed.</summary>
/// <param name="Audience">The segments.</param>
public sealed record RecipientFilter(CampaignAudience Audience)
{
    /// <summary>The store; 0 for all.</summary>
    public int StoreId { get; init; }

    /// <summary>The kind of newsletter; 0 for all.</summary>
    public int SubscriptionTypeId { get; init; }

    /// <summary>The customer role; 0 for all.</summary>
    public int CustomerRoleId { get; init; }

    /// <summary>Who got this campaign already is left out; 0 for nobody.</summary>
    public int UnmailedByCampaignId { get; init; }

    /// <summary>Who got any campaign since then is left out; null for nobody.</summary>
    public DateTime? UnmailedSinceUtc { get; init; }

    /// <summary>What a sending was begun with.</summary>
    public static RecipientFilter Of(CampaignSending sending) => new(new CampaignAudience(SegmentIdList.Read(sending.IncludedIds), SegmentIdList.Read(sending.ExcludedIds)))
    {
        StoreId = sending.StoreId,
        SubscriptionTypeId = sending.SubscriptionTypeId,
        CustomerRoleId = sending.CustomerRoleId,
        UnmailedByCampaignId = sending.OnlyNew ? sending.CampaignId : 0,
        UnmailedSinceUtc = sending.QuietDays > 0 ? sending.StartedOnUtc.AddDays(-sending.QuietDays) : null
    };
}
