using Nop.Plugin.Misc.Segments.Domain;
using Nop.Services.Security;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>What the actions of triggers have in common and what sets them apart.</summary>
public static class TriggerKinds
{
    /// <summary>Whether the action sends a mail, alone or with what it gives.</summary>
    public static bool Mails(this TriggerAction action) => action is TriggerAction.Mail or TriggerAction.Coupon or TriggerAction.GiftCard;

    /// <summary>Whether the action gives a code, which the mail has to name.</summary>
    public static bool GivesCode(this TriggerAction action) => action is TriggerAction.Coupon or TriggerAction.GiftCard;

    /// <summary>Whether what the action gives can run out.</summary>
    public static bool Expires(this TriggerAction action) => action is TriggerAction.RewardPoints or TriggerAction.Coupon;

    /// <summary>Whether the action is about a customer role.</summary>
    public static bool ChangesRole(this TriggerAction action) => action is TriggerAction.AddRole or TriggerAction.RemoveRole;

    /// <summary>
    /// The permission without which nobody may have the shop do it by itself: it is the one for doing it by hand. A webhook takes members out of the shop
    /// as a download does.
    /// </summary>
    public static string PermissionFor(TriggerAction action) => action switch
    {
        TriggerAction.Mail => StandardPermission.Promotions.CAMPAIGNS_SEND_EMAILS,
        TriggerAction.RewardPoints => StandardPermission.Customers.CUSTOMERS_CREATE_EDIT_DELETE,
        TriggerAction.Coupon => StandardPermission.Promotions.DISCOUNTS_CREATE_EDIT_DELETE,
        TriggerAction.GiftCard => StandardPermission.Orders.GIFT_CARDS_CREATE_EDIT_DELETE,
        TriggerAction.AddRole or TriggerAction.RemoveRole => StandardPermission.Customers.CUSTOMER_ROLES_CREATE_EDIT_DELETE,
        TriggerAction.Webhook => SegmentsDefaults.ExportPermission,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "There is no such action.")
    };
}
