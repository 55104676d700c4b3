using System.Linq.Expressions;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Rules.Choices;
using Nop.Services.Helpers;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <inheritdoc />
public sealed class SegmentEvaluator(
    DefinitionReader reader,
    SegmentCompiler compiler,
    ChoiceResolver choiceResolver,
    SegmentsSettings settings,
    TimeProvider timeProvider,
    IDateTimeHelper dateTimeHelper,
    IRepository<Category> categories,
    IRepository<Customer> customers,
    IRepository<CustomerCustomerRoleMapping> roleMappings,
    IRepository<CustomerRole> roles,
    IRepository<Order> orders) : ISegmentEvaluator
{
    /// <inheritdoc />
    public SegmentDefinition Read(string json) => reader.Read(json);

    /// <inheritdoc />
    public Task<SegmentDefinition> ResolveNamesAsync(SegmentDefinition definition) => choiceResolver.ResolveNamesAsync(definition);

    /// <inheritdoc />
    public Task<IReadOnlyList<DefinitionError>> FindMissingAsync(SegmentDefinition definition) => choiceResolver.FindMissingAsync(definition);

    /// <inheritdoc />
    public async Task<List<int>> FindMatchesAsync(SegmentDefinition definition, bool includeGuests, CustomerScope scope,
        CancellationToken cancellationToken = default)
    {
        if (scope.Ids is { Count: 0 })
            return [];
        var evaluation = await StartAsync(definition, includeGuests);
        return await Matching(evaluation, scope).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync();
    }

    /// <inheritdoc />
    public async Task<(int From, int To)> GetIdRangeAsync() => await customers.Table.AnyAsync()
        ? (await customers.Table.MinAsync(c => c.Id), await customers.Table.MaxAsync(c => c.Id))
        : (0, -1);

    /// <inheritdoc />
    public async Task<int> CountAsync(SegmentDefinition definition, bool includeGuests, CancellationToken cancellationToken = default)
    {
        var evaluation = await StartAsync(definition, includeGuests);
        var count = 0;
        foreach (var range in await RangesAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            count += await Matching(evaluation, range).CountAsync();
        }

        return count;
    }

    /// <inheritdoc />
    public async Task<int> CountPopulationAsync(bool includeGuests, CancellationToken cancellationToken = default)
    {
        var evaluation = await StartAsync(null, includeGuests);
        var count = 0;
        foreach (var range in await RangesAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            count += await Population(evaluation, range).CountAsync();
        }

        return count;
    }

    /// <inheritdoc />
    public async Task<List<int>> SampleAsync(SegmentDefinition definition, bool includeGuests, int count, CancellationToken cancellationToken = default)
    {
        var evaluation = await StartAsync(definition, includeGuests);
        var sample = new List<int>();
        foreach (var range in (await RangesAsync()).Reverse())
        {
            cancellationToken.ThrowIfCancellationRequested();
            sample.AddRange(await Matching(evaluation, range).OrderByDescending(c => c.Id).Select(c => c.Id).Take(count - sample.Count).ToListAsync());
            if (sample.Count >= count)
                break;
        }

        return sample;
    }

    private async Task<IReadOnlyList<CustomerScope>> RangesAsync()
    {
        var (from, to) = await GetIdRangeAsync();
        var ranges = new List<CustomerScope>();
        for (long start = from; start <= to; start += ISegmentEvaluator.RangeSize)
            ranges.Add(CustomerScope.Range((int)start, (int)Math.Min(start + ISegmentEvaluator.RangeSize - 1, int.MaxValue)));
        return ranges;
    }

    private async Task<Evaluation> StartAsync(SegmentDefinition? definition, bool includeGuests)
    {
        var registered = await roles.Table.Where(r => r.SystemName == NopCustomerDefaults.RegisteredRoleName).Select(r => r.Id).ToListAsync();
        var needsTree = definition is not null
                        && DefinitionFacts.ChoicesOf(definition).Any(choice => choice.Value.IncludeSubcategories);
        var tree = needsTree
            ? await categories.Table.Where(c => !c.Deleted && c.ParentCategoryId > 0).Select(c => new { c.Id, c.ParentCategoryId }).ToListAsync()
            : [];
        return new Evaluation(
            definition,
            includeGuests,
            registered,
            new ShopCalendar(timeProvider.GetUtcNow().UtcDateTime, dateTimeHelper.DefaultStoreTimeZone),
            tree.ToLookup(c => c.ParentCategoryId, c => c.Id));
    }

    private IQueryable<Customer> Matching(Evaluation evaluation, CustomerScope scope)
    {
        var context = new EvaluationContext
        {
            Calendar = evaluation.Calendar,
            CountingOrders = CountingOrders(scope),
            Subcategories = evaluation.Subcategories
        };
        return Population(evaluation, scope).Where(compiler.Compile(evaluation.Definition!, context));
    }

    private IQueryable<Customer> Population(Evaluation evaluation, CustomerScope scope)
    {
        var mappings = roleMappings.Table;
        var registered = evaluation.RegisteredRoleIds;
        Expression<Func<Customer, bool>> isCustomer = c => mappings.Any(m => m.CustomerId == c.Id && registered.Contains(m.CustomerRoleId));
        if (evaluation.IncludeGuests)
        {
            var counting = CountingOrders(scope);
            isCustomer = isCustomer.Or(c => counting.Any(o => o.CustomerId == c.Id));
        }

        var all = customers.Table.Where(c => !c.Deleted && c.Active && !c.IsSystemAccount);
        if (scope.Ids is { } ids)
            return all.Where(c => ids.Contains(c.Id)).Where(isCustomer);
        var (from, to) = (scope.From, scope.To);
        return all.Where(c => c.Id >= from && c.Id <= to).Where(isCustomer);
    }

    private IQueryable<Order> CountingOrders(CustomerScope scope)
    {
        var orderStatuses = settings.OrderStatusIds;
        var paymentStatuses = settings.PaymentStatusIds;
        var counting = orders.Table.Where(o => !o.Deleted && orderStatuses.Contains(o.OrderStatusId) && paymentStatuses.Contains(o.PaymentStatusId));
        if (scope.Ids is { } ids)
            return counting.Where(o => ids.Contains(o.CustomerId));
        var (from, to) = (scope.From, scope.To);
        return counting.Where(o => o.CustomerId >= from && o.CustomerId <= to);
    }

    /// <summary>What stays the same for all ranges of one evaluation.</summary>
    private sealed record Evaluation(
        SegmentDefinition? Definition, bool IncludeGuests, List<int> RegisteredRoleIds, ShopCalendar Calendar, ILookup<int, int> Subcategories);
}
