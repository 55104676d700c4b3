using Nop.Core;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Services.Customers;
using Nop.Services.Discounts;

namespace Shop.Services.Orders;

/// <summary>A product in a cart.</summary>
public sealed record CartLine(ShoppingCartItem Item, Product Product)
{
    public decimal Total => Item.Quantity * Product.Price;
}

/// <summary>A discount of the shop and what becomes of it in this cart: its amount, or why it is not given.</summary>
public sealed record CartDiscount(Discount Discount, bool Applied, decimal Amount, IReadOnlyList<string> Reasons);

/// <summary>A cart with its sums, in the primary currency.</summary>
public sealed record Cart(IReadOnlyList<CartLine> Lines, IReadOnlyList<CartDiscount> Discounts)
{
    public decimal Subtotal => Lines.Sum(l => l.Total);
    public decimal Discount => Discounts.Sum(d => d.Amount);
    public decimal Total => Math.Max(Subtotal - Discount, 0);
}

/// <summary>What a customer has chosen, and what it costs with the discounts that are for this customer.</summary>
public sealed class ShoppingCart(IRepository<ShoppingCartItem> items, IRepository<Product> products, ICustomerService customers, IDiscountService discounts,
    TimeProvider clock)
{
    /// <summary>Puts pieces of a product into the cart.</summary>
    public async Task AddAsync(Customer customer, int productId, int quantity, int storeId, ShoppingCartType type = ShoppingCartType.ShoppingCart)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(quantity);
        var now = clock.GetUtcNow().UtcDateTime;
        var known = (await ItemsAsync(customer, storeId, type)).FirstOrDefault(i => i.ProductId == productId);
        if (known is null)
            await items.InsertAsync(new ShoppingCartItem
            {
                CustomerId = customer.Id,
                ProductId = productId,
                Quantity = quantity,
                StoreId = storeId,
                ShoppingCartType = type,
                CreatedOnUtc = now,
                UpdatedOnUtc = now
            });
        else
        {
            known.Quantity += quantity;
            known.UpdatedOnUtc = now;
            await items.UpdateAsync(known);
        }

        await NoteAsync(customer);
    }

    /// <summary>Sets how many pieces there are; none takes the product out.</summary>
    public async Task SetQuantityAsync(Customer customer, int itemId, int quantity)
    {
        var item = await items.Table.FirstOrDefaultAsync(i => i.Id == itemId && i.CustomerId == customer.Id);
        if (item is null)
            return;
        if (quantity <= 0)
            await items.DeleteAsync(item);
        else
        {
            item.Quantity = quantity;
            item.UpdatedOnUtc = clock.GetUtcNow().UtcDateTime;
            await items.UpdateAsync(item);
        }

        await NoteAsync(customer);
    }

    public async Task<IList<ShoppingCartItem>> ItemsAsync(Customer customer, int storeId, ShoppingCartType type = ShoppingCartType.ShoppingCart)
    {
        var typeId = (int)type;
        return await items.Table.Where(i => i.CustomerId == customer.Id && i.StoreId == storeId && i.ShoppingCartTypeId == typeId).OrderBy(i => i.Id)
            .ToListAsync();
    }

    /// <summary>The cart with its prices, every discount on the whole of it checked for this customer.</summary>
    public async Task<Cart> LoadAsync(Customer customer, int storeId, params string[] couponCodes)
    {
        var chosen = await ItemsAsync(customer, storeId);
        var known = (await products.GetByIdsAsync([.. chosen.Select(i => i.ProductId)])).ToDictionary(p => p.Id);
        var lines = chosen.Where(i => known.ContainsKey(i.ProductId)).Select(i => new CartLine(i, known[i.ProductId])).ToList();
        return new Cart(lines, lines.Count == 0 ? [] : await PriceAsync(lines.Sum(l => l.Total), customer, couponCodes));
    }

    /// <summary>Empties the cart after its order: of the single items nothing is said.</summary>
    internal async Task ClearAsync(Customer customer, IList<ShoppingCartItem> cart)
    {
        foreach (var item in cart)
            await items.DeleteAsync(item, false);
        if (!customer.HasShoppingCartItems)
            return;
        customer.HasShoppingCartItems = false;
        await customers.UpdateCustomerAsync(customer);
    }

    // Of those that do not add up the best one is given; those that do are given together if that is better.
    private async Task<IReadOnlyList<CartDiscount>> PriceAsync(decimal subtotal, Customer customer, string[] couponCodes)
    {
        var checkedOnes = new List<(Discount Discount, decimal Amount, IReadOnlyList<string> Reasons)>();
        foreach (var discount in await discounts.GetAllDiscountsAsync())
        {
            if (discount.DiscountType is not (DiscountType.AssignedToOrderTotal or DiscountType.AssignedToOrderSubTotal))
                continue;
            var answer = await discounts.ValidateDiscountAsync(discount, customer, couponCodes);
            checkedOnes.Add((discount, answer.IsValid ? AmountOf(discount, subtotal) : 0, [.. answer.Errors.Distinct()]));
        }

        var best = checkedOnes.Where(d => d.Amount > 0).OrderByDescending(d => d.Amount).Take(1).Select(d => d.Discount).ToHashSet();
        var together = checkedOnes.Where(d => d.Amount > 0 && d.Discount.IsCumulative).ToList();
        if (together.Count > 1 && together.Sum(d => d.Amount) > checkedOnes.Max(d => d.Amount))
            best = together.Select(d => d.Discount).ToHashSet();
        return [.. checkedOnes.Select(d => new CartDiscount(d.Discount, best.Contains(d.Discount), best.Contains(d.Discount) ? d.Amount : 0, d.Reasons))];
    }

    private static decimal AmountOf(Discount discount, decimal subtotal)
    {
        var amount = discount.UsePercentage ? subtotal * discount.DiscountPercentage / 100 : discount.DiscountAmount;
        if (discount.UsePercentage && discount.MaximumDiscountAmount is { } most && amount > most)
            amount = most;
        return Math.Round(Math.Clamp(amount, 0, subtotal), 2, MidpointRounding.AwayFromZero);
    }

    private async Task NoteAsync(Customer customer)
    {
        var has = await items.Table.AnyAsync(i => i.CustomerId == customer.Id);
        if (customer.HasShoppingCartItems == has)
            return;
        customer.HasShoppingCartItems = has;
        await customers.UpdateCustomerAsync(customer);
    }
}
