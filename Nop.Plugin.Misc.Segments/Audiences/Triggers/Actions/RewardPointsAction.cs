using System.Globalization;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Services.Localization;
using Nop.Services.Orders;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers.Actions;

/// <summary>Gives reward points in the store where the customer registered.</summary>
public class RewardPointsAction(IRewardPointService rewardPointService, ILocalizationService localizationService, TriggerRecipients recipients) : ITriggerAction
{
    /// <inheritdoc />
    public TriggerAction Action => TriggerAction.RewardPoints;

    /// <inheritdoc />
    public async Task<TriggerResult> DoAsync(TriggerContext context)
    {
        var (trigger, customer) = (context.Trigger, context.Customer);
        var message = string.Format(CultureInfo.InvariantCulture,
            await localizationService.GetResourceAsync($"{SegmentsDefaults.ResourcePrefix}.Trigger.PointsMessage"), context.Segment.Name);
        var store = await recipients.FindStoreAsync(customer);
        var entryId = await rewardPointService.AddRewardPointsHistoryEntryAsync(customer, trigger.Points, store.Id, message, endDate: context.ValidUntilUtc);
        return new TriggerResult(FiringOutcome.PointsGiven, entryId);
    }
}
