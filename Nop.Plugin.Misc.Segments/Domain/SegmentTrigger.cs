using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>Something that is done for each customer who enters or leaves a segment. Which of the values count is up to the action.</summary>
public class SegmentTrigger : BaseEntity
{
    /// <summary>The segment.</summary>
    public int SegmentId { get; set; }

    /// <summary>The name merchants know it by; at most 200 characters.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>Whether it fires.</summary>
    public bool Active { get; set; }

    /// <summary>Whether it fires for those who leave; else for those who enter.</summary>
    public bool OnLeaving { get; set; }

    /// <summary>The number behind <see cref="Action"/>.</summary>
    public int ActionId { get; set; }

    /// <summary>The number behind <see cref="Repeat"/>.</summary>
    public int RepeatId { get; set; }

    /// <summary>The days of <see cref="TriggerRepeat.AtMostOnceIn"/>.</summary>
    public int RepeatDays { get; set; }

    /// <summary>How many hours after entering or leaving it is done.</summary>
    public int DelayHours { get; set; }

    /// <summary>
    /// Whether it fires, too, for those who are found when the members are found for the first time or by changed rules: they have not just become
    /// what the segment says, they have been it before.
    /// </summary>
    public bool IncludesFill { get; set; }

    /// <summary>Whether only addresses with an active newsletter subscription are mailed.</summary>
    public bool SubscribersOnly { get; set; }

    /// <summary>The template of the mail.</summary>
    public int MessageTemplateId { get; set; }

    /// <summary>How many reward points.</summary>
    public int Points { get; set; }

    /// <summary>The discount after which the customer's own is made.</summary>
    public int DiscountId { get; set; }

    /// <summary>What the gift card is worth, in the primary currency.</summary>
    public decimal Amount { get; set; }

    /// <summary>For how many days points or code are good; 0 for ever.</summary>
    public int ValidDays { get; set; }

    /// <summary>The role that is given or taken.</summary>
    public int CustomerRoleId { get; set; }

    /// <summary>The other system's address; at most 1,000 characters.</summary>
    public string? Url { get; set; }

    /// <summary>The secret by which the other system knows that it is told by the shop; at most 200 characters.</summary>
    public string? Secret { get; set; }

    /// <summary>
    /// From which customer on those who are members already are still to be taken in, by id; null when nobody is. It goes on where it stopped.
    /// </summary>
    public int? EnrolFromCustomerId { get; set; }

    /// <summary>When it was made.</summary>
    public DateTime CreatedOnUtc { get; set; }

    /// <summary>When a merchant last changed it.</summary>
    public DateTime UpdatedOnUtc { get; set; }

    /// <summary>What it does.</summary>
    public TriggerAction Action
    {
        get => (TriggerAction)ActionId;
        set => ActionId = (int)value;
    }

    /// <summary>How often it fires for the same customer.</summary>
    public TriggerRepeat Repeat
    {
        get => (TriggerRepeat)RepeatId;
        set => RepeatId = (int)value;
    }
}
