using Microsoft.AspNetCore.Http;
using Nop.Services.Discounts;

namespace Nop.Plugin.Misc.Segments.Audiences.Discounts;

/// <summary>
/// What one customer is told about every requirement in one request. A shop asks anew for each price, a thousand times for one page: the answers are made
/// once and kept with the request, where finding them costs some nanoseconds.
/// </summary>
public sealed class RequirementAnswers
{
    private static readonly object Key = new();

    private readonly int _customerId;
    private readonly IReadOnlySet<int> _met;
    private readonly Task<DiscountRequirementValidationResult> _yes;
    private readonly Task<DiscountRequirementValidationResult> _no;

    /// <summary>Answers for a customer.</summary>
    /// <param name="customerId">The customer; 0 for nobody.</param>
    /// <param name="met">The ids of the requirements that the customer meets.</param>
    /// <param name="reason">What the customer reads who does not meet one.</param>
    public RequirementAnswers(int customerId, IReadOnlySet<int> met, string reason)
    {
        _customerId = customerId;
        _met = met;
        _yes = Task.FromResult(new DiscountRequirementValidationResult { IsValid = true });
        _no = Task.FromResult(new DiscountRequirementValidationResult { IsValid = false, UserError = reason });
    }

    /// <summary>The answers that were found in this request for the customer who was asked about last; null when that was another.</summary>
    public static RequirementAnswers? Recall(HttpContext context, int customerId) =>
        context.Items.TryGetValue(Key, out var kept) && kept is RequirementAnswers answers && answers._customerId == customerId ? answers : null;

    /// <summary>Keeps the answers for the rest of the request.</summary>
    public void Remember(HttpContext context) => context.Items[Key] = this;

    /// <summary>The answer to one requirement.</summary>
    public Task<DiscountRequirementValidationResult> To(int requirementId) => _met.Contains(requirementId) ? _yes : _no;
}
