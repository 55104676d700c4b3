using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <inheritdoc />
public sealed class SegmentEvaluator(
    DefinitionReader reader,
    SegmentCompiler compiler,
    ChoiceResolver choiceResolver,
    Population population,
    EvaluationContextFactory contexts,
    IRepository<Customer> customers,
    TimeProvider timeProvider) : ISegmentEvaluator
{
    /// <inheritdoc />
    public Task<SegmentDefinition> ReadAsync(string json) => reader.ReadAsync(json);

    /// <inheritdoc />
    public Task<SegmentDefinition> ResolveNamesAsync(SegmentDefinition definition) => choiceResolver.ResolveNamesAsync(definition);

    /// <inheritdoc />
    public Task<IReadOnlyList<DefinitionError>> FindMissingAsync(SegmentDefinition definition) => choiceResolver.FindMissingAsync(definition);

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<SegmentDefinition, IReadOnlyList<DefinitionError>>> FindMissingAsync(IReadOnlyCollection<SegmentDefinition> definitions) =>
        choiceResolver.FindMissingAsync(definitions);

    /// <inheritdoc />
    public Task RenewRanksAsync(SegmentDefinition definition, bool includeGuests) => StartAsync(definition, includeGuests, renewRanks: true);

    /// <inheritdoc />
    public async Task<List<int>> FindMatchesAsync(SegmentDefinition definition, bool includeGuests, CustomerScope scope,
        CancellationToken cancellationToken = default)
    {
        if (scope.Ids is { Count: 0 })
            return [];
        var evaluation = await StartAsync(definition, includeGuests);
        return await (await MatchingAsync(evaluation, scope)).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync();
    }

    /// <inheritdoc />
    public async Task<(int From, int To)> GetIdRangeAsync() => await customers.Table.AnyAsync()
        ? (await customers.Table.MinAsync(c => c.Id), await customers.Table.MaxAsync(c => c.Id))
        : (0, -1);

    /// <inheritdoc />
    public async Task<int> CountAsync(SegmentDefinition definition, bool includeGuests, CancellationToken cancellationToken = default)
    {
        var evaluation = await StartAsync(definition, includeGuests, renewRanks: true);
        return await CountAsync(new RangeSizer(definition), range => MatchingAsync(evaluation, range), cancellationToken);
    }

    /// <inheritdoc />
    public Task<int> CountPopulationAsync(bool includeGuests, CancellationToken cancellationToken = default) =>
        CountAsync(new RangeSizer(null), range => population.QueryAsync(includeGuests, range), cancellationToken);

    /// <inheritdoc />
    public async Task<List<int>> SampleAsync(SegmentDefinition definition, bool includeGuests, int count, CancellationToken cancellationToken = default)
    {
        var evaluation = await StartAsync(definition, includeGuests);
        var sample = new List<int>();
        foreach (var range in (await RangesAsync()).Reverse())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var matching = await MatchingAsync(evaluation, range);
            sample.AddRange(await matching.OrderByDescending(c => c.Id).Select(c => c.Id).Take(count - sample.Count).ToListAsync());
            if (sample.Count >= count)
                break;
        }

        return sample;
    }

    private async Task<int> CountAsync(RangeSizer sizer, Func<CustomerScope, Task<IQueryable<Customer>>> query, CancellationToken cancellationToken)
    {
        var (first, last) = await GetIdRangeAsync();
        var count = 0;
        for (long from = first; from <= last;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var to = from + sizer.Size - 1;
            var started = timeProvider.GetTimestamp();
            try
            {
                count += await (await query(CustomerScope.Range((int)from, (int)Math.Min(to, last)))).CountAsync();
            }
            catch (Exception exception) when (Timeouts.IsOne(exception) && sizer.TryShrink())
            {
                continue;
            }

            if (to <= last)
                sizer.Took(timeProvider.GetElapsedTime(started));
            from = to + 1;
        }

        return count;
    }

    private async Task<IReadOnlyList<CustomerScope>> RangesAsync()
    {
        var (from, to) = await GetIdRangeAsync();
        var ranges = new List<CustomerScope>();
        for (long start = from; start <= to; start += ISegmentEvaluator.RangeSize)
            ranges.Add(CustomerScope.Range((int)start, (int)Math.Min(start + ISegmentEvaluator.RangeSize - 1, int.MaxValue)));
        return ranges;
    }

    private async Task<Evaluation> StartAsync(SegmentDefinition definition, bool includeGuests, bool renewRanks = false) =>
        new(definition, includeGuests, await contexts.CreateAsync(definition, includeGuests, renewRanks));

    private async Task<IQueryable<Customer>> MatchingAsync(Evaluation evaluation, CustomerScope scope)
    {
        var people = await population.QueryAsync(evaluation.IncludeGuests, scope);
        return people.Where(compiler.Compile(evaluation.Definition, evaluation.Context.With(scope)));
    }

    /// <summary>What stays the same for all ranges of one evaluation.</summary>
    private sealed record Evaluation(SegmentDefinition Definition, bool IncludeGuests, EvaluationContext Context);
}
