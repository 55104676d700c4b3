using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Discounts;

/// <summary>What a discount requirement asks of a customer.</summary>
/// <param name="SegmentIds">The segments; at least one, or the requirement is never met.</param>
/// <param name="Match">In how many of them the customer has to be.</param>
public sealed record RequirementChoice(IReadOnlyList<int> SegmentIds, SegmentMatch Match)
{
    /// <summary>A requirement that asks for nothing yet.</summary>
    public static RequirementChoice Nothing { get; } = new([], SegmentMatch.Any);
}
