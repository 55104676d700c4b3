using System.Diagnostics;
using System.Globalization;
using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Audiences.Roles;
using Nop.Plugin.Misc.Segments.Domain;
using Shop.Demo;

namespace Segments.Benchmarks;

/// <summary>The customer role of a segment with 100,000 members: given to all, looked at with nothing to do, and taken back from all.</summary>
internal static class RolesReport
{
    private const int Members = 100_000;

    /// <summary>Measures and writes.</summary>
    public static Task WriteAsync(TextWriter output) =>
        BenchmarkShop.OnEachAsync(new DemoOptions(10, 10, 490), (database, shop) => RunAsync(output, database, shop));

    private static async Task RunAsync(TextWriter output, string database, BenchmarkShop shop)
    {
        var segmentId = await LargeSegment.FillAsync(shop, Members);
        var role = new CustomerRole { Name = "Everybody", SystemName = "Everybody", Active = true };
        await shop.Get<IRepository<CustomerRole>>().InsertAsync(role, false);
        var roles = shop.Get<IRepository<SegmentRole>>();
        await roles.InsertAsync(new SegmentRole { CustomerRoleId = role.Id, SegmentId = segmentId }, false);

        await TimeAsync("given to all", Members);
        await TimeAsync("nothing to do", Members);
        await roles.DeleteAsync(row => row.CustomerRoleId == role.Id);
        await roles.InsertAsync(new SegmentRole { CustomerRoleId = role.Id, SegmentId = segmentId, Ended = true }, false);
        await TimeAsync("taken from all", 0);

        async Task TimeAsync(string what, int expected)
        {
            var watch = Stopwatch.StartNew();
            await shop.Get<RoleSync>().SyncAllAsync(CancellationToken.None);
            var time = watch.Elapsed;
            var having = await shop.Get<IRepository<CustomerCustomerRoleMapping>>().Table.CountAsync(mapping => mapping.CustomerRoleId == role.Id);
            if (having != expected)
                throw new InvalidOperationException($"{having} customers have the role, not {expected}.");
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"role of {Members:N0} members on {database}, {what}: {time.TotalSeconds:0.0} s"));
        }
    }
}
