using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Configuration;
using Nop.Services.ScheduleTasks;

namespace Nop.Plugin.Misc.Segments.Infrastructure;

/// <summary>Stores changed settings and sees to what follows from them.</summary>
public sealed class SettingsSaver(
    ISegmentEvaluator evaluator,
    ISegmentService segmentService,
    ISettingService settingService,
    IScheduleTaskService scheduleTaskService,
    SegmentsSettings settings)
{
    private const int SecondsPerMinute = 60;

    /// <summary>Stores them. When other orders count than before, the segments that read orders are refreshed.</summary>
    /// <param name="wanted">What is to be stored.</param>
    /// <returns>How many segments are to be refreshed.</returns>
    public async Task<int> SaveAsync(SegmentsSettings wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var orderStatuses = wanted.OrderStatusIds.Distinct().Order().ToList();
        var paymentStatuses = wanted.PaymentStatusIds.Distinct().Order().ToList();
        var otherOrdersCount = !orderStatuses.SequenceEqual(settings.OrderStatusIds.Order())
                               || !paymentStatuses.SequenceEqual(settings.PaymentStatusIds.Order());

        settings.OrderStatusIds = orderStatuses;
        settings.PaymentStatusIds = paymentStatuses;
        settings.IncludeGuestsByDefault = wanted.IncludeGuestsByDefault;
        settings.HistoryDays = wanted.HistoryDays;
        settings.FullRefreshDays = wanted.FullRefreshDays;
        settings.AllowPrivateWebhooks = wanted.AllowPrivateWebhooks;
        await settingService.SaveSettingAsync(settings);
        return otherOrdersCount ? await RefreshReadersOfOrdersAsync() : 0;
    }

    /// <summary>Sets how often the schedule task runs.</summary>
    public async Task SavePeriodAsync(int minutes)
    {
        if (await scheduleTaskService.GetTaskByTypeAsync(SegmentsTask.TypeName) is not { } task || task.Seconds == minutes * SecondsPerMinute)
            return;

        task.Seconds = minutes * SecondsPerMinute;
        await scheduleTaskService.UpdateTaskAsync(task);
    }

    private async Task<int> RefreshReadersOfOrdersAsync()
    {
        var count = 0;
        foreach (var segment in await segmentService.GetAllAsync(activeOnly: true))
        {
            if (!await ReadsOrdersAsync(segment.Definition, segment.IncludeGuests))
                continue;

            await segmentService.RequestRefreshAsync(segment.Id);
            count++;
        }

        return count;
    }

    private async Task<bool> ReadsOrdersAsync(string definition, bool includeGuests)
    {
        try
        {
            return DefinitionFacts.SourcesOf(await evaluator.ReadAsync(definition), includeGuests).HasFlag(RuleSources.Orders);
        }
        catch (DefinitionException)
        {
            // The refresh says what is wrong with it.
            return true;
        }
    }
}
