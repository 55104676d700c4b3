using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>A group of customers, described by rules.</summary>
public class Segment : BaseEntity
{
    /// <summary>The name merchants know it by; at most 200 characters.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>What it is for, in the merchant's own words; at most 1,000 characters, or null.</summary>
    public string? Description { get; set; }

    /// <summary>Whether it keeps itself true and can be acted on.</summary>
    public bool Active { get; set; }

    /// <summary>The rules, as the JSON of the rule language.</summary>
    public string Definition { get; set; } = string.Empty;

    /// <summary>Whether guests who ordered may be members too.</summary>
    public bool IncludeGuests { get; set; }

    /// <summary>The number behind <see cref="State"/>.</summary>
    public int StateId { get; set; }

    /// <summary>Why the state is what it is: the error, or what disappeared; null when all is well.</summary>
    public string? StateReason { get; set; }

    /// <summary>How many members there were when membership last changed.</summary>
    public int MemberCount { get; set; }

    /// <summary>How many customers there were when it was last refreshed in full.</summary>
    public int PopulationCount { get; set; }

    /// <summary>When the last full refresh ended; null before the first.</summary>
    public DateTime? RefreshedOnUtc { get; set; }

    /// <summary>How long the last full refresh took, in milliseconds.</summary>
    public int RefreshMilliseconds { get; set; }

    /// <summary>When it was made.</summary>
    public DateTime CreatedOnUtc { get; set; }

    /// <summary>When a merchant last changed it.</summary>
    public DateTime UpdatedOnUtc { get; set; }

    /// <summary>Whether its membership can be relied on.</summary>
    public SegmentState State
    {
        get => (SegmentState)StateId;
        set => StateId = (int)value;
    }
}
