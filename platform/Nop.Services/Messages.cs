using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Stores;

namespace Nop.Services.Messages;

public partial interface INotificationService
{
    void ErrorNotification(string message, bool encode = true, int timeout = 0);
    Task ErrorNotificationAsync(Exception exception, bool logException = true, int timeout = 0);
    void SuccessNotification(string message, bool encode = true, int timeout = 0);
    void WarningNotification(string message, bool encode = true, int timeout = 0);
}

public partial interface INewsLetterSubscriptionService
{
    Task DeleteNewsLetterSubscriptionAsync(NewsLetterSubscription newsLetterSubscription, bool publishSubscriptionEvents = true);
    Task<IPagedList<NewsLetterSubscription>> GetAllNewsLetterSubscriptionsAsync(string email = null, DateTime? createdFromUtc = null, DateTime? createdToUtc = null, int storeId = 0, bool? isActive = null, int customerRoleId = 0, int subscriptionTypeId = 0, int pageIndex = 0, int pageSize = int.MaxValue);
    Task<NewsLetterSubscription> GetNewsLetterSubscriptionByIdAsync(int newsLetterSubscriptionId);
    Task<IList<NewsLetterSubscription>> GetNewsLetterSubscriptionsByEmailAsync(string email, int storeId = 0, int subscriptionTypeId = 0, bool? isActive = null);
    Task<IList<NewsLetterSubscription>> GetNewsLetterSubscriptionsByGuidAsync(Guid newsLetterSubscriptionGuid);
    Task InsertNewsLetterSubscriptionAsync(NewsLetterSubscription newsLetterSubscription, bool publishSubscriptionEvents = true);
    Task UpdateNewsLetterSubscriptionAsync(NewsLetterSubscription newsLetterSubscription, bool publishSubscriptionEvents = true);
}

public partial interface INewsLetterSubscriptionTypeService
{
    Task<IList<NewsLetterSubscriptionType>> GetAllNewsLetterSubscriptionTypesAsync(int storeId = 0);
}

public partial interface ICampaignService
{
    Task<Campaign> CopyCampaignAsync(Campaign campaign, string newName);
    Task DeleteCampaignAsync(Campaign campaign);
    Task<IList<Campaign>> GetAllCampaignsAsync(int storeId = 0);
    Task<Campaign> GetCampaignByIdAsync(int campaignId);
    Task InsertCampaignAsync(Campaign campaign);
    Task<int> SendCampaignAsync(Campaign campaign, EmailAccount emailAccount, IEnumerable<NewsLetterSubscription> subscriptions);
    Task SendCampaignAsync(Campaign campaign, EmailAccount emailAccount, string email, int languageId);
    Task UpdateCampaignAsync(Campaign campaign);
}

public partial interface IQueuedEmailService
{
    Task DeleteQueuedEmailAsync(QueuedEmail queuedEmail);
    Task<QueuedEmail> GetQueuedEmailByIdAsync(int queuedEmailId);
    Task InsertQueuedEmailAsync(QueuedEmail queuedEmail);
    Task UpdateQueuedEmailAsync(QueuedEmail queuedEmail);
}

public partial interface IEmailAccountService
{
    Task<IList<EmailAccount>> GetAllEmailAccountsAsync();
    Task<EmailAccount> GetEmailAccountByIdAsync(int emailAccountId);
    Task InsertEmailAccountAsync(EmailAccount emailAccount);
}

public partial interface IMessageTemplateService
{
    Task DeleteMessageTemplateAsync(MessageTemplate messageTemplate);
    Task<IList<MessageTemplate>> GetAllMessageTemplatesAsync(int storeId, string keywords = null, bool? isActive = null, int emailAccountId = 0);
    Task<MessageTemplate> GetMessageTemplateByIdAsync(int messageTemplateId);
    Task<IList<MessageTemplate>> GetMessageTemplatesByNameAsync(string messageTemplateName, int? storeId = null);
    Task InsertMessageTemplateAsync(MessageTemplate messageTemplate);
    Task UpdateMessageTemplateAsync(MessageTemplate messageTemplate);
}

public partial interface IMessageTokenProvider
{
    Task AddCustomerTokensAsync(IList<Token> tokens, Customer customer);
    Task AddCustomerTokensAsync(IList<Token> tokens, int customerId);
    Task AddNewsLetterSubscriptionTokensAsync(IList<Token> tokens, NewsLetterSubscription subscription);
    Task AddStoreTokensAsync(IList<Token> tokens, Store store, EmailAccount emailAccount, int languageId);
}

public partial interface ITokenizer
{
    string Replace(string template, IEnumerable<Token> tokens, bool htmlEncode);
}

public partial interface IEmailSender
{
    Task SendEmailAsync(EmailAccount emailAccount, string subject, string body, string fromAddress, string fromName, string toAddress, string toName, string replyToAddress = null, string replyToName = null, IEnumerable<string> bcc = null, IEnumerable<string> cc = null, string attachmentFilePath = null, string attachmentFileName = null, int attachedDownloadId = 0, IDictionary<string, string> headers = null);
}

public partial interface IWorkflowMessageService
{
    Task<int> SendNotificationAsync(MessageTemplate messageTemplate, EmailAccount emailAccount, int languageId, IList<Token> tokens, string toEmailAddress, string toName, string attachmentFilePath = null, string attachmentFileName = null, string replyToEmailAddress = null, string replyToName = null, string fromEmail = null, string fromName = null, string subject = null, bool ignoreDelayBeforeSend = false);
}

public partial class MessageTokensAddedEvent
{
    public MessageTokensAddedEvent(MessageTemplate message, IList<Token> tokens)
    {
        Message = message;
        Tokens = tokens;
    }

    public MessageTemplate Message { get; }
    public IList<Token> Tokens { get; }
}
