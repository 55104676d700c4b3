using System.Linq.Expressions;
using Nop.Core.Domain.Customers;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;

/// <summary>How many whole years old the customer is today; unknown without a date of birth, or with one that is yet to come.</summary>
public sealed class AgeField : CustomerField
{
    /// <inheritdoc />
    public override string Name => "customer.age";

    /// <inheritdoc />
    public override string Group => FieldGroup.Contact;

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Number;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Profile;

    /// <inheritdoc />
    public override TimeSensitivity TimeSensitivityOf(RuleOperator ruleOperator) => TimeSensitivity.Daily;

    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(FieldCondition condition, EvaluationContext context) =>
        NumberTest.Of(condition.Operator, condition.Value).BuildYears<Customer>(c => c.DateOfBirth, context.Calendar.Today);

    /// <inheritdoc />
    public override async Task<RuleValue?> FindAsync(IQueryable<Customer> customer, FieldCondition condition, EvaluationContext context)
    {
        var today = context.Calendar.Today;
        if (await customer.Select(c => c.DateOfBirth).FirstOrDefaultAsync() is not { } moment || DateOnly.FromDateTime(moment) is var born && born > today)
            return null;
        var years = today.Year - born.Year;
        return new NumberValue(born.AddYears(years) <= today ? years : years - 1);
    }
}

/// <summary>The date of birth.</summary>
public sealed class BirthdayField : CustomerField
{
    /// <inheritdoc />
    public override string Name => "customer.birthday";

    /// <inheritdoc />
    public override string Group => FieldGroup.Contact;

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Date;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Profile;

    /// <inheritdoc />
    public override TimeSensitivity TimeSensitivityOf(RuleOperator ruleOperator) => MomentTest.TimeSensitivityOf(ruleOperator);

    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(FieldCondition condition, EvaluationContext context) =>
        DateTest.Build<Customer>(c => c.DateOfBirth, condition.Operator, condition.Value, context.Calendar);

    /// <inheritdoc />
    public override async Task<RuleValue?> FindAsync(IQueryable<Customer> customer, FieldCondition condition, EvaluationContext context) =>
        await customer.Select(c => c.DateOfBirth).FirstOrDefaultAsync() is { } born ? new DateValue(DateOnly.FromDateTime(born)) : null;
}
