using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.Segments.Factories.Lists;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Web.Framework.Components;

namespace Nop.Plugin.Misc.Segments.Components;

/// <summary>The card on a segment's page with the lists of e-mail addresses that its rules name.</summary>
public class SegmentListsViewComponent(ISegmentService segmentService, ListModelFactory factory) : NopViewComponent
{
    /// <summary>Draws it.</summary>
    /// <param name="segmentId">The segment.</param>
    public async Task<IViewComponentResult> InvokeAsync(int segmentId)
    {
        if (await segmentService.GetByIdAsync(segmentId) is not { } segment)
            return Content(string.Empty);
        var model = await factory.PrepareCardAsync(segment);
        return model.CanManage || model.Lists.Count > 0
            ? View($"{SegmentsDefaults.PluginFolder}/Views/Lists/Card.cshtml", model)
            : Content(string.Empty);
    }
}
