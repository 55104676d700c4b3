namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>When something has to have happened to count.</summary>
public abstract record TimeWindow;

/// <summary>What an age is counted in.</summary>
public enum TimeUnit
{
    /// <summary>Whole local days; today is 0.</summary>
    Day,

    /// <summary>Hours from now.</summary>
    Hour
}

/// <summary>At most so old.</summary>
public sealed record LastWindow(int Count, TimeUnit Unit) : TimeWindow;

/// <summary>Older than that.</summary>
public sealed record OlderThanWindow(int Count, TimeUnit Unit) : TimeWindow;

/// <summary>At least so old and at most so old.</summary>
public sealed record AgeWindow(int From, int To, TimeUnit Unit) : TimeWindow;

/// <summary>From one local day to another, both included; either may be missing, not both.</summary>
public sealed record DatesWindow(DateOnly? From, DateOnly? To) : TimeWindow;
