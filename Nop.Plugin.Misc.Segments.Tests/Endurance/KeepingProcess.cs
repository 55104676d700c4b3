using Microsoft.Extensions.DependencyInjection;
using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Tests.Endurance;

/// <summary>Drains, refreshes and saves segments until it is killed.</summary>
internal static class KeepingProcess
{
    public static async Task RunAsync(string database, int seed)
    {
        await using var shop = await EnduranceShop.OpenAsync(database);
        var random = new Random(seed);
        await Console.Out.WriteLineAsync("ready");
        while (true)
            switch (random.Next(4))
            {
                case 0:
                    await shop.Services.GetRequiredService<QueueDrainer>().DrainAllAsync();
                    break;
                case 1:
                    await shop.DoAsync<SegmentRefresher>(refresher => refresher.RefreshComputingAsync(CancellationToken.None));
                    break;
                case 2:
                    await shop.ManageAsync(random);
                    break;
                case 3:
                    await shop.DoAsync<SegmentsTask>(task => task.ExecuteAsync());
                    break;
            }
    }
}
