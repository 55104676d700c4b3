using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Web.Framework.Models;
using Nop.Web.Framework.Mvc.ModelBinding;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>The settings page.</summary>
public record SettingsModel : BaseNopModel
{
    /// <summary>The order statuses that count; at least one.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Settings.OrderStatuses")]
    public List<int> OrderStatusIds { get; set; } = [];

    /// <summary>The order statuses there are.</summary>
    public List<SelectListItem> AvailableOrderStatuses { get; set; } = [];

    /// <summary>The payment statuses that count; at least one.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Settings.PaymentStatuses")]
    public List<int> PaymentStatusIds { get; set; } = [];

    /// <summary>The payment statuses there are.</summary>
    public List<SelectListItem> AvailablePaymentStatuses { get; set; } = [];

    /// <summary>Whether a new segment takes guests in at first.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Settings.IncludeGuests")]
    public bool IncludeGuestsByDefault { get; set; }

    /// <summary>For how many days it is kept who entered and left; 0 for ever.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Settings.HistoryDays")]
    public int HistoryDays { get; set; }

    /// <summary>After how many days at most every active segment is refreshed in full; 0 for never.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Settings.FullRefreshDays")]
    public int FullRefreshDays { get; set; }

    /// <summary>Whether webhooks may be sent into the shop's own network.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Settings.AllowPrivateWebhooks")]
    public bool AllowPrivateWebhooks { get; set; }

    /// <summary>Minutes between two runs of the schedule task; 1 to 1,440.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Settings.PeriodMinutes")]
    public int PeriodMinutes { get; set; }

    /// <summary>Whether there is the schedule task at all.</summary>
    public bool TaskExists { get; set; }

    /// <summary>Whether it is switched on.</summary>
    public bool TaskEnabled { get; set; }

    /// <summary>When the task last ran, or that it did not.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Settings.LastRun")]
    public string? LastRun { get; set; }
}
