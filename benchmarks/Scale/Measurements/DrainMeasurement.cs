using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Segments.Benchmarks.Scale.Data;

namespace Segments.Benchmarks.Scale.Measurements;

/// <summary>How fast the queue empties.</summary>
internal static class DrainMeasurement
{
    private const int Customers = 20_000;

    /// <summary>Marks random customers because of their orders, and empties the queue.</summary>
    /// <returns>How many customers were looked at in a second, in all active segments.</returns>
    public static async Task<double> MeasureAsync(ScaleDatabase shop)
    {
        var customers = await ShopCustomers.PickAsync(shop, Customers);
        await shop.InScopeAsync<DirtyCustomerMarker>(async marker =>
        {
            foreach (var customer in customers)
                await marker.MarkAsync(customer, RuleSources.Orders);
        });
        await RequireRowsAsync(shop, customers.Count);

        var start = Stopwatch.GetTimestamp();
        await shop.Services.GetRequiredService<QueueDrainer>().DrainAsync();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await RequireRowsAsync(shop, 0);

        // The marks have signalled too, and nobody waited for it: the worker that runs later shall find nothing old.
        await shop.Services.GetRequiredService<DrainSignal>().WaitAsync(CancellationToken.None);
        return customers.Count / seconds;
    }

    private static async Task RequireRowsAsync(ScaleDatabase shop, int expected)
    {
        var rows = await shop.InScopeAsync<IRepository<DirtyCustomer>, int>(queue => queue.Table.CountAsync());
        if (rows != expected)
            throw new InvalidOperationException($"There are {rows} rows in the queue instead of {expected}.");
    }
}
