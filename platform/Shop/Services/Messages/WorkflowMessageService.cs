using Nop.Core.Domain.Messages;
using Nop.Services.Localization;
using Nop.Services.Messages;

namespace Shop.Services.Messages;

internal sealed class WorkflowMessageService(IQueuedEmailService emails, ILocalizationService localization, ITokenizer tokenizer, TimeProvider clock)
    : IWorkflowMessageService
{
    public async Task<int> SendNotificationAsync(MessageTemplate messageTemplate, EmailAccount emailAccount, int languageId, IList<Token> tokens,
        string toEmailAddress, string toName, string? attachmentFilePath = null, string? attachmentFileName = null, string? replyToEmailAddress = null,
        string? replyToName = null, string? fromEmail = null, string? fromName = null, string? subject = null, bool ignoreDelayBeforeSend = false)
    {
        var delay = TimeSpan.FromHours((messageTemplate.DelayBeforeSend ?? 0) * (messageTemplate.DelayPeriod == MessageDelayPeriod.Days ? 24 : 1));
        var now = clock.GetUtcNow().UtcDateTime;
        var email = new QueuedEmail
        {
            Priority = QueuedEmailPriority.High,
            From = fromEmail ?? emailAccount.Email,
            FromName = fromName ?? emailAccount.DisplayName,
            To = toEmailAddress,
            ToName = toName,
            ReplyTo = replyToEmailAddress,
            ReplyToName = replyToName,
            CC = "",
            Bcc = await localization.GetLocalizedAsync(messageTemplate, t => t.BccEmailAddresses, languageId),
            Subject = tokenizer.Replace(subject ?? await localization.GetLocalizedAsync(messageTemplate, t => t.Subject, languageId), tokens, false),
            Body = tokenizer.Replace(await localization.GetLocalizedAsync(messageTemplate, t => t.Body, languageId), tokens, true),
            AttachmentFilePath = attachmentFilePath,
            AttachmentFileName = attachmentFileName,
            AttachedDownloadId = messageTemplate.AttachedDownloadId,
            CreatedOnUtc = now,
            EmailAccountId = emailAccount.Id,
            DontSendBeforeDateUtc = ignoreDelayBeforeSend || delay == TimeSpan.Zero ? null : now + delay
        };
        await emails.InsertQueuedEmailAsync(email);
        return email.Id;
    }
}
