using System.Transactions;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>
/// Work that keeps out of the transaction around it. Events of bulk calls are published inside one that is already complete: in there every query
/// fails, reading too.
/// </summary>
internal static class OutsideTransaction
{
    public static async Task RunAsync(Func<Task> work)
    {
        using var scope = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        await work();
        scope.Complete();
    }
}
