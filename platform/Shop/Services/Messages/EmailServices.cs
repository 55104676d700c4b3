using Nop.Core.Domain.Messages;
using Nop.Data;
using Nop.Services.Messages;
using Nop.Services.Stores;

namespace Shop.Services.Messages;

internal sealed class QueuedEmailService(IRepository<QueuedEmail> emails) : IQueuedEmailService
{
    public Task DeleteQueuedEmailAsync(QueuedEmail queuedEmail)
    {
        return emails.DeleteAsync(queuedEmail);
    }

    public Task<QueuedEmail> GetQueuedEmailByIdAsync(int queuedEmailId)
    {
        return emails.GetByIdAsync(queuedEmailId);
    }

    public Task InsertQueuedEmailAsync(QueuedEmail queuedEmail)
    {
        return emails.InsertAsync(queuedEmail);
    }

    public Task UpdateQueuedEmailAsync(QueuedEmail queuedEmail)
    {
        return emails.UpdateAsync(queuedEmail);
    }
}

internal sealed class EmailAccountService(IRepository<EmailAccount> accounts) : IEmailAccountService
{
    public async Task<IList<EmailAccount>> GetAllEmailAccountsAsync()
    {
        return await accounts.GetAllAsync(query => query.OrderBy(a => a.Id), _ => default!);
    }

    public Task<EmailAccount> GetEmailAccountByIdAsync(int emailAccountId)
    {
        return accounts.GetByIdAsync(emailAccountId, _ => default!);
    }

    public Task InsertEmailAccountAsync(EmailAccount emailAccount)
    {
        return accounts.InsertAsync(emailAccount);
    }
}

/// <summary>Sends nothing: what would go out is noted in the program's log.</summary>
internal sealed class LoggingEmailSender(ILogger<LoggingEmailSender> logger) : IEmailSender
{
    public Task SendEmailAsync(EmailAccount emailAccount, string subject, string body, string fromAddress, string fromName, string toAddress, string toName,
        string? replyToAddress = null, string? replyToName = null, IEnumerable<string>? bcc = null, IEnumerable<string>? cc = null,
        string? attachmentFilePath = null,
        string? attachmentFileName = null, int attachedDownloadId = 0, IDictionary<string, string>? headers = null)
    {
        logger.LogInformation("E-mail to {Address}: {Subject}", toAddress, subject);
        return Task.CompletedTask;
    }
}

internal sealed class MessageTemplateService(IRepository<MessageTemplate> templates, IStoreMappingService storeMapping) : IMessageTemplateService
{
    public Task DeleteMessageTemplateAsync(MessageTemplate messageTemplate)
    {
        return templates.DeleteAsync(messageTemplate);
    }

    public async Task<IList<MessageTemplate>> GetAllMessageTemplatesAsync(int storeId, string? keywords = null, bool? isActive = null, int emailAccountId = 0)
    {
        var found = await templates.GetAllAsync(query => query
            .Where(t => (isActive == null || t.IsActive == isActive) && (emailAccountId == 0 || t.EmailAccountId == emailAccountId))
            .Where(t => string.IsNullOrEmpty(keywords) || t.Name.Contains(keywords) || t.Subject.Contains(keywords) || t.Body.Contains(keywords))
                .OrderBy(t => t.Name));
        return await InStoreAsync(found, storeId);
    }

    public Task<MessageTemplate> GetMessageTemplateByIdAsync(int messageTemplateId)
    {
        return templates.GetByIdAsync(messageTemplateId, _ => default!);
    }

    public async Task<IList<MessageTemplate>> GetMessageTemplatesByNameAsync(string messageTemplateName, int? storeId = null)
    {
        var named = await templates.Table.Where(t => t.Name == messageTemplateName).OrderBy(t => t.Id).ToListAsync();
        return await InStoreAsync(named, storeId ?? 0);
    }

    public Task InsertMessageTemplateAsync(MessageTemplate messageTemplate)
    {
        return templates.InsertAsync(messageTemplate);
    }

    public Task UpdateMessageTemplateAsync(MessageTemplate messageTemplate)
    {
        return templates.UpdateAsync(messageTemplate);
    }

    private async Task<IList<MessageTemplate>> InStoreAsync(IList<MessageTemplate> all, int storeId)
    {
        var there = new List<MessageTemplate>();
        foreach (var template in all)
        {
            if (await storeMapping.AuthorizeAsync(template, storeId))
                there.Add(template);
        }

        return there;
    }
}
