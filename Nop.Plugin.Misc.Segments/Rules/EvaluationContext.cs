using Nop.Core.Domain.Orders;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>What the predicates of one evaluation share: the moment, the scope, and which orders count.</summary>
public sealed class EvaluationContext
{
    /// <summary>The moment, in the shop's own days.</summary>
    public required ShopCalendar Calendar { get; init; }

    /// <summary>The orders that count, of the customers in the scope.</summary>
    public required IQueryable<Order> CountingOrders { get; init; }

    /// <summary>The ids of each category's subcategories; filled when the definition asks for subcategories.</summary>
    public required ILookup<int, int> Subcategories { get; init; }
}
