using System.Linq.Expressions;
using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;

/// <summary>The day on which the customer's account was made.</summary>
public sealed class RegisteredOnField() : CustomerMomentField("customer.registeredOn", FieldGroup.Account, c => c.CreatedOnUtc)
{
    // The column is never empty: no need to ask whether there is anything.
    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(FieldCondition condition, EvaluationContext context) =>
        MomentTest.Build<Customer>((Expression<Func<Customer, DateTime>>)(c => c.CreatedOnUtc), condition.Operator, condition.Value, context.Calendar);
}

/// <summary>The store in which the customer registered.</summary>
public sealed class RegisteredInStoreField() : CustomerChoiceField("customer.store", FieldGroup.Account, StoreChoices.ListName, c => c.RegisteredInStoreId);

/// <summary>What was found out about the customer's VAT number.</summary>
public sealed class VatNumberStatusField()
    : CustomerChoiceField("customer.vatNumberStatus", FieldGroup.Account, VatNumberStatusChoices.ListName, c => c.VatNumberStatusId)
{
    // "Unknown" has the id 0 and can be chosen.
    /// <inheritdoc />
    protected override bool IsChosen(int found) => true;
}

/// <summary>Whether the customer's account is exempt from tax; its roles are not looked at.</summary>
public sealed class TaxExemptField : CustomerYesNoField
{
    /// <inheritdoc />
    public override string Name => "customer.taxExempt";

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Profile;

    /// <inheritdoc />
    protected override Expression<Func<Customer, bool>> BuildYes(FieldCondition condition, EvaluationContext context) => c => c.IsTaxExempt;
}

/// <summary>The vendor for whom the customer manages products.</summary>
public sealed class VendorField() : CustomerChoiceField("customer.vendor", FieldGroup.Account, VendorChoices.ListName, c => c.VendorId);

/// <summary>The merchant's own comment about the customer.</summary>
public sealed class AdminCommentField() : CustomerTextField("customer.adminComment", FieldGroup.Account, c => c.AdminComment);

/// <summary>The day on which the customer's password was last set or changed.</summary>
public sealed class PasswordChangeField(IRepository<CustomerPassword> passwords) : CustomerField
{
    /// <inheritdoc />
    public override string Name => "customer.passwordChange";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Date;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Profile;

    /// <inheritdoc />
    public override TimeSensitivity TimeSensitivityOf(RuleOperator ruleOperator) => MomentTest.TimeSensitivityOf(ruleOperator);

    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(FieldCondition condition, EvaluationContext context)
    {
        // The latest is the one that no other one of the customer comes after. A customer without any has none that passes.
        var table = passwords.Table;
        var latest = table.Where(p => !table.Any(q => q.CustomerId == p.CustomerId && q.CreatedOnUtc > p.CreatedOnUtc));
        return condition.Operator switch
        {
            RuleOperator.IsEmpty => table.AnyOf(p => p.CustomerId).Not(),
            RuleOperator.IsNotEmpty => table.AnyOf(p => p.CustomerId),
            RuleOperator.NotInLast => Passes(RuleOperator.InLast).Not(),
            var positive => Passes(positive)
        };

        Expression<Func<Customer, bool>> Passes(RuleOperator ruleOperator)
        {
            Expression<Func<CustomerPassword, DateTime>> moment = p => p.CreatedOnUtc;
            return latest.Where(MomentTest.Build(moment, ruleOperator, condition.Value, context.Calendar)).AnyOf(p => p.CustomerId);
        }
    }

    /// <inheritdoc />
    public override async Task<RuleValue?> FindAsync(IQueryable<Customer> customer, FieldCondition condition, EvaluationContext context)
    {
        var moments = await passwords.Table.Where(p => customer.Any(c => c.Id == p.CustomerId))
            .OrderByDescending(p => p.CreatedOnUtc).Select(p => p.CreatedOnUtc).Take(1).ToListAsync();
        return moments is [var latest] ? new DateValue(context.Calendar.DayOf(latest)) : null;
    }
}
