using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Segments.Benchmarks.Scale.Data;
using Shop.Demo;
using Shop.Services.Orders;
using OrderLine = Shop.Services.Orders.OrderLine;

namespace Segments.Benchmarks.Scale.Measurements;

/// <summary>What orders cost their requests, and how soon they move their customers. Milliseconds throughout.</summary>
/// <param name="Latencies">From the end of each response until the customer's memberships are stored.</param>
/// <param name="Calls">Each call of a consumer of the plugin: a mark, or finding that there is nothing to mark.</param>
/// <param name="PerOrder">All of these calls of one order together.</param>
internal sealed record LatencyResult(IReadOnlyList<double> Latencies, IReadOnlyList<double> Calls, IReadOnlyList<double> PerOrder);

/// <summary>Places orders one after another, while the worker runs as it does in a shop.</summary>
internal sealed class LatencyMeasurement(ScaleDatabase shop, SegmentSet segments)
{
    private const int WarmUps = 20;
    private const int Orders = 300;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Places them, and takes them back at the end.</summary>
    /// <exception cref="InvalidOperationException">A customer's memberships are not what the rules say, or were not looked at in time.</exception>
    public async Task<LatencyResult> MeasureAsync()
    {
        var customers = await ShopCustomers.PickAsync(shop, WarmUps + Orders);
        var last = await shop.InScopeAsync<IRepository<Order>, int>(orders => orders.Table.MaxAsync(order => order.Id));
        var worker = shop.Services.GetServices<IHostedService>().OfType<DrainWorker>().Single();
        await worker.StartAsync(CancellationToken.None);
        try
        {
            return await PlaceAllAsync(customers);
        }
        finally
        {
            await worker.StopAsync(CancellationToken.None);
            await shop.InScopeAsync<IRepository<Order>>(orders => shop.Engine.ExecuteAsync([$"""DELETE FROM "Order" WHERE "Id" > {last}"""]));
        }
    }

    private async Task<LatencyResult> PlaceAllAsync(IReadOnlyList<int> customers)
    {
        var times = shop.Services.GetRequiredService<ConsumerTimes>();
        var random = new SeededRandom(ScaleShop.Seed, "latency");
        var (latencies, calls, perOrder) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < customers.Count; i++)
        {
            times.Take();
            await VisitorRequest.ServeAsync(shop.Services, services => PlaceAsync(services, customers[i], random));
            var latency = await WaitAsync(customers[i], Stopwatch.GetTimestamp());
            var taken = times.Take();
            await CheckAsync(customers[i]);
            if (i < WarmUps)
                continue;
            latencies.Add(latency);
            calls.AddRange(taken);
            perOrder.Add(taken.Sum());
        }

        return new LatencyResult(latencies, calls, perOrder);
    }

    private static async Task PlaceAsync(IServiceProvider services, int customerId, SeededRandom random)
    {
        var customer = await services.GetRequiredService<IRepository<Customer>>().GetByIdAsync(customerId);
        await services.GetRequiredService<IWorkContext>().SetCurrentCustomerAsync(customer);
        OrderLine[] lines = [Line(), Line()];
        await services.GetRequiredService<OrderProcessing>().PlaceAsync(customer, customer.RegisteredInStoreId, lines, paid: true);

        OrderLine Line() => new(1 + random.Next(ScaleShop.Products), random.Between(1, 3), random.Between(5, 150));
    }

    /// <summary>Waits until the rows are gone that say that the customer has to be looked at: they go with the transaction that stores the effect.</summary>
    private async Task<double> WaitAsync(int customerId, long start)
    {
        while (await shop.InScopeAsync<IRepository<DirtyCustomer>, bool>(queue => queue.Table.AnyAsync(row => row.CustomerId == customerId)))
        {
            if (Stopwatch.GetElapsedTime(start) > Patience)
                throw new InvalidOperationException($"Customer {customerId} was not looked at within {Patience.TotalSeconds} seconds.");
            await Task.Delay(1);
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private async Task CheckAsync(int customerId)
    {
        var stored = await shop.InScopeAsync<ISegmentService, IReadOnlySet<int>>(service => service.GetSegmentIdsAsync(customerId));
        foreach (var segment in segments.Segments)
        {
            var matches = await shop.InScopeAsync<ISegmentEvaluator, List<int>>(async evaluator =>
                await evaluator.FindMatchesAsync(await evaluator.ReadAsync(segment.Definition), segment.IncludeGuests, CustomerScope.Of([customerId])));
            if (stored.Contains(segment.Id) != matches.Count > 0)
                throw new InvalidOperationException($"Customer {customerId} is {(stored.Contains(segment.Id) ? "wrongly" : "not")} in '{segment.Name}' after an order.");
        }
    }
}
