using Nop.Core.Domain.Discounts;
using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Audiences.Discounts;

/// <summary>Forgets what a discount requirement asked for when it goes.</summary>
public sealed class DeletedRequirementConsumer(RequirementChoices choices) : IConsumer<EntityDeletedEvent<DiscountRequirement>>
{
    /// <inheritdoc />
    public async Task HandleEventAsync(EntityDeletedEvent<DiscountRequirement> eventMessage)
    {
        // With a whole discount the requirements go in bulk, and the event comes inside a transaction that is complete already.
        if (eventMessage.Entity.DiscountRequirementRuleSystemName == SegmentsDefaults.SystemName)
            await OutsideTransaction.RunAsync(() => choices.DeleteAsync(eventMessage.Entity.Id));
    }
}
