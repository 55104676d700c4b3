using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Factories;

/// <summary>Says in words what a segment is and how it fares.</summary>
public sealed class SegmentTexts(
    DisplayFormats formats,
    RefreshTexts refreshTexts,
    IDefinitionDescriber describer,
    ISegmentEvaluator evaluator,
    ChoiceResolver choiceResolver)
{
    /// <summary>The rules in plain words.</summary>
    public async Task<string> GetWordsAsync(Segment segment)
    {
        try
        {
            return await describer.DescribeAsync(await evaluator.ReadAsync(segment.Definition));
        }
        catch (DefinitionException)
        {
            return await formats.TextAsync("Plugins.Misc.Segments.Words.Unreadable");
        }
    }

    /// <summary>The state as an icon and a word.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="run">Its latest refresh; null when it had none.</param>
    public async Task<SegmentStateModel> GetStateAsync(Segment segment, RefreshRun? run)
    {
        if (!segment.Active)
            return new SegmentStateModel { Icon = "far fa-pause-circle text-muted", Text = await formats.TextAsync("Plugins.Misc.Segments.State.Inactive") };

        return new SegmentStateModel
        {
            Icon = IconOf(segment.State),
            Text = await formats.TextAsync($"Plugins.Misc.Segments.State.{segment.State}"),
            Reason = await GetReasonAsync(segment, run)
        };
    }

    /// <summary>Why a segment is not up to date and what to do; empty when nothing is to be done.</summary>
    public async Task<string> GetReasonAsync(Segment segment, RefreshRun? run) => segment.State switch
    {
        SegmentState.NeedsAttention => await DescribeGoneAsync(segment),
        SegmentState.Stopped => await formats.TextAsync("Plugins.Misc.Segments.State.Stopped.Reason"),
        SegmentState.Failed when run is { State: RefreshRunState.Failed, Error: not null } => await refreshTexts.GetFailureAsync(run),
        _ => segment.StateReason ?? string.Empty
    };

    private static string IconOf(SegmentState state) => state switch
    {
        SegmentState.Ready => "far fa-check-circle text-success",
        SegmentState.Computing => "fas fa-sync-alt fa-spin text-info",
        SegmentState.NeedsAttention => "fas fa-exclamation-triangle text-warning",
        SegmentState.Stopped => "far fa-stop-circle text-warning",
        _ => "fas fa-times-circle text-danger"
    };

    /// <summary>What the rules name that the shop no longer has, in the words of the page; what was stored with the segment is for the log.</summary>
    private async Task<string> DescribeGoneAsync(Segment segment)
    {
        try
        {
            var parts = new List<string>();
            foreach (var (use, missing) in await choiceResolver.FindGoneAsync(await evaluator.ReadAsync(segment.Definition)))
                parts.Add(await formats.FormatAsync(
                    "Plugins.Misc.Segments.State.Gone", await formats.TextAsync(use.Criterion?.ResourceKey ?? "Plugins.Misc.Segments.Editor.Segment"), missing.Count));
            return string.Join("; ", parts.Distinct());
        }
        catch (DefinitionException)
        {
            return await formats.TextAsync("Plugins.Misc.Segments.Words.Unreadable");
        }
    }
}
