using System.Threading.Channels;

namespace Nop.Plugin.Misc.Segments.Audiences;

/// <summary>
/// Wakes the <see cref="AudienceWorker"/>. A signal says only that there is something to do: one that waits already stands for all that come after it.
/// </summary>
public sealed class AudienceSignal
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { SingleReader = true });

    /// <summary>Something is to be done.</summary>
    public void Send() => _channel.Writer.TryWrite(true);

    /// <summary>Waits for a signal.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _channel.Reader.ReadAsync(cancellationToken);
}
