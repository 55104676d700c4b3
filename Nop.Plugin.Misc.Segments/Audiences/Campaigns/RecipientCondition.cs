using Nop.Core.Domain.Messages;

namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>One thing that an address has to have, or may not have, to get a campaign.</summary>
/// <param name="Reason">What is said of those who fall out by it.</param>
/// <param name="Emails">The addresses that have it.</param>
/// <param name="Required">Whether an address has to be among them; else it may not be.</param>
public sealed record RecipientCondition(UnreachedReason Reason, IQueryable<string> Emails, bool Required)
{
    /// <summary>The members' addresses that fulfil it.</summary>
    public IQueryable<MemberAddress> Keep(IQueryable<MemberAddress> addresses)
    {
        var emails = Emails;
        return Required ? addresses.Where(a => emails.Contains(a.Email)) : addresses.Where(a => !emails.Any(email => email == a.Email));
    }

    /// <summary>The subscriptions whose address fulfils it.</summary>
    public IQueryable<NewsLetterSubscription> Keep(IQueryable<NewsLetterSubscription> subscriptions)
    {
        var emails = Emails;
        return Required ? subscriptions.Where(s => emails.Contains(s.Email)) : subscriptions.Where(s => !emails.Any(email => email == s.Email));
    }
}
