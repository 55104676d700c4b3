namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>In how many of the chosen segments a customer has to be. The numbers are stored; 0 is none of these.</summary>
public enum SegmentMatch
{
    /// <summary>In at least one of them.</summary>
    Any = 1,

    /// <summary>In every one of them.</summary>
    All = 2,

    /// <summary>In none of them.</summary>
    None = 3
}
