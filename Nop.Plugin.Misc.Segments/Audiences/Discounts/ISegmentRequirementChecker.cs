namespace Nop.Plugin.Misc.Segments.Audiences.Discounts;

/// <summary>Answers the discounts' requirements about segments.</summary>
public interface ISegmentRequirementChecker
{
    /// <summary>The ids of the requirements that the customer meets, of all that there are. One query, once per request and customer.</summary>
    Task<IReadOnlySet<int>> FindMetAsync(int customerId);
}
