using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>How many members a segment had on one day of the shop's calendar, and how many came and went.</summary>
public class SegmentDay : BaseEntity
{
    /// <summary>The segment.</summary>
    public int SegmentId { get; set; }

    /// <summary>The day in the shop's default time zone, as a date without a time.</summary>
    public DateTime Day { get; set; }

    /// <summary>The members when it was last counted on that day.</summary>
    public int Members { get; set; }

    /// <summary>Entries on that day; a customer who entered twice counts twice.</summary>
    public int Entered { get; set; }

    /// <summary>Exits on that day.</summary>
    public int Left { get; set; }
}
