using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Tests.Endurance;

/// <summary>A shop with its worker, in which many shoppers do something all the time while a merchant edits and refreshes segments.</summary>
internal static class SellingProcess
{
    public static async Task RunAsync(string database, int seed, int shoppers, int seconds)
    {
        await using var shop = await EnduranceShop.OpenAsync(database);
        var worker = shop.Services.GetServices<IHostedService>().OfType<DrainWorker>().Single();
        await worker.StartAsync(CancellationToken.None);
        // The first of its kind makes a process compile queries, which is nobody's fault.
        var first = new Random(seed);
        for (var i = 0; i < 60; i++)
            await InRequestAsync(shop, () => i % 10 == 0 ? shop.ManageAsync(first) : shop.TradeAsync(first));
        await Console.Out.WriteLineAsync("ready");

        var end = Stopwatch.GetTimestamp() + seconds * Stopwatch.Frequency;
        var (requests, slowest) = (0, TimeSpan.Zero);
        var sync = new Lock();
        await Task.WhenAll(Enumerable.Range(0, shoppers).Select(i => Task.Run(async () =>
        {
            var random = new Random(seed + i);
            while (Stopwatch.GetTimestamp() < end)
            {
                var started = Stopwatch.GetTimestamp();
                await InRequestAsync(shop, () => i == 0 ? shop.ManageAsync(random) : shop.TradeAsync(random));
                var took = Stopwatch.GetElapsedTime(started);
                lock (sync)
                    (requests, slowest) = (requests + 1, took > slowest ? took : slowest);
                await Task.Delay(random.Next(i == 0 ? 200 : 20));
            }
        })));
        await worker.StopAsync(CancellationToken.None);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{requests} requests, the slowest {slowest.TotalMilliseconds:0} ms"));
    }

    /// <summary>Does something as a request does: what consumers want done at its end is done when it is over.</summary>
    private static async Task InRequestAsync(EnduranceShop shop, Func<Task> work)
    {
        var ends = new Endings();
        var context = new DefaultHttpContext { RequestServices = shop.Services };
        context.Features.Set<IHttpResponseFeature>(ends);
        var accessor = shop.Services.GetRequiredService<IHttpContextAccessor>();
        accessor.HttpContext = context;
        try
        {
            await work();
        }
        finally
        {
            accessor.HttpContext = null;
            foreach (var end in ends.All)
                await end();
        }
    }

    private sealed class Endings : HttpResponseFeature
    {
        public List<Func<Task>> All { get; } = [];

        public override void OnCompleted(Func<object, Task> callback, object state) => All.Add(() => callback(state));
    }
}
