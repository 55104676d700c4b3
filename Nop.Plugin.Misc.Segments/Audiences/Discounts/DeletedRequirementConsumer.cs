using System.Transactions;
using Nop.Core.Domain.Discounts;
using Nop.Core.Events;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Audiences.Discounts;

/// <summary>Forgets what a discount requirement asked for when it goes.</summary>
public sealed class DeletedRequirementConsumer(RequirementChoices choices) : IConsumer<EntityDeletedEvent<DiscountRequirement>>
{
    /// <inheritdoc />
    public async Task HandleEventAsync(EntityDeletedEvent<DiscountRequirement> eventMessage)
    {
        if (eventMessage.Entity.DiscountRequirementRuleSystemName != SegmentsDefaults.SystemName)
            return;

        // With a whole discount the requirements go in bulk, and the event comes inside a transaction that is complete already.
        using var scope = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        await choices.DeleteAsync(eventMessage.Entity.Id);
        scope.Complete();
    }
}
