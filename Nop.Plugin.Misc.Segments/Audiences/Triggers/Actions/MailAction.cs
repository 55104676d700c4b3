using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers.Actions;

/// <summary>Sends a mail.</summary>
public class MailAction(TriggerMailer mailer) : ITriggerAction
{
    /// <inheritdoc />
    public TriggerAction Action => TriggerAction.Mail;

    /// <inheritdoc />
    public async Task<TriggerResult> DoAsync(TriggerContext context) => await mailer.FindRefusalAsync(context) is { } refusal
        ? new TriggerResult(refusal)
        : new TriggerResult(FiringOutcome.Mailed, await mailer.SendAsync(context));
}
