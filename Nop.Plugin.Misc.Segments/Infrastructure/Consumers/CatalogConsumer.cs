using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Stores;
using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>
/// Marks all customers when products change category, manufacturer or tags, or when something is deleted that rules can name: past orders mean
/// something else then, or a segment needs a merchant's attention. Products themselves change with each sale, so that a change of one marks nobody;
/// rules that read its vendor or SKU are asked again each day.
/// </summary>
public class CatalogConsumer(DirtyCustomerMarker marker) :
    IConsumer<EntityInsertedEvent<ProductCategory>>,
    IConsumer<EntityUpdatedEvent<ProductCategory>>,
    IConsumer<EntityDeletedEvent<ProductCategory>>,
    IConsumer<EntityInsertedEvent<ProductManufacturer>>,
    IConsumer<EntityUpdatedEvent<ProductManufacturer>>,
    IConsumer<EntityDeletedEvent<ProductManufacturer>>,
    IConsumer<EntityInsertedEvent<ProductProductTagMapping>>,
    IConsumer<EntityDeletedEvent<ProductProductTagMapping>>,
    IConsumer<EntityUpdatedEvent<Category>>,
    IConsumer<EntityDeletedEvent<Category>>,
    IConsumer<EntityDeletedEvent<Product>>,
    IConsumer<EntityDeletedEvent<Store>>,
    IConsumer<EntityDeletedEvent<Country>>
{
    /// <inheritdoc />
    public Task HandleEventAsync(EntityInsertedEvent<ProductCategory> eventMessage) => MarkCatalogAsync();

    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<ProductCategory> eventMessage) => MarkCatalogAsync();

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<ProductCategory> eventMessage) => MarkCatalogAsync();

    /// <inheritdoc />
    public Task HandleEventAsync(EntityInsertedEvent<ProductManufacturer> eventMessage) => MarkCatalogAsync();

    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<ProductManufacturer> eventMessage) => MarkCatalogAsync();

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<ProductManufacturer> eventMessage) => MarkCatalogAsync();

    /// <inheritdoc />
    public Task HandleEventAsync(EntityInsertedEvent<ProductProductTagMapping> eventMessage) => MarkCatalogAsync();

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<ProductProductTagMapping> eventMessage) => MarkCatalogAsync();

    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<Category> eventMessage) => MarkCatalogAsync();

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<Category> eventMessage) => MarkCatalogAsync();

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<Product> eventMessage) =>
        marker.MarkEveryoneAsync(RuleSources.Catalog | RuleSources.Orders | RuleSources.Reviews);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<Store> eventMessage) =>
        marker.MarkEveryoneAsync(RuleSources.Profile | RuleSources.Orders | RuleSources.Newsletter);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<Country> eventMessage) => marker.MarkEveryoneAsync(RuleSources.Profile | RuleSources.Orders);

    private Task MarkCatalogAsync() => marker.MarkEveryoneAsync(RuleSources.Catalog);
}
