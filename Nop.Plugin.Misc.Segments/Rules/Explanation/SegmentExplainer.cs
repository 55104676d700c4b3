namespace Nop.Plugin.Misc.Segments.Rules.Explanation;

/// <inheritdoc />
public sealed class SegmentExplainer(CustomerInquiries inquiries) : ISegmentExplainer
{
    /// <inheritdoc />
    public async Task<SegmentExplanation> ExplainAsync(SegmentDefinition definition, bool includeGuests, int customerId)
    {
        var inquiry = await inquiries.BeginAsync(definition, includeGuests, customerId);
        return new SegmentExplanation(await inquiry.FindStandingAsync(), await inquiry.AskAsync(definition.Rules, withActual: true));
    }
}
