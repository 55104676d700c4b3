namespace Nop.Plugin.Misc.Segments.Audiences.Lists;

/// <summary>What a segment's rules make of a list.</summary>
public enum ListUse
{
    /// <summary>Who is on the list is in the segment, whatever else the rules say.</summary>
    Included,

    /// <summary>Who is on the list is not in the segment, whatever else the rules say.</summary>
    Excluded,

    /// <summary>The list stands somewhere among the rules.</summary>
    Named
}
