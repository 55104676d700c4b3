using Nop.Plugin.Misc.Segments.Audiences.Export;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Services.Security;

namespace Nop.Plugin.Misc.Segments.Factories;

/// <summary>Prepares the choice of what to download of a segment's members.</summary>
public sealed class MemberDownloadModelFactory(DisplayFormats formats, IPermissionService permissionService)
{
    /// <summary>The choice; null for somebody who may not download members.</summary>
    public async Task<MemberDownloadModel?> PrepareAsync(Segment segment)
    {
        if (!await permissionService.AuthorizeAsync(SegmentsDefaults.ExportPermission))
            return null;

        var model = new MemberDownloadModel { SegmentId = segment.Id, Columns = [.. MemberColumns.AtFirst] };
        foreach (var column in MemberColumns.All)
            model.AvailableColumns.Add(new KeyValuePair<string, string>(column.Name, await GetTitleAsync(column)));
        return model;
    }

    /// <summary>What stands over a column in the language of the visitor.</summary>
    public Task<string> GetTitleAsync(MemberColumn column) => formats.TextAsync($"Plugins.Misc.Segments.Export.Column.{column.Name}");
}
