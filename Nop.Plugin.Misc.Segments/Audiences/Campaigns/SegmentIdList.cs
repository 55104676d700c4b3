using System.Globalization;

namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>Writes and reads ids of segments as one text, as a sending keeps them.</summary>
internal static class SegmentIdList
{
    /// <summary>The ids with commas between them.</summary>
    public static string Write(IEnumerable<int> ids) => string.Join(',', ids);

    /// <summary>The ids of such a text.</summary>
    public static IReadOnlyList<int> Read(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture))];
}
