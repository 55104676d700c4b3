using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Segments.Benchmarks;

/// <summary>A segment that is as large as wanted, of customers made for it.</summary>
internal static class LargeSegment
{
    private const int Chunk = 50_000;

    /// <summary>Adds the customers and the segment.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="members">How many; whole chunks of 50,000.</param>
    /// <returns>The segment's id.</returns>
    public static async Task<int> FillAsync(BenchmarkShop shop, int members)
    {
        var segment = new Segment { Name = "Everybody", Active = true, Definition = "{}", RefreshedOnUtc = DateTime.UnixEpoch };
        await shop.Get<IRepository<Segment>>().InsertAsync(segment, false);
        for (var from = 0; from < members; from += Chunk)
        {
            var customers = Enumerable.Range(from, Chunk).Select(n => new Customer
            {
                Active = true,
                Email = $"customer{n}@example.com",
                FirstName = "Anna",
                LastName = $"Svensson {n}",
                Phone = $"0170 {n:0000000}",
                City = "Berlin",
                ZipPostalCode = "10117",
                CreatedOnUtc = DateTime.UnixEpoch,
                LastActivityDateUtc = DateTime.UnixEpoch
            }).ToList();
            await shop.Get<IRepository<Customer>>().InsertAsync(customers, false);
        }

        var ids = await shop.Get<IRepository<Customer>>().Table
            .Where(c => c.LastName != null && c.LastName.StartsWith("Svensson ")).Select(c => c.Id).ToListAsync();
        foreach (var chunk in ids.Chunk(Chunk))
            await shop.Get<IRepository<SegmentMember>>().InsertAsync(
                chunk.Select(id => new SegmentMember { SegmentId = segment.Id, CustomerId = id, EnteredOnUtc = DateTime.UnixEpoch }).ToList(), false);
        return segment.Id;
    }
}
