using Microsoft.AspNetCore.Mvc;
using Nop.Core.Domain.Customers;
using Nop.Plugin.Misc.Segments.Audiences.Roles;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Services.Customers;
using Nop.Services.Logging;
using Nop.Services.Messages;
using Nop.Services.Security;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.Segments.Controllers;

/// <summary>Has a segment give a customer role to its members, and take it back.</summary>
public class SegmentRoleController(
    DisplayFormats formats,
    ICustomerActivityService activityService,
    ICustomerService customerService,
    INotificationService notificationService,
    ISegmentService segmentService,
    SegmentRoleModelFactory modelFactory,
    SegmentRoles roles,
    GivableRoles givable,
    RoleReaders readers) : SegmentsAdminController
{
    private const string Prefix = $"{SegmentsDefaults.ResourcePrefix}.Roles.";
    private const int MaximumNameLength = 255;

    /// <summary>How far it is: asked for again and again while it goes on.</summary>
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public async Task<IActionResult> Status(int id) => await segmentService.GetByIdAsync(id) is { } segment
        ? Json(await modelFactory.PrepareStatusAsync(segment))
        : NotFound();

    /// <summary>Gives the members a role from now on: one that there is, or a new one.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    [CheckPermission(StandardPermission.Customers.CUSTOMER_ROLES_CREATE_EDIT_DELETE)]
    public async Task<IActionResult> Start(SegmentRoleModel model)
    {
        if (await segmentService.GetByIdAsync(model.SegmentId) is not { } segment)
            return RedirectToAction("List", "Segment");

        var (role, error) = await FindRoleAsync(segment, model);
        if (role is not null && !await roles.StartAsync(segment.Id, role.Id))
            error = "Error.Taken";
        if (role is null || error is not null)
        {
            notificationService.ErrorNotification(await formats.TextAsync($"{Prefix}{error}"));
            return RedirectToPage(segment.Id);
        }

        await LogAsync(segment, "Log.Started", role);
        notificationService.SuccessNotification(await formats.FormatAsync($"{Prefix}Started", role.Name));
        return RedirectToPage(segment.Id);
    }

    /// <summary>Takes the role back from those who have it because of the segment.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    [CheckPermission(StandardPermission.Customers.CUSTOMER_ROLES_CREATE_EDIT_DELETE)]
    public async Task<IActionResult> End(int id)
    {
        if (await segmentService.GetByIdAsync(id) is not { } segment)
            return RedirectToAction("List", "Segment");

        if (await roles.EndAsync(id) is { } roleId && await customerService.GetCustomerRoleByIdAsync(roleId) is { } role)
        {
            await LogAsync(segment, "Log.Ended", role);
            notificationService.SuccessNotification(await formats.FormatAsync($"{Prefix}Ended", role.Name));
        }

        return RedirectToPage(id);
    }

    /// <summary>The role that was chosen, made where it is new; or what is wrong with it. What was offered may have changed since.</summary>
    private async Task<(CustomerRole? Role, string? Error)> FindRoleAsync(Segment segment, SegmentRoleModel model)
    {
        if (await roles.GetAsync(segment.Id) is not null)
            return (null, "Error.Taken");

        if (model.RoleId != 0)
        {
            var chosen = await customerService.GetCustomerRoleByIdAsync(model.RoleId);
            if (!await givable.ContainsAsync(chosen))
                return (null, "Error.Taken");
            return await readers.FeedsItselfAsync(segment.Id, roleId: model.RoleId) ? (null, "Error.Itself") : (chosen, null);
        }

        var name = model.NewName?.Trim() ?? string.Empty;
        if (name.Length is 0 or > MaximumNameLength)
            return (null, "Error.Name");
        if ((await customerService.GetAllCustomerRolesAsync(showHidden: true)).Any(role => string.Equals(role.Name, name, StringComparison.OrdinalIgnoreCase)))
            return (null, "Error.Exists");

        var added = new CustomerRole { Name = name, Active = true };
        await customerService.InsertCustomerRoleAsync(added);
        return (added, null);
    }

    private async Task LogAsync(Segment segment, string key, CustomerRole role) => await activityService.InsertActivityAsync(
        SegmentsDefaults.EditActivity, await formats.FormatAsync($"{Prefix}{key}", segment.Name, role.Name), segment);

    private RedirectToActionResult RedirectToPage(int id) => RedirectToAction("Details", "Segment", new { id });
}
