using System.IO.Pipelines;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences.Export;

/// <summary>Takes what is written, and remembers how much there ever was that had not been handed on yet.</summary>
internal sealed class CountingPipe(Stream target) : PipeWriter
{
    private readonly PipeWriter _inner = Create(target, new StreamPipeWriterOptions(leaveOpen: true));
    private long _held;

    /// <summary>The most bytes that were held back at a time.</summary>
    public long MostHeld { get; private set; }

    /// <summary>How often what was held was handed on.</summary>
    public int Flushes { get; private set; }

    public override void Advance(int bytes)
    {
        _inner.Advance(bytes);
        _held += bytes;
        MostHeld = Math.Max(MostHeld, _held);
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => _inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _inner.GetSpan(sizeHint);

    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        var result = await _inner.FlushAsync(cancellationToken);
        _held = 0;
        Flushes++;
        return result;
    }

    public override void CancelPendingFlush() => _inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => _inner.Complete(exception);
}
