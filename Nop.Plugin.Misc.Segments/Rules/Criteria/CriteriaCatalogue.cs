using Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria;

/// <summary>All criteria there are, in the order of their registration.</summary>
public sealed class CriteriaCatalogue(IEnumerable<Criterion> criteria, IEnumerable<FieldFamily> families, OrderQuery orderQuery)
{
    private readonly List<Criterion> _criteria = criteria.ToList();
    private readonly List<FieldFamily> _families = families.ToList();

    /// <summary>What a customer is or has, without the fields of families.</summary>
    public IReadOnlyList<CustomerField> Fields => _criteria.OfType<CustomerField>().ToList();

    /// <summary>What customers do.</summary>
    public IReadOnlyList<Activity> Activities => _criteria.OfType<Activity>().ToList();

    /// <summary>What orders can be narrowed down by.</summary>
    public IReadOnlyList<Filter> OrderFilters => orderQuery.Filters;

    /// <summary>The families of fields.</summary>
    public IReadOnlyList<FieldFamily> Families => _families;

    /// <summary>How a message names the fields of families: <c>customer.attribute:...</c></summary>
    public IEnumerable<string> FamilyNames => _families.Select(family => family.Prefix + "...");

    /// <summary>Of some names the fields that belong to families, by name.</summary>
    public async Task<IReadOnlyDictionary<string, CustomerField>> FindOfFamiliesAsync(IEnumerable<string> names)
    {
        var found = new Dictionary<string, CustomerField>();
        foreach (var name in names.Distinct())
            if (_families.FirstOrDefault(family => name.StartsWith(family.Prefix, StringComparison.Ordinal)) is { } family
                && await family.FindAsync(name[family.Prefix.Length..]) is { } field)
                found[name] = field;
        return found;
    }
}
