using Nop.Core.Domain.Messages;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>Keeps the sendings of campaigns.</summary>
public sealed class CampaignSendings(IRepository<CampaignSending> sendings, IRepository<CampaignDelivery> deliveries, TimeProvider timeProvider)
{
    /// <summary>A campaign's latest sending; null when there was none.</summary>
    public async Task<CampaignSending?> GetLatestAsync(int campaignId) =>
        await sendings.Table.Where(s => s.CampaignId == campaignId).OrderByDescending(s => s.Number).FirstOrDefaultAsync();

    /// <summary>One sending; null when there is no such.</summary>
    public async Task<CampaignSending?> GetAsync(int campaignId, int number) =>
        await sendings.Table.FirstOrDefaultAsync(s => s.CampaignId == campaignId && s.Number == number);

    /// <summary>How many mails a sending has put into the queue.</summary>
    public Task<int> CountSentAsync(CampaignSending sending)
    {
        var campaignId = sending.CampaignId;
        var number = sending.Number;
        return deliveries.Table.CountAsync(d => d.CampaignId == campaignId && d.Number == number);
    }

    /// <summary>
    /// Begins a sending, and answers with it. Where there is one of that number already, or one that is not finished, it is that one: a second click,
    /// here or in another window, begins nothing.
    /// </summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="audience">Its segments.</param>
    /// <param name="number">The number that the page offered.</param>
    /// <param name="choice">What was chosen for it.</param>
    /// <param name="count">Counts the addresses.</param>
    public async Task<CampaignSending> BeginAsync(
        Campaign campaign, CampaignAudience audience, int number, SendingChoice choice, Func<CampaignSending, Task<int>> count)
    {
        var latest = await GetLatestAsync(campaign.Id);
        if (latest is { FinishedOnUtc: null } || latest?.Number >= number)
            return latest;

        var sending = new CampaignSending
        {
            CampaignId = campaign.Id,
            Number = (latest?.Number ?? 0) + 1,
            IncludedIds = SegmentIdList.Write(audience.Included),
            ExcludedIds = SegmentIdList.Write(audience.Excluded),
            StoreId = campaign.StoreId,
            SubscriptionTypeId = campaign.NewsLetterSubscriptionTypeId,
            CustomerRoleId = campaign.CustomerRoleId,
            EmailAccountId = choice.EmailAccountId,
            OnlyNew = choice.OnlyNew,
            QuietDays = choice.QuietDays,
            StartedOnUtc = timeProvider.GetUtcNow().UtcDateTime
        };
        sending.Total = await count(sending);
        try
        {
            await sendings.InsertAsync(sending, publishEvent: false);
            return sending;
        }
        catch (Exception)
        {
            // Somebody else began it at the same moment.
            if (await GetAsync(campaign.Id, sending.Number) is { } other)
                return other;
            throw;
        }
    }

    /// <summary>Ends a sending.</summary>
    public async Task FinishAsync(CampaignSending sending)
    {
        if (sending.FinishedOnUtc is not null)
            return;
        sending.FinishedOnUtc = timeProvider.GetUtcNow().UtcDateTime;
        await sendings.UpdateAsync(sending, publishEvent: false);
    }

    /// <summary>Forgets a campaign's sendings. To whom they went is kept: other campaigns ask who was mailed lately.</summary>
    public Task DeleteAsync(int campaignId) => sendings.DeleteAsync(s => s.CampaignId == campaignId);
}
