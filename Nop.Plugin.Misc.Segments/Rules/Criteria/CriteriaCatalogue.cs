using Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria;

/// <summary>All criteria there are, in the order of their registration.</summary>
public sealed class CriteriaCatalogue(IEnumerable<Criterion> criteria, OrderQuery orderQuery)
{
    private readonly List<Criterion> _criteria = criteria.ToList();

    /// <summary>What a customer is or has.</summary>
    public IReadOnlyList<CustomerField> Fields => _criteria.OfType<CustomerField>().ToList();

    /// <summary>What customers do.</summary>
    public IReadOnlyList<Activity> Activities => _criteria.OfType<Activity>().ToList();

    /// <summary>What orders can be narrowed down by.</summary>
    public IReadOnlyList<Filter> OrderFilters => orderQuery.Filters;
}
