using System.Diagnostics;

namespace Segments.Benchmarks.Scale.Measurements;

/// <summary>Watches how much memory the process takes beyond what it took at first.</summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watching;
    private readonly long _idle;
    private long _peak;

    /// <summary>Begins to watch, after all that can be freed was freed.</summary>
    public MemoryWatch()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _idle = _peak = Sample();
        _watching = WatchAsync();
    }

    /// <summary>The most that was seen beyond the beginning, in megabytes.</summary>
    public double PeakMegabytes => (Interlocked.Read(ref _peak) - _idle) / (1024.0 * 1024);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
                Interlocked.Exchange(ref _peak, Math.Max(Interlocked.Read(ref _peak), Sample()));
        }
        catch (OperationCanceledException)
        {
            // That is its end.
        }
    }

    private static long Sample()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
