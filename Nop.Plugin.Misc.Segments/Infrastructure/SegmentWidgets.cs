using Nop.Plugin.Misc.Segments.Components;
using Nop.Web.Framework.Infrastructure;

namespace Nop.Plugin.Misc.Segments.Infrastructure;

/// <summary>What the plugin shows on pages of the shop.</summary>
internal static class SegmentWidgets
{
    /// <summary>The view component of each widget zone.</summary>
    public static IReadOnlyDictionary<string, Type> ByZone { get; } = new Dictionary<string, Type>
    {
        [AdminWidgetZones.CampaignDetailsBottom] = typeof(CampaignSegmentsViewComponent),
        [AdminWidgetZones.CustomerDetailsBlock] = typeof(CustomerSegmentsViewComponent)
    };
}
