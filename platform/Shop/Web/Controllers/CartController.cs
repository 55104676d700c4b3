using Microsoft.AspNetCore.Mvc;
using Nop.Core;
using Nop.Services.Catalog;
using Nop.Services.Localization;
using Nop.Services.Messages;
using Nop.Web.Framework.Controllers;
using Shop.Services.Orders;
using Shop.Web.Models;

namespace Shop.Web.Controllers;

/// <summary>The public cart: its lines, which discounts it gets and why not the others, and its order.</summary>
[AutoValidateAntiforgeryToken]
[Route("cart")]
public sealed class CartController(
    CouponCodes couponCodes,
    ILocalizationService localizationService,
    INotificationService notificationService,
    IPriceFormatter priceFormatter,
    IProductService productService,
    IStoreContext storeContext,
    IWorkContext workContext,
    OrderProcessing orderProcessing,
    ShoppingCart shoppingCart) : BaseController
{
    private const int MOST_PIECES = 10_000;

    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var customer = await workContext.GetCurrentCustomerAsync();
        var store = await storeContext.GetCurrentStoreAsync();
        var codes = await couponCodes.GetAsync(customer);
        var cart = await shoppingCart.LoadAsync(customer, store.Id, codes);
        var lines = new List<CartLineModel>();
        foreach (var line in cart.Lines)
        {
            lines.Add(new CartLineModel(line.Item.Id, line.Product.Name, line.Product.Sku, line.Item.Quantity,
                await MoneyAsync(line.Product.Price), await MoneyAsync(line.Total)));
        }

        return View(new CartModel
        {
            Lines = lines,
            Discounts = await DiscountsAsync(cart),
            CouponCodes = codes,
            Subtotal = await MoneyAsync(cart.Subtotal),
            DiscountTotal = cart.Discount > 0 ? await MoneyAsync(-cart.Discount) : null,
            Total = await MoneyAsync(cart.Total)
        });
    }

    [HttpPost("add")]
    public async Task<IActionResult> Add(int productId, int quantity, string? returnUrl)
    {
        if (await productService.GetProductByIdAsync(productId) is { Deleted: false, Published: true } product && quantity is > 0 and <= MOST_PIECES)
        {
            var store = await storeContext.GetCurrentStoreAsync();
            await shoppingCart.AddAsync(await workContext.GetCurrentCustomerAsync(), productId, quantity, store.Id);
            notificationService.SuccessNotification(string.Format(await localizationService.GetResourceAsync("Public.AddedToCart"), product.Name));
        }

        return Url.IsLocalUrl(returnUrl) ? LocalRedirect(returnUrl) : RedirectToAction(nameof(Index));
    }

    [HttpPost("update")]
    public async Task<IActionResult> Update(int itemId, int quantity, bool remove)
    {
        await shoppingCart.SetQuantityAsync(await workContext.GetCurrentCustomerAsync(), itemId, remove ? 0 : Math.Clamp(quantity, 0, MOST_PIECES));
        return RedirectToAction(nameof(Index));
    }

    [HttpPost("coupon")]
    public async Task<IActionResult> Coupon(string? couponCode, bool remove)
    {
        var customer = await workContext.GetCurrentCustomerAsync();
        if (remove)
            await couponCodes.RemoveAsync(customer, couponCode ?? string.Empty);
        else if (!string.IsNullOrWhiteSpace(couponCode) && couponCode.Length <= 100)
            await couponCodes.AddAsync(customer, couponCode);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost("checkout")]
    public async Task<IActionResult> Checkout(bool payNow)
    {
        var customer = await workContext.GetCurrentCustomerAsync();
        var store = await storeContext.GetCurrentStoreAsync();
        var order = await orderProcessing.PlaceFromCartAsync(customer, store.Id, payNow, await couponCodes.GetAsync(customer));
        if (order is null)
            return RedirectToAction(nameof(Index));

        await couponCodes.ClearAsync(customer);
        notificationService.SuccessNotification(string.Format(await localizationService.GetResourceAsync("Public.Checkout.Placed"), order.CustomOrderNumber));
        return RedirectToAction("Index", "Catalog");
    }

    private async Task<IReadOnlyList<CartDiscountModel>> DiscountsAsync(Cart cart)
    {
        var models = new List<CartDiscountModel>();
        foreach (var (discount, applied, amount, reasons) in cart.Discounts)
        {
            var gives = discount.UsePercentage ? $"{discount.DiscountPercentage:0.##}%" : await MoneyAsync(discount.DiscountAmount);
            IReadOnlyList<string> why = applied || reasons.Count > 0
                ? reasons
                : [await localizationService.GetResourceAsync("Public.Cart.Discounts.NotApplied.Other")];
            models.Add(new CartDiscountModel(discount.Name, gives, applied, applied ? await MoneyAsync(-amount) : null, applied ? [] : why));
        }

        return models;
    }

    private Task<string> MoneyAsync(decimal amount)
    {
        return priceFormatter.FormatPriceAsync(amount, true, false);
    }
}
