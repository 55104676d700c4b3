using System.Linq.Expressions;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

/// <summary>A single choice by an id that stands in a column of the order.</summary>
public abstract class OrderChoiceFilter(string name, string list, Expression<Func<Order, int>> id) : OrderFilter
{
    /// <inheritdoc />
    public override string Name => name;

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Choice;

    /// <inheritdoc />
    public override string ChoiceList => list;

    /// <inheritdoc />
    public override Expression<Func<Order, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context) =>
        ChoiceTest.Build(id, ruleOperator, value);
}

/// <summary>The order's status. It takes the place of the setting that says which statuses count.</summary>
public sealed class OrderStatusFilter() : OrderChoiceFilter("order.status", OrderStatusChoices.ListName, o => o.OrderStatusId);

/// <summary>The status of the order's payment. It takes the place of the setting that says which payment statuses count.</summary>
public sealed class PaymentStatusFilter() : OrderChoiceFilter("order.paymentStatus", PaymentStatusChoices.ListName, o => o.PaymentStatusId);

/// <summary>The status of the order's shipping.</summary>
public sealed class ShippingStatusFilter() : OrderChoiceFilter("order.shippingStatus", ShippingStatusChoices.ListName, o => o.ShippingStatusId);

/// <summary>The store in which the order was placed.</summary>
public sealed class OrderStoreFilter() : OrderChoiceFilter("order.store", StoreChoices.ListName, o => o.StoreId);

/// <summary>The affiliate who brought the order.</summary>
public sealed class OrderAffiliateFilter() : OrderChoiceFilter("order.affiliate", AffiliateChoices.ListName, o => o.AffiliateId);

/// <summary>The language in which the order was placed.</summary>
public sealed class OrderLanguageFilter() : OrderChoiceFilter("order.language", LanguageChoices.ListName, o => o.CustomerLanguageId);

/// <summary>A code that stands in a column of the order.</summary>
public abstract class OrderCodeFilter(string name, string list, Expression<Func<Order, string?>> code) : OrderFilter
{
    /// <inheritdoc />
    public override string Name => name;

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Code;

    /// <inheritdoc />
    public override string ChoiceList => list;

    /// <inheritdoc />
    public override Expression<Func<Order, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context) =>
        TextTest.Build(code, ruleOperator, value);
}

/// <summary>How the order was paid.</summary>
public sealed class PaymentMethodFilter() : OrderCodeFilter("order.paymentMethod", PaymentMethodCodes.ListName, o => o.PaymentMethodSystemName);

/// <summary>How the order was sent.</summary>
public sealed class ShippingMethodFilter() : OrderCodeFilter("order.shippingMethod", ShippingMethodCodes.ListName, o => o.ShippingMethod);

/// <summary>The currency in which the customer saw the order's prices.</summary>
public sealed class OrderCurrencyFilter() : OrderCodeFilter("order.currency", CurrencyCodes.ListName, o => o.CustomerCurrencyCode);
