using System.Linq.Expressions;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;

/// <summary>The day on which the customer was last seen in the shop.</summary>
public sealed class LastActivityField() : CustomerMomentField("customer.lastActivity", FieldGroup.Visits, c => c.LastActivityDateUtc)
{
    // The shop stores each visit without an event.
    /// <inheritdoc />
    public override TimeSensitivity TimeSensitivityOf(RuleOperator ruleOperator) =>
        ruleOperator is RuleOperator.IsEmpty or RuleOperator.IsNotEmpty ? TimeSensitivity.None : TimeSensitivity.Hourly;

    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(FieldCondition condition, EvaluationContext context) =>
        MomentTest.Build<Customer>((Expression<Func<Customer, DateTime>>)(c => c.LastActivityDateUtc), condition.Operator, condition.Value, context.Calendar);
}

/// <summary>The day on which the customer last signed in.</summary>
public sealed class LastLoginField() : CustomerMomentField("customer.lastLogin", FieldGroup.Visits, c => c.LastLoginDateUtc);

/// <summary>Whether anything lies in the customer's shopping cart; the wishlist does not count.</summary>
public sealed class HasCartField(IRepository<ShoppingCartItem> items) : CustomerYesNoField
{
    private const int ShoppingCart = (int)ShoppingCartType.ShoppingCart;

    /// <inheritdoc />
    public override string Name => "customer.hasCart";

    /// <inheritdoc />
    public override string Group => FieldGroup.Visits;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Cart;

    /// <inheritdoc />
    protected override Expression<Func<Customer, bool>> BuildYes(FieldCondition condition, EvaluationContext context)
    {
        var table = items.Table;
        return c => table.Any(i => i.CustomerId == c.Id && i.ShoppingCartTypeId == ShoppingCart);
    }
}
