using Nop.Data.Mapping;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data;

/// <summary>The names of the plugin's tables: all begin alike, and none is another's.</summary>
public class SegmentsNameCompatibility : INameCompatibility
{
    /// <inheritdoc />
    public Dictionary<Type, string> TableNames => new()
    {
        [typeof(Segment)] = "CustomerSegment",
        [typeof(SegmentMember)] = "CustomerSegmentMember",
        [typeof(SegmentMembershipChange)] = "CustomerSegmentChange",
        [typeof(DirtyCustomer)] = "CustomerSegmentQueue",
        [typeof(RequirementSegment)] = "CustomerSegmentRequirement",
        [typeof(CampaignSegment)] = "CustomerSegmentCampaign",
        [typeof(CampaignExclusion)] = "CustomerSegmentExclusion",
        [typeof(CampaignSending)] = "CustomerSegmentSending",
        [typeof(CampaignDelivery)] = "CustomerSegmentDelivery",
        [typeof(RankThreshold)] = "CustomerSegmentRank",
        [typeof(RequirementMode)] = "CustomerSegmentRequirementMode",
        [typeof(SegmentLock)] = "CustomerSegmentLock",
        [typeof(RefreshRun)] = "CustomerSegmentRefresh",
        [typeof(SetAsideCustomer)] = "CustomerSegmentSetAside",
        [typeof(SegmentDay)] = "CustomerSegmentDay",
        [typeof(QuietSegment)] = "CustomerSegmentQuiet",
        [typeof(SegmentTrigger)] = "CustomerSegmentTrigger",
        [typeof(TriggerFiring)] = "CustomerSegmentFiring",
        [typeof(CustomerList)] = "CustomerSegmentList",
        [typeof(CustomerListEntry)] = "CustomerSegmentListEntry",
        [typeof(SegmentRole)] = "CustomerSegmentRole",
        [typeof(RoleGrant)] = "CustomerSegmentRoleGrant"
    };

    /// <inheritdoc />
    public Dictionary<(Type, string), string> ColumnName => new()
    {
        // The column is older than the property's name.
        [(typeof(DirtyCustomer), nameof(DirtyCustomer.DueOnUtc))] = "CreatedOnUtc"
    };
}
