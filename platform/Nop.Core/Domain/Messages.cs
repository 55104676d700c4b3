namespace Nop.Core.Domain.Messages;

public partial class NewsLetterSubscription : BaseEntity
{
    public bool Active { get; set; }
    public DateTime CreatedOnUtc { get; set; }
    public string Email { get; set; }
    public int LanguageId { get; set; }
    public Guid NewsLetterSubscriptionGuid { get; set; }
    public int StoreId { get; set; }
    public int TypeId { get; set; }
}

public partial class NewsLetterSubscriptionType : BaseEntity
{
    public int DisplayOrder { get; set; }
    public bool LimitedToStores { get; set; }
    public string Name { get; set; }
    public bool TickedByDefault { get; set; }
}

public partial class Campaign : BaseEntity
{
    public string Body { get; set; }
    public DateTime CreatedOnUtc { get; set; }
    public int CustomerRoleId { get; set; }
    public DateTime? DontSendBeforeDateUtc { get; set; }
    public string Name { get; set; }
    public int NewsLetterSubscriptionTypeId { get; set; }
    public int StoreId { get; set; }
    public string Subject { get; set; }
}

public partial class QueuedEmail : BaseEntity
{
    public int AttachedDownloadId { get; set; }
    public string AttachmentFileName { get; set; }
    public string AttachmentFilePath { get; set; }
    public string Bcc { get; set; }
    public string Body { get; set; }
    public string CC { get; set; }
    public DateTime CreatedOnUtc { get; set; }
    public DateTime? DontSendBeforeDateUtc { get; set; }
    public int EmailAccountId { get; set; }
    public string From { get; set; }
    public string FromName { get; set; }

    public QueuedEmailPriority Priority
    {
        get => (QueuedEmailPriority)PriorityId;
        set => PriorityId = (int)value;
    }

    public int PriorityId { get; set; }
    public string ReplyTo { get; set; }
    public string ReplyToName { get; set; }
    public DateTime? SentOnUtc { get; set; }
    public int SentTries { get; set; }
    public string Subject { get; set; }
    public string To { get; set; }
    public string ToName { get; set; }
}

public enum QueuedEmailPriority
{
    Low = 0,
    High = 5
}

public partial class MessageTemplate : BaseEntity, ILocalizedEntity, IStoreMappingSupported
{
    public bool AllowDirectReply { get; set; }
    public int AttachedDownloadId { get; set; }
    public string BccEmailAddresses { get; set; }
    public string Body { get; set; }
    public int? DelayBeforeSend { get; set; }

    public MessageDelayPeriod DelayPeriod
    {
        get => (MessageDelayPeriod)DelayPeriodId;
        set => DelayPeriodId = (int)value;
    }

    public int DelayPeriodId { get; set; }
    public int EmailAccountId { get; set; }
    public bool IsActive { get; set; }
    public bool LimitedToStores { get; set; }
    public string Name { get; set; }
    public string Subject { get; set; }
}

public enum MessageDelayPeriod
{
    Hours = 0,
    Days = 1
}

public partial class EmailAccount : BaseEntity
{
    public string ClientId { get; set; }
    public string ClientSecret { get; set; }
    public string DisplayName { get; set; }
    public string Email { get; set; }
    public int EmailAuthenticationMethodId { get; set; }
    public bool EnableSsl { get; set; }
    public string Host { get; set; }
    public int MaxNumberOfEmails { get; set; }
    public string Password { get; set; }
    public int Port { get; set; }
    public string TenantId { get; set; }
    public string Username { get; set; }
}

public partial class EmailAccountSettings : ISettings
{
    public int DefaultEmailAccountId { get; set; }
}

public partial class EmailSubscribedEvent
{
    public EmailSubscribedEvent(NewsLetterSubscription subscription)
    {
        Subscription = subscription;
    }

    public NewsLetterSubscription Subscription { get; }
}

public partial class EmailUnsubscribedEvent
{
    public EmailUnsubscribedEvent(NewsLetterSubscription subscription)
    {
        Subscription = subscription;
    }

    public NewsLetterSubscription Subscription { get; }
}

public partial class AdditionalTokensAddedEvent
{
    public AdditionalTokensAddedEvent()
    {
        AdditionalTokens = new List<string>();
    }

    public IList<string> AdditionalTokens { get; }
    public IEnumerable<string> TokenGroups { get; set; }

    public virtual void AddTokens(params string[] additionalTokens)
    {
        foreach (var additionalToken in additionalTokens)
            AdditionalTokens.Add(additionalToken);
    }
}
