using System.Linq.Expressions;
using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;

/// <summary>The imported lists on which the customer's e-mail address stands.</summary>
public sealed class ListField(IRepository<CustomerListEntry> entries) : CustomerField
{
    internal const string FieldName = "customer.list";

    /// <inheritdoc />
    public override string Name => FieldName;

    /// <inheritdoc />
    public override string Group => FieldGroup.Marketing;

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Choice;

    /// <summary>A customer may get another address.</summary>
    public override RuleSources Sources => RuleSources.Lists | RuleSources.Profile;

    /// <inheritdoc />
    public override string ChoiceList => EmailListChoices.ListName;

    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(FieldCondition condition, EvaluationContext context)
    {
        // No text function around the addresses: the databases of the platform compare without case, and an index only serves a bare column.
        var table = entries.Table;
        return ChoicesTest.Build<Customer>(condition.Operator, condition.Value, ids => c => table.Any(e => ids.Contains(e.ListId) && e.Email == c.Email));
    }

    /// <inheritdoc />
    public override async Task<RuleValue?> FindAsync(IQueryable<Customer> customer, FieldCondition condition, EvaluationContext context)
    {
        var ids = await entries.Table.Where(e => customer.Any(c => c.Email == e.Email)).Select(e => e.ListId).Distinct().ToListAsync();
        return ids.Count == 0 ? null : new ChoiceValue(ids.Order().Select(id => new Choice(id, null)).ToList());
    }
}
