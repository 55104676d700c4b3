namespace Segments.Benchmarks.Scale;

/// <summary>
/// The time of the made-up shop: it begins at the same moment with every run, and goes on from there, so that a kept database means the same each time.
/// Timers and durations are the real ones.
/// </summary>
internal sealed class ScaleClock : TimeProvider
{
    /// <summary>The moment at which the last order was placed: noon, so that no run sees midnight.</summary>
    public static readonly DateTime Beginning = new(2026, 6, 15, 12, 0, 0, DateTimeKind.Utc);

    private readonly long _started = System.GetTimestamp();

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(Beginning) + System.GetElapsedTime(_started);
}
