using System.Linq.Expressions;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Orders;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Carts;

/// <summary>A product in a cart or on a wishlist.</summary>
public sealed class CartLine
{
    /// <summary>Whose it is.</summary>
    public int CustomerId { get; set; }

    /// <summary>How many pieces.</summary>
    public int Quantity { get; set; }

    /// <summary>What one piece costs by its list price, or the price that the customer entered, in the primary currency.</summary>
    public decimal Price { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTime UpdatedOnUtc { get; set; }
}

/// <summary>Collecting products, in all stores together. A window narrows down to products last changed in it.</summary>
public abstract class CartLinesActivity(
    string name, ShoppingCartType type, IEnumerable<Measure<CartLine>> measures, IRepository<ShoppingCartItem> items, IRepository<Product> products)
    : Activity<CartLine>(measures)
{
    /// <inheritdoc />
    public override string Name => name;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Cart;

    /// <inheritdoc />
    public override IReadOnlyList<Filter> Filters => [];

    /// <inheritdoc />
    protected override Expression<Func<CartLine, int>> CustomerId => line => line.CustomerId;

    /// <inheritdoc />
    protected override IQueryable<CartLine> Rows(ActivityCondition condition, EvaluationContext context)
    {
        var typeId = (int)type;
        return items.Table.Where(i => i.ShoppingCartTypeId == typeId)
            .InScope(context.Scope, i => i.CustomerId).InWindow(i => i.UpdatedOnUtc, condition.Within, context.Calendar)
            .Join(products.Table, i => i.ProductId, p => p.Id, (i, p) => new CartLine
            {
                CustomerId = i.CustomerId,
                Quantity = i.Quantity,
                Price = p.CustomerEntersPrice ? i.CustomerEnteredPrice : p.Price,
                UpdatedOnUtc = i.UpdatedOnUtc
            });
    }
}

/// <summary>Filling the shopping cart.</summary>
public sealed class CartActivity(IEnumerable<Measure<CartLine>> measures, IRepository<ShoppingCartItem> items, IRepository<Product> products)
    : CartLinesActivity(ActivityName, ShoppingCartType.ShoppingCart, measures, items, products)
{
    internal const string ActivityName = "cart";
}

/// <summary>Filling the wishlist.</summary>
public sealed class WishlistActivity(IEnumerable<Measure<CartLine>> measures, IRepository<ShoppingCartItem> items, IRepository<Product> products)
    : CartLinesActivity(ActivityName, ShoppingCartType.Wishlist, measures, items, products)
{
    internal const string ActivityName = "wishlist";
}
