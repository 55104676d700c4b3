namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>How a full refresh stands.</summary>
public enum RefreshRunState
{
    /// <summary>Asked for.</summary>
    Waiting = 0,

    /// <summary>Begun and not over; also after a crash, until it goes on.</summary>
    Running = 10,

    /// <summary>Over, and all is true.</summary>
    Done = 20,

    /// <summary>Something went wrong.</summary>
    Failed = 30,

    /// <summary>A merchant stopped it.</summary>
    Cancelled = 40,

    /// <summary>The rules were changed meanwhile: a newer one took its place.</summary>
    Superseded = 50
}
