using System.Globalization;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Insights;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Web.Framework.Models.Extensions;

namespace Nop.Plugin.Misc.Segments.Factories;

/// <summary>Prepares what a segment's page shows of the past: who entered and left, and the line of daily counts.</summary>
public sealed class HistoryModelFactory(ChangeList changeList, DisplayFormats formats, MemberTrend trend, SegmentsSettings settings)
{
    private const int OnlyEntered = 1;
    private const int OnlyLeft = 2;

    // Room for the thickness of the line.
    private const double Margin = 4;

    /// <summary>What the grid starts with.</summary>
    public ChangeSearchModel PrepareSearchModel(int segmentId)
    {
        var model = new ChangeSearchModel { SegmentId = segmentId, KeptDays = settings.HistoryDays };
        model.SetGridPageSize();
        return model;
    }

    /// <summary>A page of the grid.</summary>
    public async Task<ChangeListModel> PrepareListModelAsync(ChangeSearchModel searchModel)
    {
        ArgumentNullException.ThrowIfNull(searchModel);
        bool? entered = searchModel.SearchChange switch { OnlyEntered => true, OnlyLeft => false, _ => null };
        var changes = await changeList.GetPageAsync(searchModel.SegmentId, entered, searchModel.Page - 1, searchModel.PageSize);
        var rows = new List<ChangeModel>();
        foreach (var change in changes)
            rows.Add(await PrepareModelAsync(change));
        return new ChangeListModel().PrepareToGrid(searchModel, changes, () => rows);
    }

    /// <summary>The line of daily counts.</summary>
    public async Task<TrendModel> PrepareTrendModelAsync(Segment segment)
    {
        var days = await trend.GetAsync(segment);
        var model = new TrendModel { Title = await formats.FormatAsync("Plugins.Misc.Segments.Trend.Title", MemberTrend.Days) };
        if (days.Count < 2)
        {
            model.Words = await formats.TextAsync("Plugins.Misc.Segments.Trend.Short");
            return model;
        }

        var (fewest, most) = (days.Min(day => day.Members), days.Max(day => day.Members));
        (model.Fewest, model.Most) = (formats.Number(fewest), formats.Number(most));
        (model.From, model.To) = (DayOf(days[0]), DayOf(days[^1]));
        model.Words = await formats.FormatAsync("Plugins.Misc.Segments.Trend.Words",
            formats.Number(days[0].Members), model.From, formats.Number(days[^1].Members), model.To, model.Fewest, model.Most);
        model.Points = string.Join(' ', days.Select(day => PointOf(day, days[0].Day, days[^1].Day, fewest, most)));
        model.Days =
        [
            .. days.Reverse().Select(day => new TrendDayModel
            {
                Day = DayOf(day),
                Members = formats.Number(day.Members),
                Entered = formats.Number(day.Entered),
                Left = formats.Number(day.Left)
            })
        ];
        return model;
    }

    private async Task<ChangeModel> PrepareModelAsync(ChangeRow change)
    {
        var model = new ChangeModel
        {
            Entered = change.Entered,
            Change = await formats.TextAsync($"Plugins.Misc.Segments.History.{(change.Entered ? "Entered" : "Left")}"),
            When = await formats.MomentAsync(change.CreatedOnUtc),
            Why = await formats.TextAsync($"Plugins.Misc.Segments.History.Why.{change.Reason}")
        };
        if (!change.Exists)
        {
            model.Name = await formats.TextAsync("Plugins.Misc.Segments.History.Deleted");
            return model;
        }

        model.CustomerId = change.CustomerId;
        model.Name = await formats.NameAsync(change.FirstName, change.LastName);
        model.Email = await formats.EmailAsync(change.Email);
        return model;
    }

    /// <summary>Days that were not counted leave their room: the line goes on by the calendar. Where nothing changed it runs through the middle.</summary>
    private static string PointOf(SegmentDay day, DateTime first, DateTime last, int fewest, int most)
    {
        var x = (day.Day - first).TotalDays / (last - first).TotalDays * TrendModel.Width;
        var share = most == fewest ? 0.5 : (double)(day.Members - fewest) / (most - fewest);
        var y = TrendModel.Height - Margin - (share * (TrendModel.Height - (2 * Margin)));
        return string.Create(CultureInfo.InvariantCulture, $"{x:0.#},{y:0.#}");
    }

    // A day of the shop's own calendar: no time zone is applied to it once more.
    private static string DayOf(SegmentDay day) => day.Day.ToString("d", CultureInfo.CurrentCulture);
}
