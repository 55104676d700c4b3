using Nop.Core.Domain.Configuration;
using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>Marks all customers when a merchant changes which orders count, or the time zone in which days are counted.</summary>
public class SettingConsumer(DirtyCustomerMarker marker) :
    IConsumer<EntityInsertedEvent<Setting>>,
    IConsumer<EntityUpdatedEvent<Setting>>,
    IConsumer<EntityDeletedEvent<Setting>>
{
    private const string TimeZoneSetting = "DateTimeSettings.DefaultStoreTimeZoneId";

    /// <summary>The settings that say which orders count.</summary>
    private static readonly HashSet<string> OrderSettings = new(StringComparer.OrdinalIgnoreCase)
    {
        $"{nameof(SegmentsSettings)}.{nameof(SegmentsSettings.OrderStatusIds)}",
        $"{nameof(SegmentsSettings)}.{nameof(SegmentsSettings.PaymentStatusIds)}"
    };

    /// <inheritdoc />
    public Task HandleEventAsync(EntityInsertedEvent<Setting> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<Setting> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<Setting> eventMessage) => MarkAsync(eventMessage.Entity);

    private async Task MarkAsync(Setting setting)
    {
        if (setting.Name is not { } name)
            return;

        if (OrderSettings.Contains(name))
            await marker.MarkEveryoneAsync(RuleSources.Orders);
        else if (name.Equals(TimeZoneSetting, StringComparison.OrdinalIgnoreCase))
            await marker.MarkEveryoneAsync(RuleSources.Profile);
    }
}
