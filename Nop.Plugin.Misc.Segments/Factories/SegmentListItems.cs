using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Factories;

/// <summary>Offers the segments in a list to choose from.</summary>
public sealed class SegmentListItems(DisplayFormats formats, ISegmentService segmentService)
{
    /// <summary>
    /// The active segments and the chosen ones, which may be inactive or even deleted: what is chosen is shown, so that it is not lost unseen.
    /// </summary>
    public async Task<List<SelectListItem>> PrepareAsync(IReadOnlyCollection<int> chosen)
    {
        var segments = await segmentService.GetAllAsync();
        var items = new List<SelectListItem>();
        foreach (var segment in segments.Where(s => s.Active || chosen.Contains(s.Id)))
        {
            var text = segment.Active ? segment.Name : await formats.FormatAsync("Plugins.Misc.Segments.Choice.Inactive", segment.Name);
            items.Add(Item(text, segment.Id));
        }

        var deleted = await formats.TextAsync("Plugins.Misc.Segments.Campaign.DeletedSegment");
        items.AddRange(chosen.Where(id => segments.All(s => s.Id != id)).Select(id => Item(deleted, id)));
        return items;
    }

    private static SelectListItem Item(string text, int id) => new(text, id.ToString(CultureInfo.InvariantCulture));
}
