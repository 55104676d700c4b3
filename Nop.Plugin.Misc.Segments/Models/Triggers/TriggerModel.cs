using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Web.Framework.Models;
using Nop.Web.Framework.Mvc.ModelBinding;

namespace Nop.Plugin.Misc.Segments.Models.Triggers;

/// <summary>What a merchant edits of a trigger. Which of the fields count is up to the action.</summary>
public record TriggerModel : BaseNopEntityModel
{
    /// <summary>The template of <see cref="MessageTemplateId"/> that stands for a new one of the trigger's own.</summary>
    public const int OwnTemplate = -1;

    /// <summary>The segment.</summary>
    public int SegmentId { get; set; }

    /// <summary>The name; at most 200 characters.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Trigger.Fields.Name")]
    public string? Name { get; set; }

    /// <summary>Whether it fires.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Trigger.Fields.Active")]
    public bool Active { get; set; } = true;

    /// <summary>Whether it fires for those who leave; else for those who enter.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Trigger.Fields.When")]
    public bool OnLeaving { get; set; }

    /// <summary>What it does.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Trigger.Fields.Action")]
    public int ActionId { get; set; }

    /// <summary>How long after entering or leaving.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Trigger.Fields.Delay")]
    public int Delay { get; set; }

    /// <summary>Whether <see cref="Delay"/> is in days; else in hours.</summary>
    public bool DelayInDays { get; set; } = true;

    /// <summary>How often for the same customer.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Trigger.Fields.Repeat")]
    public int RepeatId { get; set; }

    /// <summary>The days of "at most once in".</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Trigger.Fields.RepeatDays")]
    public int RepeatDays { get; set; } = 30;

    /// <summary>Whether it fires, too, for those who are found when the members are found for the first time or by changed rules.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Trigger.Fields.IncludesFill")]
    public bool IncludesFill { get; set; }

    /// <summary>Whether a new trigger fires, too, for those who are members already.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Trigger.Fields.EnrolMembers")]
    public bool EnrolMembers { get; set; }

    /// <summary>Whether only newsletter subscribers are mailed.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Trigger.Fields.SubscribersOnly")]
    public bool SubscribersOnly { get; set; } = true;

    /// <summary>The template of the mail; <see cref="OwnTemplate"/> for a new one.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Trigger.Fields.Template")]
    public int MessageTemplateId { get; set; }

    /// <summary>How many reward points.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Trigger.Fields.Points")]
    public int Points { get; set; }

    /// <summary>The discount after which customers' own are made.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Trigger.Fields.Discount")]
    public int DiscountId { get; set; }

    /// <summary>What the gift card is worth, in the primary currency.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Trigger.Fields.Amount")]
    public decimal Amount { get; set; }

    /// <summary>For how many days points or code are good; 0 for ever.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Trigger.Fields.ValidDays")]
    public int ValidDays { get; set; }

    /// <summary>The role that is given or taken.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Trigger.Fields.Role")]
    public int CustomerRoleId { get; set; }

    /// <summary>The other system's address.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Trigger.Fields.Url")]
    public string? Url { get; set; }

    /// <summary>What only the page shows.</summary>
    [BindNever]
    public TriggerPageModel Page { get; set; } = new();
}

/// <summary>What the page of a trigger shows beside its fields.</summary>
public sealed record TriggerPageModel : BaseNopModel
{
    /// <summary>The name of the segment.</summary>
    public string SegmentName { get; set; } = string.Empty;

    /// <summary>The trigger in a sentence; empty for a new one.</summary>
    public string Sentence { get; set; } = string.Empty;

    /// <summary>How often it was done and so on, in words; empty for a new one.</summary>
    public string Counts { get; set; } = string.Empty;

    /// <summary>What triggers can do.</summary>
    public IReadOnlyList<SelectListItem> Actions { get; set; } = [];

    /// <summary>How often they can.</summary>
    public IReadOnlyList<SelectListItem> Repeats { get; set; } = [];

    /// <summary>The units of the delay.</summary>
    public IReadOnlyList<SelectListItem> Units { get; set; } = [];

    /// <summary>The templates.</summary>
    public IReadOnlyList<SelectListItem> Templates { get; set; } = [];

    /// <summary>The discounts.</summary>
    public IReadOnlyList<SelectListItem> Discounts { get; set; } = [];

    /// <summary>The roles.</summary>
    public IReadOnlyList<SelectListItem> Roles { get; set; } = [];

    /// <summary>The code of the primary currency.</summary>
    public string Currency { get; set; } = string.Empty;

    /// <summary>The secret of the webhook; null when there is none yet.</summary>
    public string? Secret { get; set; }

    /// <summary>The template that is saved with the trigger; 0 for none, or for a visitor who may not change templates.</summary>
    public int EditableTemplateId { get; set; }

    /// <summary>Whether the trigger could be given a template of its own.</summary>
    public bool CanHaveOwnTemplate { get; set; }

    /// <summary>Whether those who are members now can still be taken in.</summary>
    public bool CanEnrol { get; set; }

    /// <summary>Whether those who are members now are being taken in.</summary>
    public bool IsEnrolling { get; set; }

    /// <summary>How many were given up.</summary>
    public int Failed { get; set; }

    /// <summary>The templates that fit an action, by "action" and "action-leaving", of those that come with the plugin.</summary>
    public IReadOnlyDictionary<string, int> FittingTemplates { get; set; } = new Dictionary<string, int>();

    /// <summary>The grid of what it did.</summary>
    public FiringSearchModel Firings { get; set; } = new();
}
