using System.Transactions;
using Nop.Core.Domain.Messages;
using Nop.Core.Events;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>Stores the segments chosen on the campaign page when the page's campaign is stored, and forgets them with it.</summary>
public sealed class CampaignConsumer(CampaignChoices choices, CampaignForm form, CampaignSendings sendings) :
    IConsumer<EntityInsertedEvent<Campaign>>,
    IConsumer<EntityUpdatedEvent<Campaign>>,
    IConsumer<EntityDeletedEvent<Campaign>>
{
    /// <inheritdoc />
    public Task HandleEventAsync(EntityInsertedEvent<Campaign> eventMessage) => SaveAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<Campaign> eventMessage) => SaveAsync(eventMessage.Entity);

    /// <inheritdoc />
    public async Task HandleEventAsync(EntityDeletedEvent<Campaign> eventMessage)
    {
        using var scope = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        await choices.DeleteAsync(eventMessage.Entity.Id);
        await sendings.DeleteAsync(eventMessage.Entity.Id);
        scope.Complete();
    }

    private async Task SaveAsync(Campaign campaign)
    {
        // Whoever else stores a campaign, such as an import, leaves the choice as it is.
        if (await form.GetAudienceAsync() is not { } audience)
            return;

        using var scope = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        await choices.SaveAsync(campaign.Id, audience);
        scope.Complete();
    }
}
