namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>What a trigger does.</summary>
public enum TriggerAction
{
    /// <summary>Sends a mail.</summary>
    Mail = 0,

    /// <summary>Gives reward points.</summary>
    RewardPoints = 10,

    /// <summary>Gives a code of the customer's own for a discount, and mails it.</summary>
    Coupon = 20,

    /// <summary>Gives a gift card, and mails its code.</summary>
    GiftCard = 30,

    /// <summary>Gives a customer role.</summary>
    AddRole = 40,

    /// <summary>Takes a customer role.</summary>
    RemoveRole = 50,

    /// <summary>Tells another system.</summary>
    Webhook = 60
}
