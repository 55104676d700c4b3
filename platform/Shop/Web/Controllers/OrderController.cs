using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Data;
using Nop.Services.Catalog;
using Nop.Services.Customers;
using Nop.Services.Helpers;
using Nop.Services.Localization;
using Nop.Services.Messages;
using Nop.Services.Orders;
using Nop.Services.Security;
using Nop.Services.Stores;
using Nop.Web.Framework.Mvc.Filters;
using Shop.Services.Orders;
using Shop.Web.Models;

namespace Shop.Web.Controllers;

/// <summary>The list of orders, the page of one with what can be done to it, and the form that places one for a customer.</summary>
public sealed class OrderController(
    ICustomerService customerService,
    IDateTimeHelper dateTimeHelper,
    ILocalizationService localizationService,
    INotificationService notificationService,
    IOrderService orderService,
    IPriceFormatter priceFormatter,
    IProductService productService,
    IStoreService storeService,
    IRepository<Customer> customers,
    IRepository<Discount> discounts,
    IRepository<DiscountUsageHistory> discountUsages,
    IRepository<OrderNote> orderNotes,
    IRepository<Product> products,
    OrderProcessing orderProcessing,
    OrderRows orderRows) : AdminController
{
    private const int MOST_PIECES = 10_000;
    private const int OFFERED_PRODUCTS = 1_000;
    private const int EMPTY_LINES = 3;

    [CheckPermission(StandardPermission.Orders.ORDERS_VIEW)]
    public async Task<IActionResult> List()
    {
        var all = await localizationService.GetResourceAsync("Admin.Common.All");
        var model = new OrderSearchModel
        {
            AvailableOrderStatuses = WithAll(all, await EnumItemsAsync<OrderStatus>()),
            AvailablePaymentStatuses = WithAll(all, await EnumItemsAsync<PaymentStatus>())
        };
        model.SetGridPageSize();
        return View(model);
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Orders.ORDERS_VIEW)]
    public async Task<IActionResult> OrderList(OrderSearchModel searchModel)
    {
        return Json(await orderRows.PageAsync(searchModel, query =>
        {
            if (searchModel.SearchOrderStatusId > 0)
                query = query.Where(o => o.OrderStatusId == searchModel.SearchOrderStatusId);
            if (searchModel.SearchPaymentStatusId > 0)
                query = query.Where(o => o.PaymentStatusId == searchModel.SearchPaymentStatusId);
            if (!string.IsNullOrWhiteSpace(searchModel.SearchOrderNumber))
                query = query.Where(o => o.CustomOrderNumber == searchModel.SearchOrderNumber.Trim());
            if (!string.IsNullOrWhiteSpace(searchModel.SearchEmail))
                query = query.Where(o => customers.Table.Any(c => c.Id == o.CustomerId && c.Email.Contains(searchModel.SearchEmail)));
            return query;
        }));
    }

    [CheckPermission(StandardPermission.Orders.ORDERS_VIEW)]
    public async Task<IActionResult> Edit(int id)
    {
        return await orderService.GetOrderByIdAsync(id) is { Deleted: false } order ? View(await PrepareAsync(order)) : RedirectToAction(nameof(List));
    }

    [CheckPermission(StandardPermission.Orders.ORDERS_CREATE_EDIT_DELETE)]
    public async Task<IActionResult> Create(int customerId)
    {
        var customer = customerId > 0 ? await customerService.GetCustomerByIdAsync(customerId) : null;
        return View(await PrepareAsync(new OrderCreateModel { CustomerEmail = customer?.Email }));
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Orders.ORDERS_CREATE_EDIT_DELETE)]
    public async Task<IActionResult> Create(OrderCreateModel model)
    {
        var customer = string.IsNullOrWhiteSpace(model.CustomerEmail) ? null : await customerService.GetCustomerByEmailAsync(model.CustomerEmail.Trim());
        if (customer is not { Deleted: false, Active: true, IsSystemAccount: false })
            ModelState.AddModelError(nameof(model.CustomerEmail), await localizationService.GetResourceAsync("Admin.Orders.Create.CustomerUnknown"));

        var lines = await LinesAsync(model);
        if (!ModelState.IsValid || customer is null)
            return View(await PrepareAsync(model));

        var order = await orderProcessing.PlaceAsync(customer, model.StoreId, lines, model.MarkAsPaid);
        notificationService.SuccessNotification(string.Format(await localizationService.GetResourceAsync("Admin.Orders.Placed"), order.CustomOrderNumber));
        return RedirectToAction(nameof(Edit), new { id = order.Id });
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Orders.ORDERS_CREATE_EDIT_DELETE)]
    public Task<IActionResult> MarkAsPaid(int id)
    {
        return ActAsync(id, orderProcessing.MarkAsPaidAsync, "Admin.Orders.MarkedAsPaid");
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Orders.ORDERS_CREATE_EDIT_DELETE)]
    public Task<IActionResult> Cancel(int id)
    {
        return ActAsync(id, orderProcessing.CancelAsync, "Admin.Orders.Cancelled");
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Orders.ORDERS_CREATE_EDIT_DELETE)]
    public Task<IActionResult> Refund(int id)
    {
        return ActAsync(id, orderProcessing.RefundAsync, "Admin.Orders.Refunded");
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Orders.ORDERS_CREATE_EDIT_DELETE)]
    public async Task<IActionResult> PartialRefund(int id, string? amountToRefund)
    {
        if (await orderService.GetOrderByIdAsync(id) is not { Deleted: false } order)
            return RedirectToAction(nameof(List));

        var most = order.OrderTotal - order.RefundedAmount;
        if (!decimal.TryParse(amountToRefund, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) || amount <= 0 || amount > most)
        {
            var text = await localizationService.GetResourceAsync("Admin.Orders.PartialRefund.Range");
            notificationService.ErrorNotification(string.Format(text, await MoneyAsync(most)));
            return RedirectToAction(nameof(Edit), new { id });
        }

        return await ActAsync(id, o => orderProcessing.PartiallyRefundAsync(o, amount), "Admin.Orders.Refunded");
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Orders.ORDERS_CREATE_EDIT_DELETE)]
    public async Task<IActionResult> Delete(int id)
    {
        if (await orderService.GetOrderByIdAsync(id) is { Deleted: false } order)
        {
            await orderProcessing.DeleteAsync(order);
            notificationService.SuccessNotification(await localizationService.GetResourceAsync("Admin.Orders.Deleted"));
        }

        return RedirectToAction(nameof(List));
    }

    private async Task<IActionResult> ActAsync(int id, Func<Order, Task> act, string doneKey)
    {
        if (await orderService.GetOrderByIdAsync(id) is not { Deleted: false } order)
            return RedirectToAction(nameof(List));

        try
        {
            await act(order);
            notificationService.SuccessNotification(await localizationService.GetResourceAsync(doneKey));
        }
        catch (Nop.Core.NopException exception)
        {
            await notificationService.ErrorNotificationAsync(exception, logException: false);
        }

        return RedirectToAction(nameof(Edit), new { id });
    }

    private async Task<List<OrderLine>> LinesAsync(OrderCreateModel model)
    {
        var chosen = model.Lines.Where(l => l.ProductId > 0).ToList();
        if (chosen.Count == 0)
            ModelState.AddModelError(nameof(model.Lines), await localizationService.GetResourceAsync("Admin.Orders.Create.NoLines"));
        if (chosen.Any(l => l.Quantity is < 1 or > MOST_PIECES))
            ModelState.AddModelError(nameof(model.Lines), await localizationService.GetResourceAsync("Admin.Orders.Create.QuantityRange"));

        var known = (await productService.GetProductsByIdsAsync([.. chosen.Select(l => l.ProductId).Distinct()])).ToDictionary(p => p.Id);
        return chosen.Where(l => known.ContainsKey(l.ProductId)).Select(l => new OrderLine(l.ProductId, l.Quantity, known[l.ProductId].Price)).ToList();
    }

    private async Task<OrderCreateModel> PrepareAsync(OrderCreateModel model)
    {
        while (model.Lines.Count < EMPTY_LINES)
            model.Lines.Add(new OrderCreateLineModel());

        model.AvailableStores = (await storeService.GetAllStoresAsync()).Select(s => new SelectListItem(s.Name, s.Id.ToString())).ToList();
        model.AvailableProducts = [new SelectListItem(await localizationService.GetResourceAsync("Admin.Orders.Create.SelectProduct"), "0")];
        var offered = await products.Table.Where(p => !p.Deleted && p.Published).OrderBy(p => p.Name).ThenBy(p => p.Id).Take(OFFERED_PRODUCTS).ToListAsync();
        foreach (var product in offered)
            model.AvailableProducts.Add(new SelectListItem($"{product.Name} ({product.Sku}), {await MoneyAsync(product.Price)}", product.Id.ToString()));
        return model;
    }

    private async Task<OrderModel> PrepareAsync(Order order)
    {
        var customer = await customerService.GetCustomerByIdAsync(order.CustomerId);
        var store = await storeService.GetStoreByIdAsync(order.StoreId);
        var refundable = order.OrderTotal - order.RefundedAmount;
        return new OrderModel
        {
            Id = order.Id,
            CustomOrderNumber = order.CustomOrderNumber,
            CustomerId = order.CustomerId,
            CustomerEmail = customer?.Email,
            CustomerName = customer is null ? null : await customerService.GetCustomerFullNameAsync(customer),
            Store = store?.Name,
            OrderStatusId = order.OrderStatusId,
            OrderStatus = await localizationService.GetLocalizedEnumAsync(order.OrderStatus),
            PaymentStatus = await localizationService.GetLocalizedEnumAsync(order.PaymentStatus),
            OrderTotal = await MoneyAsync(order.OrderTotal),
            OrderDiscount = await MoneyAsync(order.OrderDiscount),
            RefundedAmount = await MoneyAsync(order.RefundedAmount),
            CreatedOn = await dateTimeHelper.ConvertToUserTimeAsync(order.CreatedOnUtc, DateTimeKind.Utc),
            Discounts = await DiscountNamesAsync(order),
            Items = await ItemsAsync(order),
            Notes = await NotesAsync(order),
            Refundable = refundable,
            AmountToRefund = refundable,
            CanMarkAsPaid = OrderProcessing.CanMarkAsPaid(order),
            CanCancel = OrderProcessing.CanCancel(order),
            CanRefund = OrderProcessing.CanRefund(order),
            CanPartiallyRefund = OrderProcessing.CanPartiallyRefund(order, refundable)
        };
    }

    private async Task<IList<string>> DiscountNamesAsync(Order order)
    {
        return await (from usage in discountUsages.Table
                      join discount in discounts.Table on usage.DiscountId equals discount.Id
                      where usage.OrderId == order.Id
                      orderby discount.Name
                      select discount.Name).ToListAsync();
    }

    private async Task<IList<OrderItemModel>> ItemsAsync(Order order)
    {
        var items = await orderService.GetOrderItemsAsync(order.Id);
        var known = (await productService.GetProductsByIdsAsync([.. items.Select(i => i.ProductId).Distinct()])).ToDictionary(p => p.Id);
        var models = new List<OrderItemModel>();
        foreach (var item in items)
        {
            known.TryGetValue(item.ProductId, out var product);
            models.Add(new OrderItemModel
            {
                Product = product?.Name,
                Sku = product?.Sku,
                Quantity = item.Quantity,
                UnitPrice = await MoneyAsync(item.UnitPriceInclTax),
                Total = await MoneyAsync(item.PriceInclTax)
            });
        }

        return models;
    }

    private async Task<IList<OrderNoteModel>> NotesAsync(Order order)
    {
        var models = new List<OrderNoteModel>();
        var notes = orderNotes.Table.Where(n => n.OrderId == order.Id).OrderByDescending(n => n.CreatedOnUtc).ThenByDescending(n => n.Id);
        foreach (var note in await notes.ToListAsync())
            models.Add(new OrderNoteModel(await dateTimeHelper.ConvertToUserTimeAsync(note.CreatedOnUtc, DateTimeKind.Utc), note.Note));
        return models;
    }

    private async Task<IList<SelectListItem>> EnumItemsAsync<T>() where T : struct, Enum
    {
        var items = new List<SelectListItem>();
        foreach (var value in Enum.GetValues<T>())
            items.Add(new SelectListItem(await localizationService.GetLocalizedEnumAsync(value), value.ToString("D")));
        return items;
    }

    private Task<string> MoneyAsync(decimal amount)
    {
        return priceFormatter.FormatPriceAsync(amount, true, false);
    }
}
