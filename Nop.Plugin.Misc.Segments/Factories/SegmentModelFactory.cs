using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Factories.Editor;
using Nop.Plugin.Misc.Segments.Factories.Triggers;
using Nop.Plugin.Misc.Segments.Insights;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Services.Security;
using Nop.Web.Framework.Models.Extensions;

namespace Nop.Plugin.Misc.Segments.Factories;

/// <summary>Prepares what the list of segments and the page of one segment show.</summary>
public sealed class SegmentModelFactory(
    CountingText countingText,
    DisplayFormats formats,
    HistoryModelFactory history,
    IPermissionService permissionService,
    RefreshRunList runs,
    RefreshTexts refreshTexts,
    ISegmentService segmentService,
    MemberDownloadModelFactory downloadModelFactory,
    SegmentRoleModelFactory roleModelFactory,
    SegmentStatistics statistics,
    SegmentTexts texts,
    TriggerModelFactory triggerModelFactory,
    SegmentUsesModelFactory usesModelFactory)
{
    /// <summary>The list page.</summary>
    public async Task<SegmentSearchModel> PrepareSearchModelAsync()
    {
        var model = new SegmentSearchModel
        {
            HasSegments = (await segmentService.SearchAsync(null, 0, 1)).TotalCount > 0,
            CanManage = await CanManageAsync()
        };
        model.SetGridPageSize();
        return model;
    }

    /// <summary>A page of the list.</summary>
    public async Task<SegmentListModel> PrepareListModelAsync(SegmentSearchModel searchModel)
    {
        var segments = await segmentService.SearchAsync(searchModel.SearchName?.Trim(), searchModel.Page - 1, searchModel.PageSize);
        var latest = await runs.GetLatestAsync([.. segments.Select(segment => segment.Id)]);
        var rows = new List<SegmentModel>();
        foreach (var segment in segments)
            rows.Add(await PrepareModelAsync(segment, latest.GetValueOrDefault(segment.Id)));

        return new SegmentListModel().PrepareToGrid(searchModel, segments, () => rows);
    }

    /// <summary>One segment as the list and the head of its page show it.</summary>
    public async Task<SegmentModel> PrepareModelAsync(Segment segment) =>
        await PrepareModelAsync(segment, (await runs.GetLatestAsync([segment.Id])).GetValueOrDefault(segment.Id));

    /// <summary>The page of one segment; its figures and members are asked for by the page.</summary>
    public async Task<SegmentDetailsModel> PrepareDetailsModelAsync(Segment segment)
    {
        var model = new SegmentDetailsModel
        {
            Id = segment.Id,
            Segment = await PrepareModelAsync(segment),
            Description = segment.Description ?? string.Empty,
            CountingOrders = await countingText.DescribeAsync(),
            Uses = await usesModelFactory.PrepareAsync(segment.Id),
            Triggers = await triggerModelFactory.PrepareRowsAsync(segment.Id),
            Role = await roleModelFactory.PrepareAsync(segment),
            CanManage = await CanManageAsync(),
            Download = await downloadModelFactory.PrepareAsync(segment),
            MemberSearch = new MemberSearchModel { SegmentId = segment.Id },
            ChangeSearch = history.PrepareSearchModel(segment.Id),
            Trend = await history.PrepareTrendModelAsync(segment)
        };
        model.MemberSearch.SetGridPageSize();
        return model;
    }

    /// <summary>The tiles. While the members are being found for the first time they say so.</summary>
    public async Task<SegmentFiguresModel> PrepareFiguresModelAsync(Segment segment)
    {
        if (await IsFirstTimeAsync(segment))
        {
            var pending = await formats.TextAsync("Plugins.Misc.Segments.Progress.FirstTime");
            string[] names = ["members", "orders", "sales", "average"];
            return new SegmentFiguresModel { Figures = [.. names.Select(name => new FigureModel { Name = name, Members = pending })] };
        }

        var (members, others) = await statistics.CompareAsync(segment);
        return new SegmentFiguresModel
        {
            Figures =
            [
                await FigureAsync("members", formats.Number(members.Customers), formats.Number(others.Customers)),
                await FigureAsync("orders", formats.Number(members.Orders), formats.Number(others.Orders)),
                await FigureAsync("sales", await formats.MoneyAsync(members.Sales), await formats.MoneyAsync(others.Sales)),
                await FigureAsync("average", await formats.MoneyAsync(members.AverageOrder), await formats.MoneyAsync(others.AverageOrder))
            ]
        };
    }

    private async Task<SegmentModel> PrepareModelAsync(Segment segment, RefreshRun? run)
    {
        var computed = segment.RefreshedOnUtc is not null;
        var progress = await refreshTexts.GetProgressAsync(run)
            ?? (segment.State == SegmentState.Computing ? await refreshTexts.WaitingAsync() : null);
        var firstTime = !computed && progress is not null;
        return new SegmentModel
        {
            Id = segment.Id,
            Name = segment.Name,
            Words = await texts.GetWordsAsync(segment),
            Members = await GetMembersAsync(segment, firstTime),
            Share = computed ? formats.Share(segment.MemberCount, segment.PopulationCount) : DisplayFormats.Nothing,
            Refreshed = computed
                ? await formats.MomentAsync(segment.RefreshedOnUtc)
                : await formats.TextAsync("Plugins.Misc.Segments.NeverRefreshed"),
            Duration = computed
                ? await formats.FormatAsync("Plugins.Misc.Segments.Took", await formats.DurationAsync(segment.RefreshMilliseconds))
                : string.Empty,
            FirstTime = firstTime,
            State = await texts.GetStateAsync(segment, run),
            Progress = progress
        };
    }

    private async Task<bool> IsFirstTimeAsync(Segment segment) => segment.RefreshedOnUtc is null
        && (segment.State == SegmentState.Computing || (await runs.GetLatestAsync([segment.Id])).GetValueOrDefault(segment.Id)?.EndedOnUtc is null);

    private async Task<string> GetMembersAsync(Segment segment, bool firstTime)
    {
        if (firstTime)
            return await formats.TextAsync("Plugins.Misc.Segments.Progress.FirstTime");
        return segment.RefreshedOnUtc is null ? DisplayFormats.Nothing : formats.Number(segment.MemberCount);
    }

    private async Task<FigureModel> FigureAsync(string name, string members, string others) => new()
    {
        Name = name,
        Members = members,
        Others = await formats.FormatAsync("Plugins.Misc.Segments.Details.Others", others)
    };

    private Task<bool> CanManageAsync() => permissionService.AuthorizeAsync(SegmentsDefaults.ManagePermission);
}
