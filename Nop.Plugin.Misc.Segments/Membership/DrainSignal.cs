using System.Threading.Channels;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>
/// Wakes the worker. A signal carries what its request marked: until the request is over nobody else takes these rows. When the channel is full nothing
/// is lost but promptness: the rows are in the queue.
/// </summary>
public sealed class DrainSignal
{
    private const int Capacity = 1_000;
    private readonly Channel<DirtyMarks> _channel = Channel.CreateBounded<DirtyMarks>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    /// <summary>Something is to be done: rows in the queue, or a segment that is Computing.</summary>
    public void Send() => _channel.Writer.TryWrite(new DirtyMarks());

    /// <summary>These customers changed.</summary>
    public void Send(DirtyMarks marks) => _channel.Writer.TryWrite(marks);

    /// <summary>Waits for a signal; all that wait are taken as one. Null when none came in time.</summary>
    public async Task<DirtyMarks?> WaitAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (patience != Timeout.InfiniteTimeSpan)
            timeout.CancelAfter(patience);
        try
        {
            var marks = (await _channel.Reader.ReadAsync(timeout.Token)).Copy();
            while (_channel.Reader.TryRead(out var more))
                marks.Add(more);
            return marks;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Waits for a signal; all that wait are taken as one.</summary>
    public async Task<DirtyMarks> WaitAsync(CancellationToken cancellationToken) => (await WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken))!;
}
