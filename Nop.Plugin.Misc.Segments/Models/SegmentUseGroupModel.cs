namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>All of one kind that depends on a segment.</summary>
/// <param name="Title">What the kind is called.</param>
/// <param name="Icon">The classes of its icon.</param>
/// <param name="Items">What depends on the segment, with the addresses of their pages; at least one.</param>
public sealed record SegmentUseGroupModel(string Title, string Icon, IReadOnlyList<KeyValuePair<string, string>> Items);
