using Nop.Core.Domain.Orders;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>The orders that count in every rule and every figure: not deleted, and with the statuses that the settings name.</summary>
public sealed class CountingOrders(IRepository<Order> orders, SegmentsSettings settings)
{
    /// <summary>All of them, or those of the customers in a scope.</summary>
    public IQueryable<Order> Query(CustomerScope? scope = null)
    {
        var orderStatusIds = settings.OrderStatusIds;
        var paymentStatusIds = settings.PaymentStatusIds;
        var counting = orders.Table.Where(o => !o.Deleted && orderStatusIds.Contains(o.OrderStatusId) && paymentStatusIds.Contains(o.PaymentStatusId));
        if (scope is null)
            return counting;
        if (scope.Ids is { } ids)
            return counting.Where(o => ids.Contains(o.CustomerId));
        var (from, to) = (scope.From, scope.To);
        return counting.Where(o => o.CustomerId >= from && o.CustomerId <= to);
    }
}
