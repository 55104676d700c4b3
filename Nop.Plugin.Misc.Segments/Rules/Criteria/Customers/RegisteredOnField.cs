using System.Linq.Expressions;
using Nop.Core.Domain.Customers;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;

/// <summary>The day on which the customer's account was made.</summary>
public sealed class RegisteredOnField() : CustomerMomentField("customer.registeredOn", FieldGroup.Account, c => c.CreatedOnUtc)
{
    // The column is never empty: no need to ask whether there is anything.
    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(FieldCondition condition, EvaluationContext context) =>
        MomentTest.Build<Customer>((Expression<Func<Customer, DateTime>>)(c => c.CreatedOnUtc), condition.Operator, condition.Value, context.Calendar);
}
