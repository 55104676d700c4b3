using System.Linq.Expressions;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

/// <summary>The country of one of the order's addresses; no address, or one without a country, is in none.</summary>
public abstract class OrderAddressCountryFilter(string name, Expression<Func<Order, int?>> addressId, IRepository<Address> addresses) : OrderFilter
{
    /// <inheritdoc />
    public override string Name => name;

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Choice;

    /// <inheritdoc />
    public override string ChoiceList => CountryChoices.ListName;

    /// <inheritdoc />
    public override Expression<Func<Order, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context)
    {
        var table = addresses.Table;
        return ChoicesTest.Build(ruleOperator, value, In);

        Expression<Func<Order, bool>> In(List<int> ids)
        {
            Expression<Func<int?, bool>> isIn = address => table.Any(a => a.Id == address && a.CountryId != null && ids.Contains(a.CountryId.Value));
            return Expression.Lambda<Func<Order, bool>>(Predicates.Inline(isIn, addressId.Body), addressId.Parameters);
        }
    }
}

/// <summary>The country of the billing address.</summary>
public sealed class OrderCountryFilter(IRepository<Address> addresses) : OrderAddressCountryFilter("order.country", o => o.BillingAddressId, addresses);

/// <summary>The country of the shipping address.</summary>
public sealed class OrderShippingCountryFilter(IRepository<Address> addresses)
    : OrderAddressCountryFilter("order.shippingCountry", o => o.ShippingAddressId, addresses);
