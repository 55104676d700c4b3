using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Tests.Endurance;

/// <summary>Runs the schedule task again and again until it is killed.</summary>
internal static class FiringProcess
{
    public static async Task RunAsync(string database)
    {
        await using var shop = await EnduranceShop.OpenAsync(database);
        await Console.Out.WriteLineAsync("ready");
        while (true)
            await shop.DoAsync<SegmentsTask>(task => task.ExecuteAsync());
    }
}
