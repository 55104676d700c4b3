using Microsoft.Extensions.DependencyInjection;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Empties the queue, batch by batch, each with services of its own; one at a time in this process.</summary>
public class QueueDrainer(IServiceScopeFactory scopeFactory, MembershipGates gates)
{
    /// <summary>Drains until no row is left.</summary>
    /// <param name="customers">Customers who are known to have changed, whether or not their rows are still there.</param>
    /// <param name="cancellationToken">Stops it; rows whose effect is not stored stay.</param>
    public async Task DrainAsync(IReadOnlyDictionary<int, RuleSources>? customers = null, CancellationToken cancellationToken = default)
    {
        await gates.Draining.WaitAsync(cancellationToken);
        try
        {
            customers ??= new Dictionary<int, RuleSources>();
            while (await DrainBatchAsync(customers, cancellationToken) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                customers = new Dictionary<int, RuleSources>();
            }
        }
        finally
        {
            gates.Draining.Release();
        }
    }

    private async Task<int> DrainBatchAsync(IReadOnlyDictionary<int, RuleSources> customers, CancellationToken cancellationToken)
    {
        await using var scope = scopeFactory.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<QueueBatch>().DrainAsync(customers, cancellationToken);
    }
}
