using Nop.Plugin.Misc.Segments.Audiences;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Models.Triggers;

namespace Nop.Plugin.Misc.Segments.Factories.Triggers;

/// <summary>Says for how many customers a trigger would do something, before it does.</summary>
public sealed class TriggerPreviewFactory(DisplayFormats formats, TriggerReach reach, SegmentsSettings settings)
{
    /// <summary>So far back it is looked at who entered and left.</summary>
    private const int Days = 30;

    /// <summary>So many codes a month, and each is a discount of its own, are felt in the cart.</summary>
    private const int ManyCodes = 200;

    /// <summary>What the trigger would do.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="trigger">The trigger as the form stands.</param>
    /// <param name="enrol">Whether it is to fire for those, too, who are members now.</param>
    public async Task<TriggerPreviewModel> PrepareAsync(Segment segment, SegmentTrigger trigger, bool enrol)
    {
        ArgumentNullException.ThrowIfNull(segment);
        ArgumentNullException.ThrowIfNull(trigger);
        var days = settings.HistoryDays > 0 ? Math.Min(Days, settings.HistoryDays) : Days;
        var members = await reach.CountMembersAsync(segment.Id);
        var moved = await reach.CountMovedAsync(trigger, days);
        var atOnce = trigger.OnLeaving || (trigger.Id == 0 && !enrol) ? 0 : await reach.CountReachedAsync(trigger);
        List<string> lines =
        [
            trigger switch
            {
                { OnLeaving: true } => await FormatAsync("Members.Leaving", members),
                { Id: > 0 } => await FormatAsync("Members.Stored", members, atOnce),
                _ when enrol => await FormatAsync("Members.Enrol", members, atOnce),
                _ => await FormatAsync("Members", members)
            },
            await FormatAsync(trigger.OnLeaving ? "Left" : "Entered", days, moved)
        ];
        if (!segment.IsReliable())
            lines.Add(await FormatAsync(segment.Active ? "NotFound" : "SegmentOff"));

        var codes = moved + (enrol ? atOnce : 0);
        return new TriggerPreviewModel
        {
            Lines = lines,
            Warning = trigger.Action == TriggerAction.Coupon && codes >= ManyCodes ? await FormatAsync("ManyCodes", codes) : string.Empty
        };
    }

    private Task<string> FormatAsync(string name, params int[] numbers) =>
        formats.FormatAsync($"Plugins.Misc.Segments.Trigger.Preview.{name}", [.. numbers.Select(number => (object)formats.Number(number))]);
}
