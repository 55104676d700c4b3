using System.Data;
using FluentMigrator.Builders.Create.Table;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Orders;
using Nop.Data.Extensions;
using Nop.Data.Mapping.Builders;

namespace Shop.Data.Mapping;

internal sealed class OrderBuilder : NopEntityBuilder<Order>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(Order.CustomOrderNumber)).AsString().NotNullable()
            .WithColumn(nameof(Order.OrderGuid)).AsGuid().Unique()
            .WithColumn(nameof(Order.BillingAddressId)).AsInt32().ForeignKey<Address>(onDelete: Rule.None)
            .WithColumn(nameof(Order.ShippingAddressId)).AsInt32().Nullable().ForeignKey<Address>(onDelete: Rule.None)
            .WithColumn(nameof(Order.PickupAddressId)).AsInt32().Nullable().ForeignKey<Address>(onDelete: Rule.None)
            .WithColumn(nameof(Order.CustomerId)).AsInt32().ForeignKey<Customer>(onDelete: Rule.None);
    }
}

internal sealed class OrderItemBuilder : NopEntityBuilder<OrderItem>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(OrderItem.OrderId)).AsInt32().ForeignKey<Order>()
            .WithColumn(nameof(OrderItem.ProductId)).AsInt32().ForeignKey<Product>();
    }
}

internal sealed class OrderNoteBuilder : NopEntityBuilder<OrderNote>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(OrderNote.Note)).AsString().NotNullable()
            .WithColumn(nameof(OrderNote.OrderId)).AsInt32().ForeignKey<Order>();
    }
}

internal sealed class RecurringPaymentBuilder : NopEntityBuilder<RecurringPayment>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table.WithColumn(nameof(RecurringPayment.InitialOrderId)).AsInt32().ForeignKey<Order>(onDelete: Rule.None);
    }
}

internal sealed class RecurringPaymentHistoryBuilder : NopEntityBuilder<RecurringPaymentHistory>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table.WithColumn(nameof(RecurringPaymentHistory.RecurringPaymentId)).AsInt32().ForeignKey<RecurringPayment>();
    }
}

internal sealed class ReturnRequestBuilder : NopEntityBuilder<ReturnRequest>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(ReturnRequest.ReasonForReturn)).AsString().NotNullable()
            .WithColumn(nameof(ReturnRequest.RequestedAction)).AsString().NotNullable()
            .WithColumn(nameof(ReturnRequest.CustomerId)).AsInt32().ForeignKey<Customer>();
    }
}

internal sealed class ShoppingCartItemBuilder : NopEntityBuilder<ShoppingCartItem>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(ShoppingCartItem.CustomerId)).AsInt32().ForeignKey<Customer>()
            .WithColumn(nameof(ShoppingCartItem.ProductId)).AsInt32().ForeignKey<Product>();
    }
}

internal sealed class GiftCardBuilder : NopEntityBuilder<GiftCard>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table.WithColumn(nameof(GiftCard.PurchasedWithOrderItemId)).AsInt32().Nullable().ForeignKey<OrderItem>(onDelete: Rule.None);
    }
}

internal sealed class GiftCardUsageHistoryBuilder : NopEntityBuilder<GiftCardUsageHistory>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(GiftCardUsageHistory.GiftCardId)).AsInt32().ForeignKey<GiftCard>()
            .WithColumn(nameof(GiftCardUsageHistory.UsedWithOrderId)).AsInt32().ForeignKey<Order>();
    }
}

internal sealed class DiscountBuilder : NopEntityBuilder<Discount>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(Discount.Name)).AsString(200).NotNullable()
            .WithColumn(nameof(Discount.CouponCode)).AsString(100).Nullable();
    }
}

internal sealed class DiscountRequirementBuilder : NopEntityBuilder<DiscountRequirement>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(DiscountRequirement.DiscountId)).AsInt32().ForeignKey<Discount>()
            .WithColumn(nameof(DiscountRequirement.ParentId)).AsInt32().Nullable().ForeignKey<DiscountRequirement>(onDelete: Rule.None);
    }
}

internal sealed class DiscountUsageHistoryBuilder : NopEntityBuilder<DiscountUsageHistory>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(DiscountUsageHistory.DiscountId)).AsInt32().ForeignKey<Discount>()
            .WithColumn(nameof(DiscountUsageHistory.OrderId)).AsInt32().ForeignKey<Order>();
    }
}
