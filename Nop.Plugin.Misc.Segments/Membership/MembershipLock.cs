using System.Data.Common;
using System.Transactions;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>
/// Makes evaluating and writing one step in the whole shop, also where it runs on several nodes: each step is a transaction that begins by changing
/// the lock's row, so that the database makes the next one wait until it is over. The next then sees everything that was stored before it began:
/// the later truth wins. A process that dies takes its lock with it.
/// </summary>
public class MembershipLock(IRepository<SegmentLock> locks, MembershipGates gates, TimeProvider timeProvider)
{
    private const string Membership = "Membership";
    private const string SegmentRows = "Segments";
    private const string Triggers = "Triggers";
    private const string Roles = "Roles";
    private const int Attempts = 4;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Evaluates and writes as one transaction; all of it again when another writer, a deadlock or a lost connection came between.
    /// </summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> step, CancellationToken cancellationToken = default)
    {
        await gates.Writing.WaitAsync(cancellationToken);
        try
        {
            return await RetryAsync(() => TransactAsync(Membership, step), cancellationToken);
        }
        finally
        {
            gates.Writing.Release();
        }
    }

    /// <summary>The same for a step without an answer.</summary>
    public Task RunAsync(Func<Task> step, CancellationToken cancellationToken = default) => RunAsync(async () =>
    {
        await step();
        return true;
    }, cancellationToken);

    /// <summary>
    /// Reads and changes rows of segments as one transaction, or as a part of the one around it. Taken after the lock of membership, never before it.
    /// </summary>
    public Task<T> ChangeRowsAsync<T>(Func<Task<T>> step) => JoinAsync(SegmentRows, step);

    /// <summary>
    /// Reads and changes what triggers have done and are to do, as one transaction, or as a part of the one around it. Taken after the lock of membership
    /// and before that of rows, never the other way round.
    /// </summary>
    public Task<T> ChangeFiringsAsync<T>(Func<Task<T>> step) => JoinAsync(Triggers, step);

    /// <summary>
    /// Reads and changes the roles that segments give, as one transaction, or as a part of the one around it. Taken after all other locks, never before one.
    /// </summary>
    public Task<T> ChangeRolesAsync<T>(Func<Task<T>> step) => JoinAsync(Roles, step);

    private async Task<T> JoinAsync<T>(string name, Func<Task<T>> step)
    {
        if (Transaction.Current is null)
            return await RetryAsync(() => TransactAsync(name, step), CancellationToken.None);

        await AddMissingAsync();
        await TakeAsync(name);
        return await step();
    }

    private async Task<T> TransactAsync<T>(string name, Func<Task<T>> step)
    {
        await AddMissingAsync();
        using var scope = new TransactionScope(TransactionScopeOption.RequiresNew,
            new TransactionOptions { IsolationLevel = IsolationLevel.ReadCommitted, Timeout = Limit }, TransactionScopeAsyncFlowOption.Enabled);
        await TakeAsync(name);
        var result = await step();
        scope.Complete();
        return result;
    }

    private async Task TakeAsync(string name)
    {
        try
        {
            await locks.UpdateAsync(new SegmentLock { Name = name, TakenOnUtc = timeProvider.GetUtcNow().UtcDateTime }, publishEvent: false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new LockNotTakenException(exception);
        }
    }

    private async Task AddMissingAsync()
    {
        if (gates.LocksAreThere)
            return;
        await AddMissingAsync(Membership);
        await AddMissingAsync(SegmentRows);
        await AddMissingAsync(Triggers);
        await AddMissingAsync(Roles);
        gates.LocksAreThere = true;
    }

    private async Task AddMissingAsync(string name)
    {
        if (await locks.Table.AnyAsync(row => row.Name == name))
            return;
        try
        {
            await locks.InsertAsync(new SegmentLock { Name = name, TakenOnUtc = timeProvider.GetUtcNow().UtcDateTime }, publishEvent: false);
        }
        catch (Exception)
        {
            // Another node may have added it at the same time.
            if (!await locks.Table.AnyAsync(row => row.Name == name))
                throw;
        }
    }

    private async Task<T> RetryAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                return await work();
            }
            catch (Exception exception) when (attempt < Attempts && MayPass(exception))
            {
                await Task.Delay(Pause * attempt, timeProvider, cancellationToken);
            }
    }

    /// <summary>What is the database's and no time-out: a query that took too long once would take as long again.</summary>
    private static bool MayPass(Exception exception)
    {
        var isDatabase = false;
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            switch (cause)
            {
                case LockNotTakenException:
                    return true;
                case TimeoutException:
                    return false;
                case DbException or TransactionException:
                    isDatabase = true;
                    break;
            }

        return isDatabase;
    }

    /// <summary>Somebody else has held the lock for longer than a statement may wait.</summary>
    private sealed class LockNotTakenException(Exception cause) : Exception("The members of the segments are being worked on elsewhere.", cause);
}
