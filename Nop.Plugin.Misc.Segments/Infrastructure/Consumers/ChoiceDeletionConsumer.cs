using Nop.Core.Domain.Affiliates;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Vendors;
using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>Marks all customers when something is deleted that rules can name: the segment may need a merchant's attention.</summary>
public class ChoiceDeletionConsumer(DirtyCustomerMarker marker) :
    IConsumer<EntityDeletedEvent<Affiliate>>,
    IConsumer<EntityDeletedEvent<Currency>>,
    IConsumer<EntityDeletedEvent<CustomerAttribute>>,
    IConsumer<EntityDeletedEvent<CustomerAttributeValue>>,
    IConsumer<EntityDeletedEvent<Language>>,
    IConsumer<EntityDeletedEvent<Manufacturer>>,
    IConsumer<EntityDeletedEvent<ProductTag>>,
    IConsumer<EntityDeletedEvent<StateProvince>>,
    IConsumer<EntityDeletedEvent<Vendor>>
{
    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<Affiliate> eventMessage) => MarkAsync(RuleSources.Profile | RuleSources.Orders);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<Currency> eventMessage) => MarkAsync(RuleSources.Profile);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<CustomerAttribute> eventMessage) => MarkAsync(RuleSources.Profile);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<CustomerAttributeValue> eventMessage) => MarkAsync(RuleSources.Profile);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<Language> eventMessage) => MarkAsync(RuleSources.Profile | RuleSources.Orders);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<Manufacturer> eventMessage) => MarkAsync(RuleSources.Catalog);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<ProductTag> eventMessage) => MarkAsync(RuleSources.Catalog);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<StateProvince> eventMessage) => MarkAsync(RuleSources.Profile);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<Vendor> eventMessage) => MarkAsync(RuleSources.Profile | RuleSources.Catalog);

    private Task MarkAsync(RuleSources sources) => marker.MarkEveryoneAsync(sources);
}
