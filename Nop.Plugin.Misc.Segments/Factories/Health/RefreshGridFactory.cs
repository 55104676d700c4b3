using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Plugin.Misc.Segments.Models.Health;
using Nop.Web.Framework.Models.Extensions;

namespace Nop.Plugin.Misc.Segments.Factories.Health;

/// <summary>Prepares the grid of the refreshes of all segments.</summary>
public sealed class RefreshGridFactory(RefreshRunList runs, IRepository<Segment> segments, RefreshTexts texts, DisplayFormats formats)
{
    /// <summary>Whether there was ever one.</summary>
    public async Task<bool> AnyAsync() => (await runs.GetPageAsync(0, 1)).TotalCount > 0;

    /// <summary>What the grid starts with.</summary>
    public static RefreshSearchModel PrepareSearchModel()
    {
        var model = new RefreshSearchModel();
        model.SetGridPageSize();
        return model;
    }

    /// <summary>A page of the grid.</summary>
    public async Task<RefreshListModel> PrepareListModelAsync(RefreshSearchModel searchModel)
    {
        ArgumentNullException.ThrowIfNull(searchModel);
        var page = await runs.GetPageAsync(searchModel.Page - 1, searchModel.PageSize);
        var ids = page.Select(run => run.SegmentId).Distinct().ToList();
        var names = await segments.Table.Where(segment => ids.Contains(segment.Id)).Select(segment => new { segment.Id, segment.Name })
            .ToDictionaryAsync(segment => segment.Id, segment => segment.Name);
        var rows = new List<RefreshModel>();
        foreach (var run in page)
            rows.Add(await PrepareModelAsync(run, names.GetValueOrDefault(run.SegmentId, string.Empty)));
        return new RefreshListModel().PrepareToGrid(searchModel, page, () => rows);
    }

    private async Task<RefreshModel> PrepareModelAsync(RefreshRun run, string name)
    {
        var began = run.StartedOnUtc is not null;
        return new RefreshModel
        {
            SegmentId = run.SegmentId,
            Segment = name,
            State = new SegmentStateModel
            {
                Icon = IconOf(run.State),
                Text = await formats.TextAsync($"Plugins.Misc.Segments.Health.Refresh.{run.State}"),
                Reason = run.Error ?? string.Empty
            },
            When = await formats.MomentAsync(run.StartedOnUtc ?? run.RequestedOnUtc),
            Duration = began ? await texts.GetDurationAsync(run) : DisplayFormats.Nothing,
            Customers = began ? await CustomersAsync(run) : DisplayFormats.Nothing,
            Moved = began
                ? await formats.FormatAsync("Plugins.Misc.Segments.Health.Refresh.Moved.Text", formats.Number(run.Entered), formats.Number(run.Left))
                : DisplayFormats.Nothing,
            By = await texts.GetStarterAsync(run),
            Progress = await texts.GetProgressAsync(run)
        };
    }

    private async Task<string> CustomersAsync(RefreshRun run) => run.State == RefreshRunState.Done
        ? formats.Number(run.CustomerCount)
        : await formats.FormatAsync(
            "Plugins.Misc.Segments.Health.Refresh.Seen", formats.Number(RefreshTexts.CountSeen(run)), formats.Number(run.CustomerCount));

    private static string IconOf(RefreshRunState state) => state switch
    {
        RefreshRunState.Waiting => "far fa-clock text-muted",
        RefreshRunState.Running => "fas fa-sync-alt fa-spin text-info",
        RefreshRunState.Done => "far fa-check-circle text-success",
        RefreshRunState.Cancelled => "far fa-stop-circle text-warning",
        RefreshRunState.Superseded => "fas fa-forward text-muted",
        _ => "fas fa-times-circle text-danger"
    };
}
