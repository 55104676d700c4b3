using Microsoft.Data.Sqlite;

namespace Shop.Data.Sqlite;

/// <summary>
/// The queue of those who want to write to one file. SQLite lets one write at a time and has the others look again now and then, so that who waits could
/// wait for ever while another comes back at once: here who came first is next.
/// </summary>
internal sealed class SqliteWriters
{
    private const int Busy = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private bool _taken;

    /// <summary>Waits for a turn; disposing what is returned ends it.</summary>
    public async Task<IDisposable> WaitAsync()
    {
        var place = Enqueue();
        if (await Task.WhenAny(place.Task, Task.Delay(Patience)) != place.Task && place.TrySetCanceled())
            throw new SqliteException("Another has been writing to the database all the time.", Busy);
        return new Turn(this);
    }

    /// <summary>Waits for a turn; disposing what is returned ends it.</summary>
    public IDisposable Wait()
    {
        return WaitAsync().GetAwaiter().GetResult();
    }

    private TaskCompletionSource Enqueue()
    {
        var place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_taken)
                _waiting.Enqueue(place);
            else
                place.SetResult();
            _taken = true;
        }

        return place;
    }

    private void Leave()
    {
        lock (_lock)
        {
            while (_waiting.TryDequeue(out var next))
                if (next.TrySetResult())
                    return;
            _taken = false;
        }
    }

    private sealed class Turn(SqliteWriters writers) : IDisposable
    {
        private SqliteWriters? _writers = writers;

        public void Dispose()
        {
            Interlocked.Exchange(ref _writers, null)?.Leave();
        }
    }
}
