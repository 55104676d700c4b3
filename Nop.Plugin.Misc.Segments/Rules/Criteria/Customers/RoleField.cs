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
    public override Expression<Func<Customer, bool>> Build(FieldCondition condition, EvaluationContext context)
    {
        var table = mappings.Table;
        return ChoicesTest.Build<Customer>(condition.Operator, condition.Value, ids => c => table.Any(m => m.CustomerId == c.Id && ids.Contains(m.CustomerRoleId)));
    }

    /// <inheritdoc />
    public override async Task<RuleValue?> FindAsync(IQueryable<Customer> customer, FieldCondition condition, EvaluationContext context)
    {
        var ids = await mappings.Table.Where(m => customer.Any(c => c.Id == m.CustomerId)).Select(m => m.CustomerRoleId).ToListAsync();
        return ids.Count == 0 ? null : new ChoiceValue(ids.Order().Select(id => new Choice(id, null)).ToList());
    }
}
