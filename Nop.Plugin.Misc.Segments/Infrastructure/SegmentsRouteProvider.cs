using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Nop.Web.Framework;
using Nop.Web.Framework.Mvc.Routing;

namespace Nop.Plugin.Misc.Segments.Infrastructure;

/// <summary>Names the addresses that the shop itself leads to: from its menu, its list of plugins and its discounts.</summary>
public class SegmentsRouteProvider : IRouteProvider
{
    /// <inheritdoc />
    public int Priority => 0;

    /// <inheritdoc />
    public void RegisterRoutes(IEndpointRouteBuilder endpointRouteBuilder)
    {
        Map(SegmentsDefaults.ListRoute, "Segment", "List");
        Map(SegmentsDefaults.ConfigurationRoute, "SegmentSettings", "Configure");
        Map(SegmentsDefaults.RequirementRoute, "SegmentRequirement", "Configure");

        void Map(string name, string controller, string action) => endpointRouteBuilder.MapControllerRoute(
            name, $"{AreaNames.ADMIN}/{controller}/{action}", new { area = AreaNames.ADMIN, controller, action });
    }
}
