using System.Linq.Expressions;
using Nop.Core.Domain.Customers;
using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;

/// <summary>The country of the customer's account.</summary>
public sealed class CountryField : CustomerField
{
    /// <inheritdoc />
    public override string Name => "customer.country";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Choice;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Profile;

    /// <inheritdoc />
    public override string ChoiceList => CountryChoices.ListName;

    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context) =>
        ChoiceTest.Build<Customer>(c => c.CountryId, ruleOperator, value);
}
