using System.Linq.Expressions;
using Nop.Core.Domain.Customers;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;

/// <summary>A text that stands in a column of the customer.</summary>
public abstract class CustomerTextField(string name, string group, Expression<Func<Customer, string?>> text) : CustomerField
{
    /// <inheritdoc />
    public override string Name => name;

    /// <inheritdoc />
    public override string Group => group;

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Profile;

    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(FieldCondition condition, EvaluationContext context) =>
        TextTest.Build(text, condition.Operator, condition.Value);

    /// <inheritdoc />
    public override async Task<RuleValue?> FindAsync(IQueryable<Customer> customer, FieldCondition condition, EvaluationContext context) =>
        await customer.Select(text).FirstOrDefaultAsync() is { Length: > 0 } found ? new TextValue(found) : null;
}

/// <summary>A code that stands in a column of the customer.</summary>
public abstract class CustomerCodeField(string name, string group, string list, Expression<Func<Customer, string?>> code) : CustomerField
{
    /// <inheritdoc />
    public override string Name => name;

    /// <inheritdoc />
    public override string Group => group;

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Code;

    /// <inheritdoc />
    public override string ChoiceList => list;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Profile;

    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(FieldCondition condition, EvaluationContext context) =>
        TextTest.Build(code, condition.Operator, condition.Value);

    /// <inheritdoc />
    public override async Task<RuleValue?> FindAsync(IQueryable<Customer> customer, FieldCondition condition, EvaluationContext context) =>
        await customer.Select(code).FirstOrDefaultAsync() is { Length: > 0 } found ? new TextsValue([found]) : null;
}

/// <summary>A single choice by an id that stands in a column of the customer.</summary>
/// <param name="name">The field's name.</param>
/// <param name="group">The group under which it is offered.</param>
/// <param name="list">The list of the choices.</param>
/// <param name="id">The id; what stands for nothing chosen is none of the choices.</param>
public abstract class CustomerChoiceField(string name, string group, string list, Expression<Func<Customer, int>> id) : CustomerField
{
    /// <inheritdoc />
    public override string Name => name;

    /// <inheritdoc />
    public override string Group => group;

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Choice;

    /// <inheritdoc />
    public override string ChoiceList => list;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Profile;

    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(FieldCondition condition, EvaluationContext context) =>
        ChoiceTest.Build(id, condition.Operator, condition.Value);

    /// <inheritdoc />
    public override async Task<RuleValue?> FindAsync(IQueryable<Customer> customer, FieldCondition condition, EvaluationContext context) =>
        await customer.Select(id).ToListAsync() is [var found] && IsChosen(found) ? new ChoiceValue([new Choice(found, null)]) : null;

    /// <summary>Whether an id stands for a choice.</summary>
    protected virtual bool IsChosen(int found) => found > 0;
}

/// <summary>A moment in UTC that stands in a column of the customer, asked for by its local day.</summary>
public abstract class CustomerMomentField(string name, string group, Expression<Func<Customer, DateTime?>> moment) : CustomerField
{
    /// <inheritdoc />
    public override string Name => name;

    /// <inheritdoc />
    public override string Group => group;

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Date;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Profile;

    /// <inheritdoc />
    public override TimeSensitivity TimeSensitivityOf(RuleOperator ruleOperator) => MomentTest.TimeSensitivityOf(ruleOperator);

    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(FieldCondition condition, EvaluationContext context) =>
        MomentTest.Build(moment, condition.Operator, condition.Value, context.Calendar);

    /// <inheritdoc />
    public override async Task<RuleValue?> FindAsync(IQueryable<Customer> customer, FieldCondition condition, EvaluationContext context) =>
        await customer.Select(moment).FirstOrDefaultAsync() is { } utc ? new DateValue(context.Calendar.DayOf(utc)) : null;
}

/// <summary>A yes or no of the customer.</summary>
public abstract class CustomerYesNoField : CustomerField
{
    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.YesNo;

    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(FieldCondition condition, EvaluationContext context)
    {
        var holds = BuildYes(condition, context);
        return ((YesNoValue)condition.Value!).Yes ? holds : holds.Not();
    }

    /// <inheritdoc />
    public override async Task<RuleValue?> FindAsync(IQueryable<Customer> customer, FieldCondition condition, EvaluationContext context) =>
        new YesNoValue(await customer.Where(BuildYes(condition, context)).AnyAsync());

    /// <summary>The predicate that it is so; never unknown.</summary>
    protected abstract Expression<Func<Customer, bool>> BuildYes(FieldCondition condition, EvaluationContext context);
}
