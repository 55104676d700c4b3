using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Insights;

/// <summary>Measures what the members of a segment ordered, beside everybody else.</summary>
public sealed class SegmentStatistics(
    IRepository<Customer> customers,
    IRepository<SegmentMember> members,
    CountingOrders countingOrders,
    Population population)
{
    /// <summary>The segment's figures and those of all other customers.</summary>
    public async Task<SegmentComparison> CompareAsync(Segment segment)
    {
        var segmentId = segment.Id;
        var own = members.Table.Where(m => m.SegmentId == segmentId);

        var inside =
            from member in own
            join customer in customers.Table on member.CustomerId equals customer.Id
            select customer;
        var outside = (await population.QueryAsync(segment.IncludeGuests)).Where(c => !own.Any(m => m.CustomerId == c.Id));

        return new SegmentComparison(await MeasureAsync(inside), await MeasureAsync(outside));
    }

    private async Task<SegmentFigures> MeasureAsync(IQueryable<Customer> people)
    {
        var customerCount = await people.CountAsync();
        var orders =
            from customer in people
            join order in countingOrders.Query() on customer.Id equals order.CustomerId
            select order;

        // The sum of nothing is unknown to a database: it is asked for only where there is something.
        var orderCount = await orders.CountAsync();
        var sales = orderCount == 0 ? 0 : await orders.SumAsync(o => o.OrderTotal - o.RefundedAmount);
        return new SegmentFigures(customerCount, orderCount, sales);
    }
}
