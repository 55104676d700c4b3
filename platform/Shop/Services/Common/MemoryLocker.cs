using System.Collections.Concurrent;
using Nop.Core.Caching;

namespace Shop.Services.Common;

/// <summary>Locks of this process. A lock's time runs out even while its action is still running.</summary>
internal sealed class MemoryLocker : ILocker
{
    private readonly ConcurrentDictionary<string, (object Owner, long Until, CancellationTokenSource? Source)> _locks = new();

    public async Task<bool> PerformActionWithLockAsync(string resource, TimeSpan expirationTime, Func<Task> action)
    {
        var owner = new object();
        if (!TryTake(resource, owner, expirationTime, null))
            return false;
        try
        {
            await action();
            return true;
        }
        finally
        {
            Release(resource, owner);
        }
    }

    public async Task RunWithHeartbeatAsync(string key, TimeSpan expirationTime, TimeSpan heartbeatInterval, Func<CancellationToken, Task> action,
        CancellationTokenSource? cancellationTokenSource = null)
    {
        var source = cancellationTokenSource ?? new CancellationTokenSource();
        var owner = new object();
        if (!TryTake(key, owner, expirationTime, source))
            return;
        await using var heartbeat = new Timer(_ => Prolong(key, owner, expirationTime), null, heartbeatInterval, heartbeatInterval);
        try
        {
            await action(source.Token);
        }
        catch (OperationCanceledException) when (source.IsCancellationRequested)
        {
            // Being cancelled is how it was asked to end.
        }
        finally
        {
            Release(key, owner);
        }
    }

    public async Task CancelTaskAsync(string key, TimeSpan expirationTime)
    {
        if (_locks.TryGetValue(key, out var held) && held.Source is not null)
            await held.Source.CancelAsync();
    }

    public Task<bool> IsTaskRunningAsync(string key)
    {
        return Task.FromResult(_locks.TryGetValue(key, out var held) && held.Until > Environment.TickCount64);
    }

    private bool TryTake(string key, object owner, TimeSpan time, CancellationTokenSource? source)
    {
        var now = Environment.TickCount64;
        var mine = (owner, now + (long)time.TotalMilliseconds, source);
        return ReferenceEquals(_locks.AddOrUpdate(key, mine, (_, held) => held.Until > now ? held : mine).Owner, owner);
    }

    private void Prolong(string key, object owner, TimeSpan time)
    {
        if (_locks.TryGetValue(key, out var held) && ReferenceEquals(held.Owner, owner))
            _locks.TryUpdate(key, held with { Until = Environment.TickCount64 + (long)time.TotalMilliseconds }, held);
    }

    private void Release(string key, object owner)
    {
        if (_locks.TryGetValue(key, out var held) && ReferenceEquals(held.Owner, owner))
            _locks.TryRemove(KeyValuePair.Create(key, held));
    }
}
