using Nop.Core.Domain.Orders;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>The orders that count in every rule and every figure: not deleted, and with the statuses that the settings name.</summary>
public sealed class CountingOrders(IRepository<Order> orders, SegmentsSettings settings)
{
    /// <summary>All of them, or those of the customers in a scope.</summary>
    /// <param name="scope">The customers, or null for all.</param>
    /// <param name="anyStatus">Whether orders of every status are wanted, because a rule itself says which.</param>
    /// <param name="anyPayment">Whether orders of every payment status are wanted.</param>
    public IQueryable<Order> Query(CustomerScope? scope = null, bool anyStatus = false, bool anyPayment = false)
    {
        var orderStatusIds = settings.OrderStatusIds;
        var paymentStatusIds = settings.PaymentStatusIds;
        var counting = orders.Table.Where(o => !o.Deleted);
        if (!anyStatus)
            counting = counting.Where(o => orderStatusIds.Contains(o.OrderStatusId));
        if (!anyPayment)
            counting = counting.Where(o => paymentStatusIds.Contains(o.PaymentStatusId));
        return counting.InScope(scope, o => o.CustomerId);
    }
}
