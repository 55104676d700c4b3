using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Audiences.Lists;

/// <summary>Finds the segments whose rules name lists.</summary>
public class ListUsers(SegmentGraph graph)
{
    /// <summary>The segments by the list that they name; by name.</summary>
    public async Task<ILookup<int, SegmentUse>> FindAsync() => (await graph.LoadAsync())
        .Where(node => node.Definition is not null)
        .OrderBy(node => node.Segment.Name, StringComparer.CurrentCultureIgnoreCase)
        .SelectMany(node => ListRules.IdsIn(node.Definition!).Select(id => (Id: id, Use: new SegmentUse(node.Segment.Id, node.Segment.Name))))
        .ToLookup(pair => pair.Id, pair => pair.Use);
}
