using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.Segments.Factories;

/// <summary>Says in words what a segment is, how it fares, and which orders count.</summary>
public sealed class SegmentTexts(
    DisplayFormats formats,
    IDefinitionDescriber describer,
    ISegmentEvaluator evaluator,
    ILocalizationService localizationService,
    SegmentsSettings settings)
{
    /// <summary>The rules in plain words.</summary>
    public async Task<string> GetWordsAsync(Segment segment)
    {
        try
        {
            return await describer.DescribeAsync(evaluator.Read(segment.Definition));
        }
        catch (DefinitionException)
        {
            return await formats.TextAsync("Plugins.Misc.Segments.Words.Unreadable");
        }
    }

    /// <summary>The state as an icon and a word.</summary>
    public async Task<SegmentStateModel> GetStateAsync(Segment segment)
    {
        if (!segment.Active)
            return new SegmentStateModel { Icon = "far fa-pause-circle text-muted", Text = await formats.TextAsync("Plugins.Misc.Segments.State.Inactive") };

        var icon = segment.State switch
        {
            SegmentState.Ready => "far fa-check-circle text-success",
            SegmentState.Computing => "fas fa-sync-alt fa-spin text-info",
            SegmentState.NeedsAttention => "fas fa-exclamation-triangle text-warning",
            _ => "fas fa-times-circle text-danger"
        };
        return new SegmentStateModel
        {
            Icon = icon,
            Text = await formats.TextAsync($"Plugins.Misc.Segments.State.{segment.State}"),
            Reason = segment.StateReason ?? string.Empty,
            Computing = segment.State == SegmentState.Computing
        };
    }

    /// <summary>Which orders count, as a sentence.</summary>
    public async Task<string> GetCountingOrdersAsync()
    {
        var orderStatuses = await NamesAsync<OrderStatus>(settings.OrderStatusIds);
        var paymentStatuses = await NamesAsync<PaymentStatus>(settings.PaymentStatusIds);
        return await formats.FormatAsync("Plugins.Misc.Segments.CountingOrders", orderStatuses, paymentStatuses);
    }

    private async Task<string> NamesAsync<TStatus>(IEnumerable<int> ids) where TStatus : struct, Enum
    {
        var names = new List<string>();
        foreach (var id in ids.Where(id => Enum.IsDefined(typeof(TStatus), id)).Order())
            names.Add(await localizationService.GetLocalizedEnumAsync((TStatus)Enum.ToObject(typeof(TStatus), id)));

        return names.Count < 2
            ? string.Concat(names)
            : await formats.FormatAsync("Plugins.Misc.Segments.ListOr", string.Join(", ", names.SkipLast(1)), names[^1]);
    }
}
