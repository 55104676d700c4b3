using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Remembers the customers for whom a segment could not be evaluated.</summary>
public class SetAsideCustomers(IRepository<SetAsideCustomer> rows, TimeProvider timeProvider)
{
    private const int MaximumErrorLength = 1_000;

    /// <summary>Whether a customer is set aside for a segment.</summary>
    public Task<bool> AnyAsync(int segmentId, int customerId) => rows.Table.AnyAsync(row => row.SegmentId == segmentId && row.CustomerId == customerId);

    /// <summary>How many there are.</summary>
    public Task<int> CountAsync() => rows.Table.CountAsync();

    /// <summary>All of them, by segment.</summary>
    public async Task<IReadOnlyList<SetAsideCustomer>> GetAllAsync(int most) =>
        await rows.Table.OrderBy(row => row.SegmentId).ThenBy(row => row.CustomerId).Take(most).ToListAsync();

    /// <summary>Notes one more failure.</summary>
    public async Task AddAsync(int segmentId, int customerId, Exception exception)
    {
        var error = exception.Message.Length > MaximumErrorLength ? exception.Message[..MaximumErrorLength] : exception.Message;
        var now = timeProvider.GetUtcNow().UtcDateTime;
        if (await rows.Table.FirstOrDefaultAsync(row => row.SegmentId == segmentId && row.CustomerId == customerId) is { } known)
        {
            (known.Error, known.FailedOnUtc, known.Attempts) = (error, now, known.Attempts + 1);
            await rows.UpdateAsync(known, publishEvent: false);
        }
        else
        {
            await rows.InsertAsync(
                new SetAsideCustomer { SegmentId = segmentId, CustomerId = customerId, Error = error, FailedOnUtc = now, Attempts = 1 }, publishEvent: false);
        }
    }

    /// <summary>These were evaluated after all.</summary>
    public Task RemoveAsync(int segmentId, List<int> customerIds) =>
        rows.DeleteAsync(row => row.SegmentId == segmentId && customerIds.Contains(row.CustomerId));

    /// <summary>Nobody wants to hear of them any more.</summary>
    public Task RemoveAllAsync() => rows.DeleteAsync(_ => true);

    /// <summary>Everybody was looked at again since a moment.</summary>
    public Task RemoveBeforeAsync(int segmentId, DateTime utc) => rows.DeleteAsync(row => row.SegmentId == segmentId && row.FailedOnUtc < utc);

    /// <summary>Everybody in a range was evaluated after all.</summary>
    public Task RemoveRangeAsync(int segmentId, int from, int to) =>
        rows.DeleteAsync(row => row.SegmentId == segmentId && row.CustomerId >= from && row.CustomerId <= to);
}
