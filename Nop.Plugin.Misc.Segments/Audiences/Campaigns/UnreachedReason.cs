namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>Why a member of a campaign's segments does not get it; the first that holds, in this order.</summary>
public enum UnreachedReason
{
    /// <summary>The account is inactive or deleted.</summary>
    InactiveCustomer,

    /// <summary>Neither the account nor an order has an e-mail address.</summary>
    NoEmail,

    /// <summary>A member of a segment that the campaign spares has the address.</summary>
    Excluded,

    /// <summary>The address never subscribed.</summary>
    NotSubscribed,

    /// <summary>The address unsubscribed, or never confirmed.</summary>
    InactiveSubscription,

    /// <summary>The address subscribed in other stores only.</summary>
    OtherStore,

    /// <summary>The address subscribed to other kinds of newsletter only.</summary>
    OtherSubscriptionType,

    /// <summary>Nobody with the address has the campaign's customer role.</summary>
    OtherRole,

    /// <summary>Another account of the same address is inactive or deleted: the shop writes to none of them.</summary>
    OtherAccountInactive,

    /// <summary>The address got this campaign before.</summary>
    MailedByCampaign,

    /// <summary>The address got a campaign lately.</summary>
    MailedLately,

    /// <summary>Another member has the same address: it gets one mail.</summary>
    DuplicateAddress
}
