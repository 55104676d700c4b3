namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>The customers that one evaluation looks at: a few by their ids, or a range of ids. Every query is narrowed to it, inside and out.</summary>
public sealed class CustomerScope
{
    private CustomerScope(IReadOnlyList<int>? ids, int from, int to)
    {
        Ids = ids;
        From = from;
        To = to;
    }

    /// <summary>The ids, or null for a range.</summary>
    public IReadOnlyList<int>? Ids { get; }

    /// <summary>The first id of the range, included.</summary>
    public int From { get; }

    /// <summary>The last id of the range, included.</summary>
    public int To { get; }

    /// <summary>Just these customers.</summary>
    public static CustomerScope Of(IReadOnlyList<int> ids) => new(ids, 0, 0);

    /// <summary>All customers whose id is in the range, both ends included.</summary>
    public static CustomerScope Range(int from, int to) => new(null, from, to);
}
