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

    /// <summary>The id of the only customer that can be meant; null when there may be more.</summary>
    public int? Single => Ids is { } ids ? ids.Count == 1 ? ids[0] : null : From == To ? From : null;

    /// <summary>The same customers in two parts; only where there may be more than one.</summary>
    public IReadOnlyList<CustomerScope> Halves()
    {
        if (Ids is { } ids)
            return [Of(ids.Take(ids.Count / 2).ToList()), Of(ids.Skip(ids.Count / 2).ToList())];
        var middle = From + (To - From) / 2;
        return [Range(From, middle), Range(middle + 1, To)];
    }

    /// <summary>All customers whose id is in the range, both ends included.</summary>
    public static CustomerScope Range(int from, int to) => new(null, from, to);
}
