namespace Nop.Plugin.Misc.Segments.Rules.Criteria;

/// <summary>All criteria there are, by name.</summary>
public sealed class CriteriaCatalogue(IEnumerable<Criterion> criteria)
{
    private readonly List<Criterion> _criteria = criteria.ToList();

    /// <summary>What a customer is or has, in the order of registration.</summary>
    public IReadOnlyList<CustomerField> Fields => _criteria.OfType<CustomerField>().ToList();

    /// <summary>What customers do, in the order of registration.</summary>
    public IReadOnlyList<Activity> Activities => _criteria.OfType<Activity>().ToList();

    /// <summary>What orders can be narrowed down by, in the order of registration.</summary>
    public IReadOnlyList<Filter> OrderFilters => _criteria.OfType<Filter>().Where(filter => filter is OrderFilter or ItemFilter).ToList();
}
