using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Customers who changed, and the rows of the queue that say so.</summary>
public sealed class DirtyMarks
{
    private readonly Dictionary<int, RuleSources> _customers = [];
    private readonly List<int> _rowIds = [];

    /// <summary>Who changed, and what about them; <see cref="DirtyCustomerMarker.EveryCustomer"/> stands for all.</summary>
    public IReadOnlyDictionary<int, RuleSources> Customers => _customers;

    /// <summary>The rows of the queue that say so; they may be gone already.</summary>
    public IReadOnlyList<int> RowIds => _rowIds;

    /// <summary>Adds a change; false when it was known.</summary>
    public bool Add(int customerId, RuleSources sources)
    {
        var before = _customers.GetValueOrDefault(customerId);
        _customers[customerId] = before | sources;
        return (sources & ~before) != RuleSources.None;
    }

    /// <summary>Adds a row of the queue.</summary>
    public void AddRow(int rowId) => _rowIds.Add(rowId);

    /// <summary>Adds all of another's.</summary>
    public void Add(DirtyMarks other)
    {
        foreach (var (customerId, sources) in other._customers)
            Add(customerId, sources);
        _rowIds.AddRange(other._rowIds);
    }

    /// <summary>The same, apart from what is added later.</summary>
    public DirtyMarks Copy()
    {
        var copy = new DirtyMarks();
        copy.Add(this);
        return copy;
    }
}
