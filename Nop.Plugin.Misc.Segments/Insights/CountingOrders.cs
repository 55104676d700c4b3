using Nop.Core.Domain.Orders;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Insights;

/// <summary>The orders that count in every figure: not deleted, and with the statuses that the settings name.</summary>
public sealed class CountingOrders(IRepository<Order> orders, SegmentsSettings settings)
{
    /// <summary>All of them.</summary>
    public IQueryable<Order> Query()
    {
        var orderStatusIds = settings.OrderStatusIds;
        var paymentStatusIds = settings.PaymentStatusIds;
        return orders.Table.Where(o => !o.Deleted && orderStatusIds.Contains(o.OrderStatusId) && paymentStatusIds.Contains(o.PaymentStatusId));
    }
}
