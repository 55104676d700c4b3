namespace Shop.CommandLine;

/// <summary>A clock that always shows the same moment. Timers and durations still run.</summary>
public sealed class StandingClock(DateTimeOffset moment) : TimeProvider
{
    public override DateTimeOffset GetUtcNow()
    {
        return moment.ToUniversalTime();
    }
}
