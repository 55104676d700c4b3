namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>How far the firing of a trigger is.</summary>
public enum FiringState
{
    /// <summary>Its time has not come, or it is tried again later.</summary>
    Waiting = 0,

    /// <summary>The customer has got it.</summary>
    Done = 10,

    /// <summary>The customer does not get it, for a good reason.</summary>
    Cancelled = 20,

    /// <summary>It failed too often; a merchant can have it tried again.</summary>
    Failed = 30
}
