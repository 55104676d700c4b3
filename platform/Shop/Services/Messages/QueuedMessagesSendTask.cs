using Nop.Core.Domain.Messages;
using Nop.Data;
using Nop.Services.Messages;
using Nop.Services.ScheduleTasks;

namespace Shop.Services.Messages;

/// <summary>Hands waiting mails to the sender, a few of each account at a time.</summary>
public sealed class QueuedMessagesSendTask(IRepository<QueuedEmail> emails, IEmailAccountService accounts, IQueuedEmailService queue, IEmailSender sender,
    TimeProvider clock) : IScheduleTask
{
    private const int MOST_TRIES = 3;

    public async Task ExecuteAsync()
    {
        foreach (var account in await accounts.GetAllEmailAccountsAsync())
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var id = account.Id;
            var waiting = await emails.Table
                .Where(e => e.EmailAccountId == id && e.SentOnUtc == null && e.SentTries < MOST_TRIES
                    && (e.DontSendBeforeDateUtc == null || e.DontSendBeforeDateUtc <= now))
                .OrderByDescending(e => e.PriorityId).ThenBy(e => e.Id).Take(Math.Max(account.MaxNumberOfEmails, 1)).ToListAsync();
            foreach (var email in waiting)
            {
                await sender.SendEmailAsync(account, email.Subject, email.Body, email.From, email.FromName, email.To, email.ToName);
                email.SentTries++;
                email.SentOnUtc = now;
                await queue.UpdateQueuedEmailAsync(email);
            }
        }
    }
}
