using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>A customer role that is given to the members of a segment. It outlives both until it is taken back from everybody.</summary>
public class SegmentRole : BaseEntity
{
    /// <summary>The role; the key: a role belongs to one segment at most. Not a reference.</summary>
    public int CustomerRoleId { get; set; }

    /// <summary>The segment. Not a reference.</summary>
    public int SegmentId { get; set; }

    /// <summary>Whether it is being taken back: nobody is to have it because of the segment.</summary>
    public bool Ended { get; set; }
}
