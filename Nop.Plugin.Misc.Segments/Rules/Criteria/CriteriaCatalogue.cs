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

    /// <summary>The family that a field's name belongs to; null for the others.</summary>
    public FieldFamily? FamilyOf(string name) => _families.FirstOrDefault(family => name.StartsWith(family.Prefix, StringComparison.Ordinal));

    /// <summary>Of some names the fields that belong to families, by name.</summary>
    /// <param name="names">The names; those that belong to no family are passed over.</param>
    /// <param name="choose">Takes a name and the field that was found, or null, and says which field is meant; leave out to take what was found.</param>
    public async Task<IReadOnlyDictionary<string, CustomerField>> FindOfFamiliesAsync(
        IEnumerable<string> names, Func<string, CustomerField?, CustomerField?>? choose = null)
    {
        var found = new Dictionary<string, CustomerField>();
        foreach (var name in names.Distinct())
        {
            if (FamilyOf(name) is not { } family)
                continue;
            var field = await family.FindAsync(name[family.Prefix.Length..]);
            if ((choose is null ? field : choose(name, field)) is { } meant)
                found[name] = meant;
        }

        return found;
    }
}
