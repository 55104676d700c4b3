using Nop.Plugin.Misc.Segments.Audiences;
using Nop.Plugin.Misc.Segments.Audiences.Roles;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Services.Customers;
using Nop.Services.Security;

namespace Nop.Plugin.Misc.Segments.Factories;

/// <summary>Prepares what the page of a segment says about the customer role that it gives.</summary>
public sealed class SegmentRoleModelFactory(
    DisplayFormats formats,
    ICustomerService customerService,
    IPermissionService permissionService,
    SegmentRoles roles,
    GivableRoles givable,
    RoleCounts counts)
{
    private const string Prefix = $"{SegmentsDefaults.ResourcePrefix}.Roles.";

    /// <summary>The card.</summary>
    public async Task<SegmentRoleModel> PrepareAsync(Segment segment)
    {
        var model = await PrepareStatusAsync(segment);
        model.CanManage = await permissionService.AuthorizeAsync(SegmentsDefaults.ManagePermission)
            && await permissionService.AuthorizeAsync(StandardPermission.Customers.CUSTOMER_ROLES_CREATE_EDIT_DELETE);
        if (model is { CanManage: true, RoleId: 0 })
        {
            model.NewName = segment.Name;
            model.AvailableRoles = [.. (await givable.GetFreeAsync()).Select(role => KeyValuePair.Create(role.Id, role.Name))];
        }

        return model;
    }

    /// <summary>How far it is.</summary>
    public async Task<SegmentRoleModel> PrepareStatusAsync(Segment segment)
    {
        var model = new SegmentRoleModel { SegmentId = segment.Id };
        if (await roles.GetAsync(segment.Id) is { } row && await customerService.GetCustomerRoleByIdAsync(row.CustomerRoleId) is { } role)
        {
            (model.RoleId, model.RoleName) = (role.Id, role.Name);
            await DescribeAsync(model, segment, row);
            if (!await givable.ContainsAsync(role))
                (model.Warning, model.Busy) = (await formats.TextAsync($"{Prefix}Forbidden"), false);
        }

        foreach (var ending in await roles.GetEndingAsync(segment.Id))
            if (await customerService.GetCustomerRoleByIdAsync(ending.CustomerRoleId) is { } former)
            {
                var left = formats.Number(await counts.CountGrantedAsync(former.Id));
                model.Ending = $"{model.Ending} {await formats.FormatAsync($"{Prefix}Ending", former.Name, left)}".Trim();
                model.Busy = true;
            }

        return model;
    }

    private async Task DescribeAsync(SegmentRoleModel model, Segment segment, SegmentRole row)
    {
        if (!segment.Active)
        {
            var left = await counts.CountGrantedAsync(row.CustomerRoleId);
            model.Busy = left > 0;
            model.Progress = await formats.TextAsync($"{Prefix}Inactive");
            return;
        }

        if (!segment.IsReliable())
        {
            model.Busy = true;
            model.Progress = await formats.TextAsync($"{Prefix}Waiting");
            return;
        }

        var (members, having) = await counts.CountMembersAsync(row);
        model.Busy = having < members;
        model.Percent = members == 0 ? 100 : (int)(100L * having / members);
        model.Progress = members == 0
            ? await formats.TextAsync($"{Prefix}Nobody")
            : await formats.FormatAsync($"{Prefix}{(model.Busy ? "Progress" : "Done")}", formats.Number(having), formats.Number(members));
    }
}
