namespace Nop.Plugin.Misc.Segments.Transfer.Import;

/// <summary>Puts segments in an order in which each comes after those it builds on.</summary>
internal static class SegmentOrder
{
    /// <summary>The order; or a circle, the first one again at the end.</summary>
    /// <param name="wanted">The segments to put in order.</param>
    /// <param name="needs">What a segment builds on.</param>
    public static (IReadOnlyList<int> Order, IReadOnlyList<int>? Circle) Find(IReadOnlyCollection<int> wanted, Func<int, IReadOnlyList<int>> needs)
    {
        var order = new List<int>();
        var done = new HashSet<int>();
        foreach (var start in wanted)
        {
            if (!done.Add(start))
                continue;

            // By hand rather than by calls to itself: a chain of segments may be as long as a file is large.
            var way = new List<(int Id, IReadOnlyList<int> Needs, int Next)> { (start, needs(start), 0) };
            var onWay = new HashSet<int> { start };
            while (way.Count > 0)
            {
                var (id, ids, next) = way[^1];
                if (next == ids.Count)
                {
                    way.RemoveAt(way.Count - 1);
                    onWay.Remove(id);
                    order.Add(id);
                    continue;
                }

                way[^1] = (id, ids, next + 1);
                var needed = ids[next];
                if (onWay.Contains(needed))
                    return ([], [.. way.Select(step => step.Id).SkipWhile(step => step != needed), needed]);
                if (!done.Add(needed))
                    continue;
                way.Add((needed, needs(needed), 0));
                onWay.Add(needed);
            }
        }

        return (order, null);
    }
}
