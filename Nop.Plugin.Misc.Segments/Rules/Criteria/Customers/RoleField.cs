using System.Linq.Expressions;
using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;

/// <summary>The roles of the customer.</summary>
public sealed class RoleField(IRepository<CustomerCustomerRoleMapping> mappings) : CustomerField
{
    /// <inheritdoc />
    public override string Name => "customer.role";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Choice;

    /// <inheritdoc />
    public override IReadOnlyList<RuleOperator> Operators => Operator.ManyChoices;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Roles;

    /// <inheritdoc />
    public override string ChoiceList => RoleChoices.ListName;

    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context)
    {
        var table = mappings.Table;
        var ids = ((ChoiceValue)value!).Ids;
        return ruleOperator switch
        {
            RuleOperator.IsAllOf => ids.Distinct().Select(HasRole).Aggregate(Predicates.And),
            RuleOperator.IsNoneOf => HasAnyRole().Not(),
            _ => HasAnyRole()
        };

        Expression<Func<Customer, bool>> HasRole(int id) => c => table.Any(m => m.CustomerId == c.Id && m.CustomerRoleId == id);
        Expression<Func<Customer, bool>> HasAnyRole() => c => table.Any(m => m.CustomerId == c.Id && ids.Contains(m.CustomerRoleId));
    }
}
