using System.Linq.Expressions;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;

/// <summary>Values that the shop and its plugins store about customers, by their keys.</summary>
public sealed class GenericAttributeFields(IRepository<GenericAttribute> attributes) : FieldFamily
{
    /// <summary>So many rows are looked through for keys: the latest, as a shop can have millions.</summary>
    private const int LatestRows = 20_000;

    /// <summary>The longest key that the shop stores.</summary>
    private const int LongestKey = 400;

    internal const string KeyGroup = nameof(Customer);

    /// <inheritdoc />
    public override string Prefix => GenericAttributeField.Prefix;

    /// <summary>Every key is one: a value may be stored under it later.</summary>
    public override Task<CustomerField?> FindAsync(string key) => Task.FromResult<CustomerField?>(
        string.IsNullOrWhiteSpace(key) || key.Length > LongestKey ? null : new GenericAttributeField(key, attributes));

    /// <inheritdoc />
    public override async Task<IReadOnlyList<CustomerField>> ListAsync()
    {
        var keys = await attributes.Table.Where(a => a.KeyGroup == KeyGroup).OrderByDescending(a => a.Id).Take(LatestRows).Select(a => a.Key).Distinct().ToListAsync();
        return keys.Where(key => !string.IsNullOrWhiteSpace(key)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)
            .Select(key => new GenericAttributeField(key, attributes)).ToList();
    }
}

/// <summary>A value that the shop or a plugin stores about customers under one key, in any store.</summary>
public sealed class GenericAttributeField(string key, IRepository<GenericAttribute> attributes) : CustomerField
{
    internal const string Prefix = "customer.genericAttribute:";

    /// <inheritdoc />
    public override string Name => Prefix + key;

    /// <inheritdoc />
    public override string Group => FieldGroup.Attributes;

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.GenericAttributes;

    /// <inheritdoc />
    public override string Subject => key;

    /// <inheritdoc />
    public override string ResourceKey => $"{SegmentsDefaults.ResourcePrefix}.Criteria.customer.genericAttribute";

    /// <summary>There may be a value for each store: a negative operator holds when the positive one holds for none of them.</summary>
    public override Expression<Func<Customer, bool>> Build(FieldCondition condition, EvaluationContext context)
    {
        var passing = Rows.Where(TextTest.Build<GenericAttribute>(a => a.Value, TextTest.PositiveOf(condition.Operator), condition.Value)).AnyOf(a => a.EntityId);
        return TextTest.IsNegative(condition.Operator) ? passing.Not() : passing;
    }

    /// <inheritdoc />
    public override async Task<RuleValue?> FindAsync(IQueryable<Customer> customer, FieldCondition condition, EvaluationContext context)
    {
        var values = await Rows.Where(a => a.Value != null && a.Value != string.Empty && customer.Any(c => c.Id == a.EntityId))
            .OrderBy(a => a.StoreId).ThenBy(a => a.Id).Select(a => a.Value).ToListAsync();
        return values.Count switch
        {
            0 => null,
            1 => new TextValue(values[0]),
            _ => new TextsValue(values.Distinct(StringComparer.OrdinalIgnoreCase).ToList())
        };
    }

    private IQueryable<GenericAttribute> Rows => attributes.Table.Where(a => a.KeyGroup == GenericAttributeFields.KeyGroup && a.Key == key);
}
