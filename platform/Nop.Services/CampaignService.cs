using Nop.Core.Domain.Messages;
using Nop.Data;
using Nop.Services.Customers;

namespace Nop.Services.Messages;

/// <summary>Keeps campaigns and puts their mails into the queue. Open to plugins: every method can be overridden.</summary>
public partial class CampaignService : ICampaignService
{
    protected readonly ICustomerService _customerService;
    protected readonly IEmailSender _emailSender;
    protected readonly IMessageTokenProvider _messageTokenProvider;
    protected readonly IQueuedEmailService _queuedEmailService;
    protected readonly IRepository<Campaign> _campaignRepository;
    protected readonly IStoreContext _storeContext;
    protected readonly ITokenizer _tokenizer;

    public CampaignService(ICustomerService customerService, IEmailSender emailSender, IMessageTokenProvider messageTokenProvider,
        IQueuedEmailService queuedEmailService, IRepository<Campaign> campaignRepository, IStoreContext storeContext, ITokenizer tokenizer)
    {
        _customerService = customerService;
        _emailSender = emailSender;
        _messageTokenProvider = messageTokenProvider;
        _queuedEmailService = queuedEmailService;
        _campaignRepository = campaignRepository;
        _storeContext = storeContext;
        _tokenizer = tokenizer;
    }

    public virtual async Task<Campaign> CopyCampaignAsync(Campaign campaign, string newName)
    {
        var copy = new Campaign
        {
            Name = newName,
            Subject = campaign.Subject,
            Body = campaign.Body,
            StoreId = campaign.StoreId,
            CustomerRoleId = campaign.CustomerRoleId,
            NewsLetterSubscriptionTypeId = campaign.NewsLetterSubscriptionTypeId,
            CreatedOnUtc = DateTime.UtcNow,
            DontSendBeforeDateUtc = campaign.DontSendBeforeDateUtc
        };
        await _campaignRepository.InsertAsync(copy);
        return copy;
    }

    public virtual Task InsertCampaignAsync(Campaign campaign) => _campaignRepository.InsertAsync(campaign);

    public virtual Task UpdateCampaignAsync(Campaign campaign) => _campaignRepository.UpdateAsync(campaign);

    public virtual Task DeleteCampaignAsync(Campaign campaign) => _campaignRepository.DeleteAsync(campaign);

    public virtual Task<Campaign> GetCampaignByIdAsync(int campaignId) => _campaignRepository.GetByIdAsync(campaignId);

    public virtual async Task<IList<Campaign>> GetAllCampaignsAsync(int storeId = 0)
    {
        return await _campaignRepository.GetAllAsync(query => query.Where(c => storeId == 0 || c.StoreId == storeId).OrderBy(c => c.CreatedOnUtc));
    }

    /// <summary>Queues one mail a subscription and says how many; accounts that are inactive or deleted get none.</summary>
    public virtual async Task<int> SendCampaignAsync(Campaign campaign, EmailAccount emailAccount, IEnumerable<NewsLetterSubscription> subscriptions)
    {
        var sent = 0;
        foreach (var subscription in subscriptions)
        {
            var customer = await _customerService.GetCustomerByEmailAsync(subscription.Email);
            if (customer is not null && (!customer.Active || customer.Deleted))
                continue;

            var tokens = new List<Token>();
            await _messageTokenProvider.AddStoreTokensAsync(tokens, await _storeContext.GetCurrentStoreAsync(), emailAccount, subscription.LanguageId);
            await _messageTokenProvider.AddNewsLetterSubscriptionTokensAsync(tokens, subscription);
            if (customer is not null)
                await _messageTokenProvider.AddCustomerTokensAsync(tokens, customer);

            await _queuedEmailService.InsertQueuedEmailAsync(new QueuedEmail
            {
                Priority = QueuedEmailPriority.Low,
                From = emailAccount.Email,
                FromName = emailAccount.DisplayName,
                To = subscription.Email,
                Subject = _tokenizer.Replace(campaign.Subject, tokens, false),
                Body = _tokenizer.Replace(campaign.Body, tokens, true),
                CreatedOnUtc = DateTime.UtcNow,
                EmailAccountId = emailAccount.Id,
                DontSendBeforeDateUtc = campaign.DontSendBeforeDateUtc
            });
            sent++;
        }

        return sent;
    }

    /// <summary>Sends a campaign at once to one address.</summary>
    public virtual async Task SendCampaignAsync(Campaign campaign, EmailAccount emailAccount, string email, int languageId)
    {
        var tokens = new List<Token>();
        await _messageTokenProvider.AddStoreTokensAsync(tokens, await _storeContext.GetCurrentStoreAsync(), emailAccount, languageId);
        if (await _customerService.GetCustomerByEmailAsync(email) is { } customer)
            await _messageTokenProvider.AddCustomerTokensAsync(tokens, customer);
        await _emailSender.SendEmailAsync(emailAccount, _tokenizer.Replace(campaign.Subject, tokens, false),
            _tokenizer.Replace(campaign.Body, tokens, true), emailAccount.Email, emailAccount.DisplayName, email, null);
    }
}
