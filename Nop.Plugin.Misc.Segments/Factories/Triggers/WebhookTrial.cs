using Nop.Plugin.Misc.Segments.Audiences.Triggers.Webhooks;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Models.Triggers;

namespace Nop.Plugin.Misc.Segments.Factories.Triggers;

/// <summary>Tries the address of a webhook and says how that went.</summary>
public sealed class WebhookTrial(DisplayFormats formats, TriggerTexts texts, WebhookSender sender)
{
    /// <summary>Sends news of nobody that say that they are a test.</summary>
    /// <param name="trigger">The trigger as it is stored.</param>
    /// <param name="segment">Its segment.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<TriggerTestModel> RunAsync(SegmentTrigger trigger, Segment segment, CancellationToken cancellationToken)
    {
        try
        {
            await sender.SendAsync(trigger, new WebhookMessage(WebhookMessage.Test, WebhookSegment.Of(segment), []), cancellationToken);
            return new TriggerTestModel(true, await formats.TextAsync("Plugins.Misc.Segments.Trigger.Test.Done"));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new TriggerTestModel(false, await formats.FormatAsync("Plugins.Misc.Segments.Trigger.Test.Failed", await texts.GetDetailAsync(exception.Message)));
        }
    }
}
