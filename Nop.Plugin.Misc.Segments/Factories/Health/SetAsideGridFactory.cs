using Nop.Plugin.Misc.Segments.Health;
using Nop.Plugin.Misc.Segments.Models.Health;
using Nop.Web.Framework.Models.Extensions;

namespace Nop.Plugin.Misc.Segments.Factories.Health;

/// <summary>Prepares the grid of customers who are set aside.</summary>
public sealed class SetAsideGridFactory(SetAsideList list, DisplayFormats formats)
{
    /// <summary>What the grid starts with.</summary>
    public static SetAsideSearchModel PrepareSearchModel()
    {
        var model = new SetAsideSearchModel();
        model.SetGridPageSize();
        return model;
    }

    /// <summary>A page of the grid.</summary>
    public async Task<SetAsideListModel> PrepareListModelAsync(SetAsideSearchModel searchModel)
    {
        ArgumentNullException.ThrowIfNull(searchModel);
        var page = await list.GetPageAsync(searchModel.Page - 1, searchModel.PageSize);
        var rows = new List<SetAsideModel>();
        foreach (var row in page)
            rows.Add(new SetAsideModel
            {
                SegmentId = row.SegmentId,
                Segment = row.SegmentName,
                CustomerId = row.CustomerId,
                Exists = row.Exists,
                Customer = await GetNameAsync(row),
                Error = row.Error,
                Attempts = formats.Number(row.Attempts),
                When = await formats.MomentAsync(row.FailedOnUtc)
            });
        return new SetAsideListModel().PrepareToGrid(searchModel, page, () => rows);
    }

    private async Task<string> GetNameAsync(SetAsideRow row)
    {
        if (!row.Exists)
            return await formats.TextAsync("Plugins.Misc.Segments.History.Deleted");

        var name = $"{row.FirstName} {row.LastName}".Trim();
        if (name.Length > 0)
            return name;
        return string.IsNullOrEmpty(row.Email) ? await formats.TextAsync("Plugins.Misc.Segments.Details.NoName") : row.Email;
    }
}
