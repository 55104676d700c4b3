namespace Nop.Plugin.Misc.Segments.Audiences.Discounts;

/// <summary>Answers a discount's requirement. It is asked many times in a request, for every price: an answer must cost next to nothing.</summary>
public interface ISegmentRequirementChecker
{
    /// <summary>Whether the customer meets the requirement.</summary>
    Task<bool> IsSatisfiedAsync(int requirementId, int customerId);
}
