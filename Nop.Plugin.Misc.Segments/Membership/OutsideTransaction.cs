using System.Transactions;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>
/// Work that keeps out of the transaction around it. Events of bulk calls are published inside one that is already complete: in there every query
/// fails, reading too.
/// </summary>
internal static class OutsideTransaction
{
    /// <summary>Whether there is a transaction around the caller, complete or not: what it changed others may not see yet.</summary>
    public static bool IsInside()
    {
        try
        {
            return Transaction.Current is not null;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    public static async Task RunAsync(Func<Task> work)
    {
        using var scope = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        await work();
        scope.Complete();
    }
}
