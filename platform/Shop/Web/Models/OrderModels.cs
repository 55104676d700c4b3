using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Web.Framework.Models;
using Nop.Web.Framework.Mvc.ModelBinding;

namespace Shop.Web.Models;

/// <summary>The search form above the list of orders.</summary>
public sealed record OrderSearchModel : BaseSearchModel
{
    [NopResourceDisplayName("Admin.Orders.List.Email")]
    public string? SearchEmail { get; set; }

    [NopResourceDisplayName("Admin.Orders.List.OrderStatus")]
    public int SearchOrderStatusId { get; set; }

    [NopResourceDisplayName("Admin.Orders.List.PaymentStatus")]
    public int SearchPaymentStatusId { get; set; }

    [NopResourceDisplayName("Admin.Orders.List.OrderNumber")]
    public string? SearchOrderNumber { get; set; }

    public IList<SelectListItem> AvailableOrderStatuses { get; set; } = [];
    public IList<SelectListItem> AvailablePaymentStatuses { get; set; } = [];
}

/// <summary>An order, as the lists and the details page show one.</summary>
public sealed record OrderModel : BaseNopEntityModel
{
    public string? CustomOrderNumber { get; set; }
    public int CustomerId { get; set; }
    public string? CustomerEmail { get; set; }
    public string? CustomerName { get; set; }
    public string? Store { get; set; }
    public int OrderStatusId { get; set; }
    public int PaymentStatusId { get; set; }
    public string? OrderStatus { get; set; }
    public string? PaymentStatus { get; set; }
    public string? OrderTotal { get; set; }
    public string? OrderDiscount { get; set; }
    public string? RefundedAmount { get; set; }
    public DateTime CreatedOn { get; set; }
    public IList<string> Discounts { get; set; } = [];
    public IList<OrderItemModel> Items { get; set; } = [];
    public IList<OrderNoteModel> Notes { get; set; } = [];

    /// <summary>What can still be refunded, in the primary currency.</summary>
    public decimal Refundable { get; set; }

    public bool CanMarkAsPaid { get; set; }
    public bool CanCancel { get; set; }
    public bool CanRefund { get; set; }
    public bool CanPartiallyRefund { get; set; }

    /// <summary>The amount of a partial refund, in the primary currency.</summary>
    [NopResourceDisplayName("Admin.Orders.Fields.PartialRefund.AmountToRefund")]
    public decimal AmountToRefund { get; set; }
}

public sealed record OrderListModel : BasePagedListModel<OrderModel>;

/// <summary>A line of an order.</summary>
public sealed record OrderItemModel
{
    public string? Product { get; init; }
    public string? Sku { get; init; }
    public int Quantity { get; init; }
    public string? UnitPrice { get; init; }
    public string? Total { get; init; }
}

/// <summary>A note on an order.</summary>
public sealed record OrderNoteModel(DateTime CreatedOn, string Note);

/// <summary>The form with which an order is placed for a customer.</summary>
public sealed record OrderCreateModel : BaseNopModel
{
    [NopResourceDisplayName("Admin.Orders.Create.CustomerEmail")]
    public string? CustomerEmail { get; set; }

    [NopResourceDisplayName("Admin.Orders.Create.Store")]
    public int StoreId { get; set; }

    [NopResourceDisplayName("Admin.Orders.Create.MarkAsPaid")]
    public bool MarkAsPaid { get; set; } = true;

    public IList<OrderCreateLineModel> Lines { get; set; } = [];
    public IList<SelectListItem> AvailableStores { get; set; } = [];
    public IList<SelectListItem> AvailableProducts { get; set; } = [];
}

/// <summary>A line of the form that places an order; a line without a product counts for nothing.</summary>
public sealed record OrderCreateLineModel
{
    public int ProductId { get; set; }
    public int Quantity { get; set; } = 1;
}
