using System.Data.Common;
using System.Transactions;
using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Logging;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Makes stored membership what the rules say. Only the difference is written, with its history.</summary>
public class MembershipUpdater(
    ISegmentEvaluator evaluator,
    SegmentRows rows,
    MembershipWriter writer,
    SegmentGraph graph,
    IRepository<SegmentMember> members,
    IRepository<Customer> customers,
    MembershipGates gates,
    ILogger logger,
    TimeProvider timeProvider) : IMembershipUpdater
{
    /// <summary>Customers of one query at most, when they are named one by one.</summary>
    private const int ListSize = 1_000;

    private const int Attempts = 4;

    /// <inheritdoc />
    public async Task<RefreshResult> RefreshAsync(int segmentId, MembershipChangeReason reason, CancellationToken cancellationToken = default)
    {
        var started = timeProvider.GetTimestamp();
        if (await rows.GetAsync(segmentId) is not { } segment)
            return new RefreshResult(0, 0, 0, 0);

        try
        {
            var (entered, left) = (0, 0);
            if (await ReadDefinitionAsync(segment) is { } definition)
            {
                await evaluator.RenewRanksAsync(definition, segment.IncludeGuests);
                (entered, left) = await UpdateAllRangesAsync(segment, definition, reason, cancellationToken);
                var population = await evaluator.CountPopulationAsync(segment.IncludeGuests, cancellationToken);
                await MarkReadyAsync(segment, population, Milliseconds(started));
            }

            return new RefreshResult(entered, left, await CountMembersAsync(segmentId), Milliseconds(started));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await MarkFailedAsync(segment, exception);
            return new RefreshResult(0, 0, await CountMembersAsync(segmentId), Milliseconds(started));
        }
    }

    /// <inheritdoc />
    public async Task UpdateCustomersAsync(
        IReadOnlyCollection<int> customerIds, RuleSources sources, MembershipChangeReason reason, CancellationToken cancellationToken = default)
    {
        // Each segment after those that its rules name, so that it looks up their members of now. Rules that cannot be read are looked at too: to say so.
        var readers = (await graph.LoadAsync())
            .Where(node => node.Segment.Active && (node.Definition is null || (node.Sources & sources) != RuleSources.None)).ToList();
        foreach (var ids in customerIds.Distinct().Order().Chunk(ListSize))
        {
            if (sources.HasFlag(RuleSources.Profile))
                await RemoveGoneAsync(ids.ToList(), reason, cancellationToken);
            foreach (var reader in readers)
                await UpdateListAsync(reader.Segment, ids.ToList(), reason, cancellationToken);
        }
    }

    private async Task<(int Entered, int Left)> UpdateAllRangesAsync(
        Segment segment, SegmentDefinition definition, MembershipChangeReason reason, CancellationToken cancellationToken)
    {
        var (entered, left) = (0, 0);
        var (first, last) = await evaluator.GetIdRangeAsync();
        for (long from = first; from <= last; from += ISegmentEvaluator.RangeSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (start, end) = ((int)from, (int)Math.Min(last, from + ISegmentEvaluator.RangeSize - 1));
            var current = members.Table.Where(member => member.SegmentId == segment.Id && member.CustomerId >= start && member.CustomerId <= end);
            var (enteredHere, leftHere) = await UpdateAsync(
                segment, definition, CustomerScope.Range(start, end), current.Select(member => member.CustomerId), reason, cancellationToken);
            entered += enteredHere;
            left += leftHere;
        }

        return (entered, left);
    }

    private async Task UpdateListAsync(Segment segment, List<int> ids, MembershipChangeReason reason, CancellationToken cancellationToken)
    {
        try
        {
            // What is missing is looked for every time: a rule that names a deleted category must not mean everybody or nobody, not even for a moment.
            if (await ReadDefinitionAsync(segment) is not { } definition)
                return;

            var current = members.Table.Where(member => member.SegmentId == segment.Id && ids.Contains(member.CustomerId));
            var (entered, left) = await UpdateAsync(
                segment, definition, CustomerScope.Of(ids), current.Select(member => member.CustomerId), reason, cancellationToken);
            if (entered + left > 0)
                await StoreCountAsync(segment.Id);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await MarkFailedAsync(segment, exception);
        }
    }

    /// <summary>Evaluates some customers and writes the difference, as one step; again when another writer came between.</summary>
    private async Task<(int Entered, int Left)> UpdateAsync(
        Segment segment, SegmentDefinition definition, CustomerScope scope, IQueryable<int> currentIds, MembershipChangeReason reason,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await gates.Writing.WaitAsync(cancellationToken);
            try
            {
                var matches = await evaluator.FindMatchesAsync(definition, segment.IncludeGuests, scope, cancellationToken);
                var current = await currentIds.ToListAsync();
                var entered = matches.Except(current).ToList();
                var left = current.Except(matches).ToList();
                cancellationToken.ThrowIfCancellationRequested();
                await writer.WriteAsync(segment.Id, entered, left, reason);
                return (entered.Count, left.Count);
            }
            catch (Exception exception) when (attempt < Attempts && MayPass(exception))
            {
                // Another node wrote the same, a deadlock was broken, a customer was deleted meanwhile: the next look sees it as it is then.
            }
            finally
            {
                gates.Writing.Release();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt), timeProvider, cancellationToken);
        }
    }

    /// <summary>Lets customers who are deleted leave every segment, also those that are not evaluated now.</summary>
    private async Task RemoveGoneAsync(List<int> ids, MembershipChangeReason reason, CancellationToken cancellationToken)
    {
        await gates.Writing.WaitAsync(cancellationToken);
        try
        {
            var there = await customers.Table.Where(customer => ids.Contains(customer.Id) && !customer.Deleted).Select(customer => customer.Id).ToListAsync();
            var gone = ids.Except(there).ToList();
            if (gone.Count == 0)
                return;

            var memberships = await members.Table.Where(member => gone.Contains(member.CustomerId))
                .Select(member => new { member.SegmentId, member.CustomerId }).ToListAsync();
            foreach (var segment in memberships.GroupBy(member => member.SegmentId))
            {
                await writer.WriteAsync(segment.Key, [], segment.Select(member => member.CustomerId).ToList(), reason);
                await StoreCountAsync(segment.Key);
            }
        }
        finally
        {
            gates.Writing.Release();
        }
    }

    /// <summary>The rules, when all that they name is there; otherwise the segment is marked and null is returned.</summary>
    private async Task<SegmentDefinition?> ReadDefinitionAsync(Segment segment)
    {
        IReadOnlyList<DefinitionError> errors;
        try
        {
            var definition = await evaluator.ReadAsync(segment.Definition);
            errors = await evaluator.FindMissingAsync(definition);
            if (errors.Count == 0)
                return definition;
        }
        catch (DefinitionException exception)
        {
            errors = exception.Errors;
        }

        var why = string.Join(" ", errors.Select(error => error.Message));
        if (segment.State != SegmentState.NeedsAttention || segment.StateReason != why)
        {
            await ChangeIfSameRulesAsync(segment, row => (row.State, row.StateReason) = (SegmentState.NeedsAttention, why));
            (segment.State, segment.StateReason) = (SegmentState.NeedsAttention, why);
            await logger.WarningAsync($"The segment \"{segment.Name}\" needs attention; its members stay as they are. {why}");
        }

        return null;
    }

    private async Task MarkReadyAsync(Segment segment, int population, int milliseconds)
    {
        var count = await CountMembersAsync(segment.Id);
        await rows.ChangeAsync(segment.Id, row =>
        {
            row.MemberCount = count;
            if (!HasSameRules(row, segment))
                return;
            (row.State, row.StateReason) = (SegmentState.Ready, null);
            row.PopulationCount = population;
            row.RefreshedOnUtc = timeProvider.GetUtcNow().UtcDateTime;
            row.RefreshMilliseconds = milliseconds;
        });
    }

    private async Task MarkFailedAsync(Segment segment, Exception exception)
    {
        await ChangeIfSameRulesAsync(segment, row => (row.State, row.StateReason) = (SegmentState.Failed, exception.Message));
        await logger.ErrorAsync($"The members of the segment \"{segment.Name}\" could not be brought up to date; they stay as they were.", exception);
    }

    // A merchant may have saved other rules meanwhile: what was found out about the old ones says nothing about them.
    private Task ChangeIfSameRulesAsync(Segment segment, Action<Segment> change) => rows.ChangeAsync(segment.Id, row =>
    {
        if (HasSameRules(row, segment))
            change(row);
    });

    private async Task StoreCountAsync(int segmentId)
    {
        var count = await CountMembersAsync(segmentId);
        await rows.ChangeAsync(segmentId, row => row.MemberCount = count);
    }

    private Task<int> CountMembersAsync(int segmentId) => members.Table.CountAsync(member => member.SegmentId == segmentId);

    private int Milliseconds(long started) => (int)Math.Min(int.MaxValue, timeProvider.GetElapsedTime(started).TotalMilliseconds);

    private static bool HasSameRules(Segment one, Segment other) => one.Definition == other.Definition && one.IncludeGuests == other.IncludeGuests;

    private static bool MayPass(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            if (cause is DbException or TransactionException)
                return true;
        return false;
    }
}
