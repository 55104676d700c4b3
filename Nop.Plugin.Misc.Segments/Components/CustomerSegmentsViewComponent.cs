using Microsoft.AspNetCore.Mvc;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Services.Security;
using Nop.Web.Framework.Components;
using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Components;

/// <summary>The block of the customer's page that says which segments the customer is in, since when and why, and in which nearly.</summary>
public class CustomerSegmentsViewComponent(
    DisplayFormats formats,
    IPermissionService permissionService,
    IRepository<Segment> segments,
    IRepository<SegmentMember> members,
    RefreshRunList runs,
    SegmentTexts texts) : NopViewComponent
{
    /// <summary>Draws it.</summary>
    /// <param name="widgetZone">The place on the page.</param>
    /// <param name="additionalData">The customer.</param>
    public async Task<IViewComponentResult> InvokeAsync(string widgetZone, object additionalData)
    {
        if (additionalData is not BaseNopEntityModel { Id: > 0 } customer || !await permissionService.AuthorizeAsync(SegmentsDefaults.ViewPermission))
            return Content(string.Empty);

        var customerId = customer.Id;
        var memberships = await (
            from member in members.Table
            join segment in segments.Table on member.SegmentId equals segment.Id
            where member.CustomerId == customerId
            orderby segment.Name
            select new { Segment = segment, member.EnteredOnUtc }).ToListAsync();

        var latest = await runs.GetLatestAsync([.. memberships.Select(membership => membership.Segment.Id)]);
        var rows = new List<CustomerSegmentModel>();
        foreach (var membership in memberships)
            rows.Add(new CustomerSegmentModel
            {
                Id = membership.Segment.Id,
                Name = membership.Segment.Name,
                Since = await formats.MomentAsync(membership.EnteredOnUtc),
                State = await texts.GetStateAsync(membership.Segment, latest.GetValueOrDefault(membership.Segment.Id))
            });

        return View($"{SegmentsDefaults.PluginFolder}/Views/Customer/Segments.cshtml", new CustomerSegmentsModel { CustomerId = customerId, Segments = rows });
    }
}
