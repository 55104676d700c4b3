namespace Nop.Plugin.Misc.Segments.Audiences.Discounts;

/// <summary>What a discount requirement asks of a customer.</summary>
/// <param name="SegmentIds">The segments; at least one, or the requirement is never met.</param>
/// <param name="Excluded">False: in at least one of them. True: in none of them.</param>
public sealed record RequirementChoice(IReadOnlyList<int> SegmentIds, bool Excluded)
{
    /// <summary>A requirement that asks for nothing yet.</summary>
    public static RequirementChoice Nothing { get; } = new([], false);
}
