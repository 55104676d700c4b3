namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>Says which customers a definition means, by the shop's data at this moment.</summary>
public interface ISegmentEvaluator
{
    /// <summary>Customers that the range of a query spans at first: what any query plan carries without falling off a cliff. See <see cref="RangeSizer"/>.</summary>
    const int RangeSize = 20_000;

    /// <summary>Reads the JSON of a definition.</summary>
    /// <exception cref="DefinitionException">The JSON is not a definition; the message names the path and what is allowed.</exception>
    Task<SegmentDefinition> ReadAsync(string json);

    /// <summary>
    /// Puts ids in the place of names (products by SKU or name, everything else by name).
    /// </summary>
    /// <exception cref="DefinitionException">A name is not known; the message names the path and the name.</exception>
    Task<SegmentDefinition> ResolveNamesAsync(SegmentDefinition definition);

    /// <summary>What a definition refers to that the shop no longer has: empty when all is there.</summary>
    Task<IReadOnlyList<DefinitionError>> FindMissingAsync(SegmentDefinition definition);

    /// <summary>The same for several definitions at once; those that lack nothing are left out.</summary>
    Task<IReadOnlyDictionary<SegmentDefinition, IReadOnlyList<DefinitionError>>> FindMissingAsync(IReadOnlyCollection<SegmentDefinition> definitions);

    /// <summary>
    /// Works out anew, over all customers, where the ranks of a definition begin. Finding matches takes them as they were worked out in the last hour,
    /// so that this belongs before a full refresh; counting does it by itself.
    /// </summary>
    Task RenewRanksAsync(SegmentDefinition definition, bool includeGuests);

    /// <summary>The ids, ascending, of the customers in the scope that match.</summary>
    Task<List<int>> FindMatchesAsync(SegmentDefinition definition, bool includeGuests, CustomerScope scope, CancellationToken cancellationToken = default);

    /// <summary>The smallest and the largest customer id there is; (0, -1) when there are no customers.</summary>
    Task<(int From, int To)> GetIdRangeAsync();

    /// <summary>How many customers match.</summary>
    Task<int> CountAsync(SegmentDefinition definition, bool includeGuests, CancellationToken cancellationToken = default);

    /// <summary>How many customers there are that a segment could mean: the whole of which a segment is a share.</summary>
    Task<int> CountPopulationAsync(bool includeGuests, CancellationToken cancellationToken = default);

    /// <summary>The ids of some customers that match, the newest first.</summary>
    Task<List<int>> SampleAsync(SegmentDefinition definition, bool includeGuests, int count, CancellationToken cancellationToken = default);
}
