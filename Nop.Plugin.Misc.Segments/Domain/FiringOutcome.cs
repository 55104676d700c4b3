namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>What became of the firing of a trigger.</summary>
public enum FiringOutcome
{
    /// <summary>Nothing yet.</summary>
    None = 0,

    /// <summary>The mail is in the shop's queue.</summary>
    Mailed = 10,

    /// <summary>The points are on the account.</summary>
    PointsGiven = 20,

    /// <summary>The code is made and mailed.</summary>
    CouponGiven = 30,

    /// <summary>The gift card is made and mailed.</summary>
    GiftCardGiven = 40,

    /// <summary>The customer has the role now.</summary>
    RoleGiven = 50,

    /// <summary>The customer had the role before.</summary>
    HadRole = 55,

    /// <summary>The customer has lost the role.</summary>
    RoleTaken = 60,

    /// <summary>The customer did not have the role.</summary>
    HadNoRole = 65,

    /// <summary>The other system has taken it.</summary>
    Delivered = 70,

    /// <summary>The customer had left the segment before the time came.</summary>
    LeftAgain = 100,

    /// <summary>The customer was back in the segment before the time came.</summary>
    CameBack = 110,

    /// <summary>The customer is deleted or not active.</summary>
    CustomerGone = 120,

    /// <summary>There is no address to mail to.</summary>
    NoAddress = 130,

    /// <summary>The address is not subscribed to the newsletter of the store.</summary>
    NotSubscribed = 140,

    /// <summary>The trigger was switched off or deleted before the time came.</summary>
    TriggerOff = 150,

    /// <summary>The segment was switched off or deleted before the time came.</summary>
    SegmentOff = 160,

    /// <summary>It had failed, and the trigger was to do it for the customer anew: the newer firing stands for both.</summary>
    Renewed = 170
}
