namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>How often a trigger fires for the same customer.</summary>
public enum TriggerRepeat
{
    /// <summary>Once and never again.</summary>
    Once = 0,

    /// <summary>Each time.</summary>
    EachTime = 10,

    /// <summary>At most once in so many days.</summary>
    AtMostOnceIn = 20
}
