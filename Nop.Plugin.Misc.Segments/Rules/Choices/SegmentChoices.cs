using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Rules.Choices;

/// <summary>
/// The shop's active segments, by name. An inactive one keeps no members up to date, so that no rule may build on it: it counts as missing.
/// </summary>
public sealed class SegmentChoices(IRepository<Segment> segments) : IChoiceList
{
    internal const string ListName = "segments";

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChoiceItem>> SearchAsync(string term, int count) => await segments.Table
        .Where(s => s.Active && s.Name.Contains(term)).OrderBy(s => s.Name).ThenBy(s => s.Id).Take(count)
        .Select(s => new ChoiceItem(s.Id, s.Name, null)).ToListAsync();

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChoiceItem>> FindAsync(IReadOnlyCollection<int> ids) => await segments.Table
        .Where(s => s.Active && ids.Contains(s.Id)).OrderBy(s => s.Name).Select(s => new ChoiceItem(s.Id, s.Name, null)).ToListAsync();

    /// <summary>The oldest segment of a name is meant, should there be several.</summary>
    public async Task<ILookup<string, int>> ResolveAsync(IReadOnlyCollection<string> names) =>
        (await segments.Table.Where(s => s.Active && names.Contains(s.Name)).Select(s => new { s.Name, s.Id }).ToListAsync())
        .GroupBy(s => s.Name, s => s.Id, StringComparer.OrdinalIgnoreCase)
        .ToLookup(group => group.Key, group => group.Min(), StringComparer.OrdinalIgnoreCase);
}
