using Nop.Core.Domain.Messages;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>
/// Lists on the page of a template what the mails of triggers can name. The shop knows no tokens of templates that are not its own: it asks for those of
/// no group.
/// </summary>
public class TemplateTokensConsumer : IConsumer<AdditionalTokensAddedEvent>
{
    private static readonly string[] Tokens =
    [
        "%Store.Name%", "%Store.URL%", "%Store.Email%",
        "%Customer.Email%", "%Customer.FullName%", "%Customer.FirstName%", "%Customer.LastName%",
        "%Segment.Name%", "%Segment.EnteredOn%", "%Segment.LeftOn%",
        "%Coupon.Code%", "%Coupon.Value%", "%Coupon.ExpiresOn%"
    ];

    /// <inheritdoc />
    public Task HandleEventAsync(AdditionalTokensAddedEvent eventMessage)
    {
        ArgumentNullException.ThrowIfNull(eventMessage);
        if (eventMessage.TokenGroups?.Any() != true)
            eventMessage.AddTokens(Tokens);
        return Task.CompletedTask;
    }
}
