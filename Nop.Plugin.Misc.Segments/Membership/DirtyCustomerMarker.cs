using Microsoft.AspNetCore.Http;
using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>
/// What event consumers do, and all they do: note in the queue that a customer's memberships have to be looked at again. The looking is done
/// after the response, by the worker.
/// </summary>
public class DirtyCustomerMarker(
    ActiveSegments activeSegments, IRepository<DirtyCustomer> queue, IHttpContextAccessor httpContextAccessor, DrainSignal signal, TimeProvider timeProvider)
{
    /// <summary>Stands in the queue for all customers: something changed that touches any of them.</summary>
    public const int EveryCustomer = 0;

    private static readonly object RequestKey = new();

    /// <summary>Marks a customer, when an active segment reads what changed.</summary>
    public Task MarkAsync(int customerId, RuleSources sources) => MarkAsync(facts => facts.Sources & sources, () => Task.FromResult<IList<int>>([customerId]));

    /// <summary>Marks customers who have yet to be looked up; that is only done when an active segment reads what changed.</summary>
    public Task MarkAsync(Func<IQueryable<int>> customerIds, RuleSources sources) =>
        MarkAsync(facts => facts.Sources & sources, async () => await customerIds().ToListAsync());

    /// <summary>Marks a customer's account as changed, unless it is a visitor's without a name and no active segment takes guests in.</summary>
    public Task MarkAccountAsync(Customer customer, RuleSources sources)
    {
        if (customer.IsSystemAccount)
            return Task.CompletedTask;
        if (customer.Deleted)
            return MarkGoneAsync(customer.Id);

        var anonymous = string.IsNullOrEmpty(customer.Email) && string.IsNullOrEmpty(customer.Username);
        return MarkAsync(
            facts => anonymous && !facts.IncludeGuests ? RuleSources.None : facts.Sources & sources, () => Task.FromResult<IList<int>>([customer.Id]));
    }

    /// <summary>Marks a customer who is gone, whatever segments read: such a customer leaves all of them.</summary>
    public Task MarkGoneAsync(int customerId) => MarkAsync(_ => RuleSources.Profile, () => Task.FromResult<IList<int>>([customerId]));

    /// <summary>Marks all customers, when an active segment reads what changed.</summary>
    public Task MarkEveryoneAsync(RuleSources sources) => MarkAsync(EveryCustomer, sources);

    private async Task MarkAsync(Func<ActiveSegmentsFacts, RuleSources> relevant, Func<Task<IList<int>>> customerIds)
    {
        try
        {
            await OutsideTransaction.RunAsync(() => AddAsync(relevant, customerIds));
        }
        catch (Exception)
        {
            // An error only where the plugin is installed: a moment ago it may have been, and now its tables are gone.
            activeSegments.Forget();
            if ((await activeSegments.GetFactsAsync()).Installed)
                throw;
        }
    }

    private async Task AddAsync(Func<ActiveSegmentsFacts, RuleSources> relevant, Func<Task<IList<int>>> customerIds)
    {
        var facts = await activeSegments.GetFactsAsync();
        var sources = facts.Installed ? relevant(facts) : RuleSources.None;
        if (sources == RuleSources.None)
            return;

        foreach (var customerId in await customerIds())
            if (IsNew(customerId, sources))
                await AddToQueueAsync(customerId, sources);
    }

    private async Task AddToQueueAsync(int customerId, RuleSources sources)
    {
        await queue.InsertAsync(
            new DirtyCustomer { CustomerId = customerId, SourcesId = (int)sources, CreatedOnUtc = timeProvider.GetUtcNow().UtcDateTime }, publishEvent: false);
        if (httpContextAccessor.HttpContext is null)
            signal.Send(new Dictionary<int, RuleSources> { [customerId] = sources });
    }

    /// <summary>Whether the request has not marked this before. Without a request there is no end that could be waited for, and all is new.</summary>
    private bool IsNew(int customerId, RuleSources sources)
    {
        if (httpContextAccessor.HttpContext is not { } context)
            return true;

        if (context.Items.TryGetValue(RequestKey, out var item) && item is RequestMarks marks)
            return marks.Add(customerId, sources);

        marks = new RequestMarks();
        context.Items[RequestKey] = marks;
        context.Response.OnCompleted(() =>
        {
            signal.Send(marks.ToDictionary());
            return Task.CompletedTask;
        });
        return marks.Add(customerId, sources);
    }

    /// <summary>What one request has marked.</summary>
    private sealed class RequestMarks
    {
        private readonly Dictionary<int, RuleSources> _marks = [];

        public bool Add(int customerId, RuleSources sources)
        {
            lock (_marks)
            {
                var before = _marks.GetValueOrDefault(customerId);
                _marks[customerId] = before | sources;
                return (sources & ~before) != RuleSources.None;
            }
        }

        public IReadOnlyDictionary<int, RuleSources> ToDictionary()
        {
            lock (_marks)
                return new Dictionary<int, RuleSources>(_marks);
        }
    }
}
