using Nop.Core.Domain.Messages;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>Selects the subscribers who get a campaign: those whose address is that of a member of one of its segments, and of none it spares.</summary>
public sealed class CampaignRecipients(
    IRepository<CampaignDelivery> deliveries,
    IRepository<Segment> segments,
    MemberAddresses addresses,
    RecipientConditions conditions)
{
    /// <summary>The chosen segments that cannot be relied on; a deleted one as null. Empty when all can.</summary>
    public async Task<IReadOnlyList<Segment?>> FindUnreliableAsync(CampaignAudience audience)
    {
        var ids = audience.Included.Concat(audience.Excluded).Distinct().ToList();
        var known = await segments.Table.Where(s => ids.Contains(s.Id)).ToListAsync();
        return [.. ids.Select(id => known.FirstOrDefault(s => s.Id == id)).Where(s => !s.IsReliable())];
    }

    /// <summary>
    /// The subscriptions that get the campaign, one an address. The kind of newsletter is asked for again, because the shop's own list forgets it
    /// when a customer role is chosen too.
    /// </summary>
    /// <param name="candidates">Who would get it without segments.</param>
    /// <param name="audience">The segments.</param>
    /// <param name="subscriptionTypeId">The kind of newsletter; 0 for all.</param>
    public async Task<IReadOnlyList<NewsLetterSubscription>> SelectAsync(
        IEnumerable<NewsLetterSubscription> candidates, CampaignAudience audience, int subscriptionTypeId)
    {
        var selected = candidates.Where(s => subscriptionTypeId == 0 || s.TypeId == subscriptionTypeId);
        if (audience.Included.Count > 0)
        {
            var included = await ReadAsync(audience.Included);
            selected = selected.Where(s => included.Contains(s.Email ?? string.Empty));
        }

        if (audience.Excluded.Count > 0)
        {
            var excluded = await ReadAsync(audience.Excluded);
            selected = selected.Where(s => !excluded.Contains(s.Email ?? string.Empty));
        }

        return [.. selected.DistinctBy(s => s.Email, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>How many get a campaign, and why others do not.</summary>
    public async Task<RecipientReport> ReportAsync(RecipientFilter filter)
    {
        var everybody = filter with { Audience = CampaignAudience.Everybody, UnmailedByCampaignId = 0, UnmailedSinceUtc = null };
        var subscribers = await CountAsync(everybody);
        if ((await FindUnreliableAsync(filter.Audience)).Count > 0)
            return new RecipientReport(0, subscribers, 0, new Dictionary<UnreachedReason, int>());

        var recipients = await CountAsync(filter);
        if (filter.Audience.Included.Count == 0)
            return new RecipientReport(recipients, subscribers, 0, new Dictionary<UnreachedReason, int>());

        var members = await addresses.CountMembersAsync(filter.Audience.Included);
        return new RecipientReport(recipients, subscribers, members, await CountUnreachedAsync(filter, members, recipients));
    }

    /// <summary>How many addresses get it.</summary>
    public async Task<int> CountAsync(RecipientFilter filter) => await (await QueryAsync(filter)).Select(s => s.Email).Distinct().CountAsync();

    /// <summary>The next subscriptions of a sending whose addresses got none of its mails yet, in the order of their ids; an address may come twice.</summary>
    /// <param name="sending">The sending.</param>
    /// <param name="afterId">Where the page before ended; 0 to begin.</param>
    /// <param name="count">How many at most.</param>
    public async Task<IReadOnlyList<NewsLetterSubscription>> PageAsync(CampaignSending sending, int afterId, int count)
    {
        var campaignId = sending.CampaignId;
        var number = sending.Number;
        var done = deliveries.Table.Where(d => d.CampaignId == campaignId && d.Number == number).Select(d => d.Email);
        return await (await QueryAsync(RecipientFilter.Of(sending)))
            .Where(s => s.Id > afterId && !done.Any(email => email == s.Email))
            .OrderBy(s => s.Id).Take(count).ToListAsync();
    }

    private async Task<IQueryable<NewsLetterSubscription>> QueryAsync(RecipientFilter filter)
    {
        var query = conditions.Subscriptions(filter);
        if (filter.Audience.Included.Count > 0)
        {
            var included = addresses.Emails(filter.Audience.Included);
            query = query.Where(s => included.Contains(s.Email));
        }

        // Having subscribed is what the query starts from.
        return (await conditions.OfAsync(filter))
            .Where(condition => condition.Reason is < UnreachedReason.NotSubscribed or > UnreachedReason.OtherSubscriptionType)
            .Aggregate(query, (kept, condition) => condition.Keep(kept));
    }

    private async Task<IReadOnlyDictionary<UnreachedReason, int>> CountUnreachedAsync(RecipientFilter filter, int members, int recipients)
    {
        var people = addresses.People(filter.Audience.Included);
        var active = await people.CountAsync();
        var accounts = MemberAddresses.OfAccounts(people);
        var guests = addresses.OfGuests(people);
        var guestsLeft = await guests.CountAsync();
        var left = await accounts.CountAsync() + guestsLeft;
        var unreached = new Dictionary<UnreachedReason, int>
        {
            [UnreachedReason.InactiveCustomer] = members - active,
            [UnreachedReason.NoEmail] = active - left
        };
        foreach (var condition in await conditions.OfAsync(filter))
        {
            accounts = condition.Keep(accounts);
            guests = condition.Keep(guests);
            guestsLeft = guestsLeft == 0 ? 0 : await guests.CountAsync();
            var kept = await accounts.CountAsync() + guestsLeft;
            unreached[condition.Reason] = left - kept;
            left = kept;
        }

        unreached[UnreachedReason.DuplicateAddress] = left - recipients;
        return unreached.Where(reason => reason.Value != 0).ToDictionary();
    }

    private async Task<HashSet<string>> ReadAsync(IReadOnlyCollection<int> segmentIds)
    {
        var people = addresses.People(segmentIds);
        var accounts = await MemberAddresses.OfAccounts(people).Select(a => a.Email).ToListAsync();
        var guests = await addresses.OfGuests(people).Select(a => a.Email).ToListAsync();
        return new HashSet<string>(accounts.Concat(guests), StringComparer.OrdinalIgnoreCase);
    }
}
