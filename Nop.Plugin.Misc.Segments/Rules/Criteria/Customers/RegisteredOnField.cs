using System.Linq.Expressions;
using Nop.Core.Domain.Customers;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;

/// <summary>The day on which the customer's account was made.</summary>
public sealed class RegisteredOnField : CustomerField
{
    /// <inheritdoc />
    public override string Name => "customer.registeredOn";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Date;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Profile;

    /// <inheritdoc />
    public override TimeSensitivity TimeSensitivityOf(RuleOperator ruleOperator) => MomentTest.TimeSensitivityOf(ruleOperator);

    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context) =>
        MomentTest.Build<Customer>(c => c.CreatedOnUtc, ruleOperator, value, context.Calendar);
}
