using System.Transactions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Shop.Data.Sqlite;

/// <summary>The one connection and transaction that stand for a transaction scope, from its first statement to its end.</summary>
internal sealed class SqliteAmbientTransaction(SqliteWriters writers) : ISinglePhaseNotification
{
    private readonly Lock _lock = new();
    private ShopDbContext? _opener;
    private Action? _ended;
    private IDisposable? _turn;
    private bool _begun;
    private bool _committed;
    private bool _over;

    public SqliteConnection Connection { get; private set; } = null!;

    /// <summary>Opens the connection on first use and enlists it.</summary>
    public void Join(Transaction transaction, Func<ShopDbContext> newContext, Action ended)
    {
        lock (_lock)
        {
            if (_opener is not null)
                return;
            _opener = newContext();
            _ended = ended;
            try
            {
                _opener.Database.OpenConnection();
                Connection = (SqliteConnection)_opener.Database.GetDbConnection();
                // Takes the writer's place at once: a transaction that begins by reading could not wait for it later.
                _turn = writers.Wait();
                Execute("BEGIN IMMEDIATE");
                _begun = true;
                transaction.EnlistVolatile(this, EnlistmentOptions.None);
            }
            catch
            {
                End();
                throw;
            }
        }
    }

    /// <summary>Stores the work before the scope is left.</summary>
    public void CommitNow()
    {
        lock (_lock)
        {
            if (_committed || _over)
                return;
            Execute("COMMIT");
            _begun = false;
            _committed = true;
            Close();
        }
    }

    public void SinglePhaseCommit(SinglePhaseEnlistment singlePhaseEnlistment)
    {
        try
        {
            CommitNow();
            End();
            singlePhaseEnlistment.Committed();
        }
        catch (Exception exception)
        {
            End();
            singlePhaseEnlistment.Aborted(exception);
        }
    }

    public void Prepare(PreparingEnlistment preparingEnlistment)
    {
        preparingEnlistment.Prepared();
    }

    public void Commit(Enlistment enlistment)
    {
        CommitNow();
        End();
        enlistment.Done();
    }

    public void Rollback(Enlistment enlistment)
    {
        End();
        enlistment.Done();
    }

    public void InDoubt(Enlistment enlistment)
    {
        End();
        enlistment.Done();
    }

    private void End()
    {
        lock (_lock)
        {
            if (_over)
                return;
            _over = true;
            Close();
            _ended?.Invoke();
        }
    }

    private void Close()
    {
        if (_begun)
            Execute("ROLLBACK");
        _begun = false;
        _opener?.Dispose();
        _turn?.Dispose();
    }

    private void Execute(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
