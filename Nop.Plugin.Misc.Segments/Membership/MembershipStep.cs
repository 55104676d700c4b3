using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>
/// Evaluates some customers and writes the difference: the inside of one step, which whoever calls it makes one under the <see cref="MembershipLock"/>.
/// </summary>
public class MembershipStep(
    ISegmentEvaluator evaluator,
    SegmentGraph graph,
    SegmentStates states,
    MembershipWriter writer,
    IRepository<SegmentMember> members,
    IRepository<Customer> customers)
{
    /// <summary>
    /// The customers in a range of ids whose membership is not what the rules say. Not a step: it may be asked without the lock, and what it finds has to be
    /// looked at again in one.
    /// </summary>
    public async Task<List<int>> FindDifferingAsync(Segment segment, SegmentDefinition definition, CustomerScope range, CancellationToken cancellationToken)
    {
        var matches = (await evaluator.FindMatchesAsync(definition, segment.IncludeGuests, range, cancellationToken)).ToHashSet();
        matches.SymmetricExceptWith(await ReadMembersAsync(segment, range));
        return [.. matches];
    }

    /// <summary>Everybody in a range of ids, in one segment.</summary>
    public async Task<MembershipDifference> UpdateRangeAsync(
        Segment segment, SegmentDefinition definition, CustomerScope range, MembershipChangeReason reason, CancellationToken cancellationToken)
    {
        return await UpdateAsync(segment, definition, range, await ReadMembersAsync(segment, range), reason, cancellationToken);
    }

    /// <summary>Some customers, in one segment.</summary>
    public async Task<MembershipDifference> UpdateListAsync(
        Segment segment, SegmentDefinition definition, CustomerScope some, MembershipChangeReason reason, CancellationToken cancellationToken)
    {
        var (id, ids) = (segment.Id, some.Ids!.ToList());
        var current = await members.Table.Where(member => member.SegmentId == id && ids.Contains(member.CustomerId))
            .Select(member => member.CustomerId).ToListAsync();
        return await UpdateAsync(segment, definition, some, current, reason, cancellationToken);
    }

    /// <summary>
    /// Some customers in every active segment whose rules read one of the sources, each segment after those that its rules name, so that it looks up their
    /// members of now.
    /// </summary>
    public async Task<IReadOnlyList<MembershipDifference>> UpdateCustomersAsync(
        IReadOnlyCollection<int> customerIds, RuleSources sources, MembershipChangeReason reason, CancellationToken cancellationToken)
    {
        var ids = customerIds.Distinct().Order().ToList();
        var differences = new List<MembershipDifference>();
        if (sources.HasFlag(RuleSources.Profile))
            differences.AddRange(await RemoveGoneAsync(ids, reason));

        var readers = await FindReadersAsync(sources);
        var definitions = await states.ReadDefinitionsAsync(readers);
        var current = await ReadMembersAsync(definitions.Keys.ToList(), ids);
        foreach (var reader in readers)
            if (definitions.TryGetValue(reader.Id, out var definition))
                differences.Add(await UpdateAsync(reader, definition, CustomerScope.Of(ids), current[reader.Id].ToList(), reason, cancellationToken));

        differences.RemoveAll(difference => difference.IsEmpty);
        await states.CountAsync(differences);
        return differences;
    }

    /// <summary>The active segments whose rules read one of the sources, each after those that its rules name; also those whose rules cannot be read, to say so.</summary>
    public async Task<IReadOnlyList<Segment>> FindReadersAsync(RuleSources sources) => (await graph.LoadAsync())
        .Where(node => node.Segment.Active && (node.Definition is null || (node.Sources & sources) != RuleSources.None))
        .Select(node => node.Segment).ToList();

    /// <summary>Lets customers who are deleted leave every segment, also those that are not evaluated now.</summary>
    public async Task<IReadOnlyList<MembershipDifference>> RemoveGoneAsync(List<int> ids, MembershipChangeReason reason)
    {
        var there = await customers.Table.Where(customer => ids.Contains(customer.Id) && !customer.Deleted).Select(customer => customer.Id).ToListAsync();
        var gone = ids.Except(there).ToList();
        if (gone.Count == 0)
            return [];

        var differences = new List<MembershipDifference>();
        var memberships = await members.Table.Where(member => gone.Contains(member.CustomerId))
            .Select(member => new { member.SegmentId, member.CustomerId }).ToListAsync();
        foreach (var segment in memberships.GroupBy(member => member.SegmentId))
            differences.Add(await writer.WriteAsync(segment.Key, [], segment.Select(member => member.CustomerId).ToList(), reason));
        return differences;
    }

    private async Task<List<int>> ReadMembersAsync(Segment segment, CustomerScope range)
    {
        var (id, from, to) = (segment.Id, range.From, range.To);
        return await members.Table.Where(member => member.SegmentId == id && member.CustomerId >= from && member.CustomerId <= to)
            .Select(member => member.CustomerId).ToListAsync();
    }

    private async Task<ILookup<int, int>> ReadMembersAsync(List<int> segmentIds, List<int> ids) =>
        (await members.Table.Where(member => ids.Contains(member.CustomerId) && segmentIds.Contains(member.SegmentId))
            .Select(member => new { member.SegmentId, member.CustomerId }).ToListAsync())
        .ToLookup(member => member.SegmentId, member => member.CustomerId);

    private async Task<MembershipDifference> UpdateAsync(
        Segment segment, SegmentDefinition definition, CustomerScope scope, List<int> current, MembershipChangeReason reason, CancellationToken cancellationToken)
    {
        var matches = await evaluator.FindMatchesAsync(definition, segment.IncludeGuests, scope, cancellationToken);
        var entered = matches.Except(current).ToList();
        var left = current.Except(matches).ToList();
        cancellationToken.ThrowIfCancellationRequested();
        return await writer.WriteAsync(segment.Id, entered, left, reason);
    }
}
