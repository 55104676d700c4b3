namespace Nop.Plugin.Misc.Segments.Rules.Explanation;

/// <summary>Says why a customer matches a definition, or does not.</summary>
public interface ISegmentExplainer
{
    /// <summary>
    /// The rules as a tree, each with its outcome, each condition with what the customer really has. Every outcome comes from the same predicates as
    /// membership, and ranks begin where they begin for membership.
    /// </summary>
    /// <param name="definition">The definition; names have been resolved.</param>
    /// <param name="includeGuests">Whether guests who ordered may match.</param>
    /// <param name="customerId">The customer, who need not exist.</param>
    Task<SegmentExplanation> ExplainAsync(SegmentDefinition definition, bool includeGuests, int customerId);
}
