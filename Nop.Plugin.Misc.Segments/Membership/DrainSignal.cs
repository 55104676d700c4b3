using System.Threading.Channels;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>
/// Wakes the worker. A signal carries the customers that its request marked: their rows may have been taken by another drain in the middle of
/// the request, before its last change. When the channel is full nothing is lost but promptness: the rows are in the queue.
/// </summary>
public sealed class DrainSignal
{
    private const int Capacity = 1_000;
    private readonly Channel<IReadOnlyDictionary<int, RuleSources>> _channel =
        Channel.CreateBounded<IReadOnlyDictionary<int, RuleSources>>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    /// <summary>Something is to be done: rows in the queue, or a segment that is Computing.</summary>
    public void Send() => _channel.Writer.TryWrite(new Dictionary<int, RuleSources>());

    /// <summary>These customers changed.</summary>
    public void Send(IReadOnlyDictionary<int, RuleSources> customers) => _channel.Writer.TryWrite(customers);

    /// <summary>Waits for a signal; all that wait are taken as one.</summary>
    public async Task<IReadOnlyDictionary<int, RuleSources>> WaitAsync(CancellationToken cancellationToken)
    {
        var customers = new Dictionary<int, RuleSources>();
        Merge(await _channel.Reader.ReadAsync(cancellationToken), customers);
        while (_channel.Reader.TryRead(out var more))
            Merge(more, customers);
        return customers;
    }

    private static void Merge(IReadOnlyDictionary<int, RuleSources> from, Dictionary<int, RuleSources> into)
    {
        foreach (var (customerId, sources) in from)
            into[customerId] = into.GetValueOrDefault(customerId) | sources;
    }
}
