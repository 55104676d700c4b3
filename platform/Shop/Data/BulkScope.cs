using System.Transactions;

namespace Shop.Data;

/// <summary>
/// The transaction scope of a bulk call. Like the platform's own it stays current after it is complete until the call returns:
/// whoever hears the call's events cannot use the database without suppressing it.
/// </summary>
internal sealed class BulkScope : IDisposable
{
    private readonly DatabaseEngine _engine;
    private readonly TransactionScope _scope;
    private readonly Transaction? _own;

    public BulkScope(DatabaseEngine engine)
    {
        _engine = engine;
        var joins = Transaction.Current is not null;
        _scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled);
        _own = joins ? null : Transaction.Current;
    }

    public void Complete()
    {
        _scope.Complete();
        if (_own is not null)
            _engine.ScopeCompleted(_own);
    }

    public void Dispose()
    {
        _scope.Dispose();
    }
}
