using System.Transactions;
using Microsoft.AspNetCore.Http;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
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

    /// <summary>By then a request or transaction is over: a transaction of a shop's bulk call may last no longer.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private static readonly object RequestKey = new();
    private static readonly AsyncLocal<List<Mark>?> Collected = new();

    /// <summary>Marks a customer, when an active segment reads what changed.</summary>
    public Task MarkAsync(int customerId, RuleSources sources) => MarkAsync(facts => facts.Sources & sources, () => Task.FromResult<IList<int>>([customerId]));

    /// <summary>Marks customers who have yet to be looked up; that is only done when an active segment reads what changed.</summary>
    public Task MarkAsync(Func<IQueryable<int>> customerIds, RuleSources sources) =>
        MarkAsync(facts => facts.Sources & sources, async () => await customerIds().ToListAsync());

    /// <summary>Marks the customer of an order, and remembers for this request whose it is: its lines will ask.</summary>
    public Task MarkOrderAsync(Order order)
    {
        FindMarks()?.Remember(order.Id, order.CustomerId);
        return MarkAsync(order.CustomerId, RuleSources.Orders);
    }

    /// <summary>Marks the customer of an order of which something else changed; who that is is only looked up when this request does not know.</summary>
    public Task MarkOrderAsync(int orderId, Func<IQueryable<Order>> orders) => FindMarks()?.FindOwner(orderId) is { } customerId
        ? MarkAsync(customerId, RuleSources.Orders)
        : MarkAsync(() => orders().Where(order => order.Id == orderId).Select(order => order.CustomerId), RuleSources.Orders);

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

    /// <summary>
    /// Does something within a transaction of ours, and stores in it, too, what the shop's events mark meanwhile: marks are kept or lost together with what
    /// they tell of. They are due at once; after the transaction the worker is to be woken.
    /// </summary>
    public async Task<T> TogetherAsync<T>(Func<Task<T>> work)
    {
        var marks = new List<Mark>();
        Collected.Value = marks;
        T result;
        try
        {
            result = await work();
        }
        finally
        {
            Collected.Value = null;
        }

        var facts = await activeSegments.GetFactsAsync();
        foreach (var mark in marks)
            if (mark.Relevant(facts) is var sources and not RuleSources.None)
                foreach (var customerId in await mark.CustomerIds())
                    await InsertAsync(customerId, sources, TimeSpan.Zero);
        return result;
    }

    private async Task MarkAsync(Func<ActiveSegmentsFacts, RuleSources> relevant, Func<Task<IList<int>>> customerIds)
    {
        if (Collected.Value is { } marks)
        {
            marks.Add(new Mark(relevant, customerIds));
            return;
        }

        try
        {
            var inTransaction = OutsideTransaction.IsInside();
            await OutsideTransaction.RunAsync(() => AddAsync(relevant, customerIds, inTransaction));
        }
        catch (Exception)
        {
            // An error only where the plugin is installed: a moment ago it may have been, and now its tables are gone.
            activeSegments.Forget();
            if ((await activeSegments.GetFactsAsync()).Installed)
                throw;
        }
    }

    private async Task AddAsync(Func<ActiveSegmentsFacts, RuleSources> relevant, Func<Task<IList<int>>> customerIds, bool inTransaction)
    {
        var facts = await activeSegments.GetFactsAsync();
        var sources = facts.Installed ? relevant(facts) : RuleSources.None;
        if (sources == RuleSources.None)
            return;

        foreach (var customerId in await customerIds())
            if (FindMarks() is not { } marks)
                await AddToQueueAsync(customerId, sources, inTransaction);
            else if (marks.Add(customerId, sources))
                marks.AddRow((await InsertAsync(customerId, sources, Grace)).Id);
    }

    /// <summary>Without a request there is no end that could be waited for, only that of the transaction, if there is one.</summary>
    private async Task AddToQueueAsync(int customerId, RuleSources sources, bool inTransaction)
    {
        var row = await InsertAsync(customerId, sources, inTransaction ? Grace : TimeSpan.Zero);
        if (inTransaction)
            return;

        var marks = new DirtyMarks();
        marks.Add(customerId, sources);
        marks.AddRow(row.Id);
        signal.Send(marks);
    }

    private async Task<DirtyCustomer> InsertAsync(int customerId, RuleSources sources, TimeSpan delay)
    {
        var row = new DirtyCustomer { CustomerId = customerId, SourcesId = (int)sources, DueOnUtc = timeProvider.GetUtcNow().UtcDateTime + delay };
        await queue.InsertAsync(row, publishEvent: false);
        return row;
    }

    /// <summary>What this request has marked; null without a request.</summary>
    private RequestMarks? FindMarks()
    {
        if (httpContextAccessor.HttpContext is not { } context)
            return null;
        if (context.Items.TryGetValue(RequestKey, out var item) && item is RequestMarks known)
            return known;

        var marks = new RequestMarks();
        context.Items[RequestKey] = marks;
        context.Response.OnCompleted(() =>
        {
            if (marks.Copy() is { Customers.Count: > 0 } all)
                signal.Send(all);
            return Task.CompletedTask;
        });
        return marks;
    }

    private sealed record Mark(Func<ActiveSegmentsFacts, RuleSources> Relevant, Func<Task<IList<int>>> CustomerIds);

    /// <summary>What one request has marked; a request may do several things at once.</summary>
    private sealed class RequestMarks
    {
        private readonly DirtyMarks _marks = new();
        private readonly Dictionary<int, int> _owners = [];

        public void Remember(int orderId, int customerId)
        {
            lock (_marks)
                _owners[orderId] = customerId;
        }

        public int? FindOwner(int orderId)
        {
            lock (_marks)
                return _owners.TryGetValue(orderId, out var customerId) ? customerId : null;
        }

        public bool Add(int customerId, RuleSources sources)
        {
            lock (_marks)
                return _marks.Add(customerId, sources);
        }

        public void AddRow(int rowId)
        {
            lock (_marks)
                _marks.AddRow(rowId);
        }

        public DirtyMarks Copy()
        {
            lock (_marks)
                return _marks.Copy();
        }
    }
}
