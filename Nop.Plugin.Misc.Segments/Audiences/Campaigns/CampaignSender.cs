using System.Transactions;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Services.Messages;

namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>
/// Sends a campaign page by page. The note that an address gets its mail and the mail in the shop's queue are one transaction, and the note's key is the
/// address: whatever breaks off between, and however many send at once, each address gets exactly one.
/// </summary>
public sealed class CampaignSender(
    CampaignRecipients recipients,
    CampaignSendings sendings,
    ICampaignService campaignService,
    IRepository<CampaignDelivery> deliveries,
    IRepository<Customer> customers,
    MemberAddresses addresses,
    TimeProvider timeProvider)
{
    /// <summary>How many subscriptions a page has.</summary>
    public const int PageSize = 250;

    private const int Attempts = 10;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Sends the next page, or ends the sending when nobody is left.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="account">The e-mail account it is sent from.</param>
    /// <param name="sending">The sending.</param>
    /// <param name="afterId">Where the page before ended; 0 to look through all again.</param>
    /// <param name="pageSize">How many subscriptions at most.</param>
    public async Task<SendingProgress> SendPageAsync(
        Campaign campaign, EmailAccount account, CampaignSending sending, int afterId, int pageSize = PageSize)
    {
        if (sending.FinishedOnUtc is null)
            for (var attempt = 1; ; attempt++)
            {
                var page = await recipients.PageAsync(sending, afterId, pageSize);
                if (page.Count == 0)
                {
                    // Whoever came in behind the pages while they were sent gets it still.
                    if (afterId == 0)
                        await sendings.FinishAsync(sending);
                    afterId = 0;
                    break;
                }

                try
                {
                    await SendAsync(campaign, account, sending, page);
                    afterId = page[^1].Id;
                    break;
                }
                catch (Exception) when (attempt < Attempts)
                {
                    // Nothing of the page was kept. Mostly somebody else sends the same one: it is read again without what they sent.
                    await Task.Delay(Pause * attempt, timeProvider);
                }
            }

        return await ProgressAsync(sending, afterId);
    }

    /// <summary>How far a sending is.</summary>
    public async Task<SendingProgress> ProgressAsync(CampaignSending sending, int afterId = 0) =>
        new(sending.Number, await sendings.CountSentAsync(sending), sending.Total, sending.FinishedOnUtc is not null, afterId);

    private async Task SendAsync(Campaign campaign, EmailAccount account, CampaignSending sending, IReadOnlyList<NewsLetterSubscription> page)
    {
        var subscriptions = page.DistinctBy(s => s.Email, StringComparer.OrdinalIgnoreCase).ToList();
        var notes = await NoteAsync(sending, subscriptions);
        using var scope = new TransactionScope(TransactionScopeOption.RequiresNew,
            new TransactionOptions { IsolationLevel = IsolationLevel.ReadCommitted, Timeout = Limit }, TransactionScopeAsyncFlowOption.Enabled);
        await deliveries.InsertAsync(notes, publishEvent: false);
        await campaignService.SendCampaignAsync(campaign, account, subscriptions);
        scope.Complete();
    }

    private async Task<List<CampaignDelivery>> NoteAsync(CampaignSending sending, List<NewsLetterSubscription> subscriptions)
    {
        var emails = subscriptions.ConvertAll(s => s.Email);
        var accounts = await customers.Table.Where(c => emails.Contains(c.Email)).Select(c => new MemberAddress { CustomerId = c.Id, Email = c.Email }).ToListAsync();
        var known = accounts.DistinctBy(a => a.Email, StringComparer.OrdinalIgnoreCase).ToDictionary(a => a.Email, a => a.CustomerId, StringComparer.OrdinalIgnoreCase);
        if (emails.Exists(email => !known.ContainsKey(email)) && SegmentIdList.Read(sending.IncludedIds) is { Count: > 0 } included)
            foreach (var guest in await addresses.OfGuests(addresses.People(included)).Where(a => emails.Contains(a.Email)).ToListAsync())
                known.TryAdd(guest.Email, guest.CustomerId);

        var now = timeProvider.GetUtcNow().UtcDateTime;
        return subscriptions.ConvertAll(s => new CampaignDelivery
        {
            CampaignId = sending.CampaignId,
            Number = sending.Number,
            Email = s.Email.ToLowerInvariant(),
            CustomerId = known.GetValueOrDefault(s.Email),
            SentOnUtc = now
        });
    }
}
