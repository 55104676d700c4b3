using Nop.Core.Domain.Customers;
using Nop.Data;
using Segments.Benchmarks.Scale.Data;
using Shop.Demo;

namespace Segments.Benchmarks.Scale.Measurements;

/// <summary>Picks customers of a made-up shop.</summary>
internal static class ShopCustomers
{
    /// <summary>The ids of so many different ones who have an account, or of all there are, in any order.</summary>
    public static async Task<IReadOnlyList<int>> PickAsync(ScaleDatabase shop, int count)
    {
        var ids = await shop.InScopeAsync<IRepository<Customer>, List<int>>(customers => customers.Table
            .Where(customer => customer.Active && !customer.Deleted && !customer.IsSystemAccount && customer.Email != null)
            .OrderBy(customer => customer.Id).Select(customer => customer.Id).ToListAsync());
        var random = new SeededRandom(ScaleShop.Seed, "picked");
        for (var i = 0; i < Math.Min(count, ids.Count); i++)
        {
            var other = i + random.Next(ids.Count - i);
            (ids[i], ids[other]) = (ids[other], ids[i]);
        }

        return ids.GetRange(0, Math.Min(count, ids.Count));
    }
}
