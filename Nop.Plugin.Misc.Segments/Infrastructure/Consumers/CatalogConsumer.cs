using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Stores;
using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>
/// Marks all customers when products change category, or when something is deleted that rules can name: past orders mean something else then,
/// or a segment needs a merchant's attention.
/// </summary>
public class CatalogConsumer(DirtyCustomerMarker marker) :
    IConsumer<EntityInsertedEvent<ProductCategory>>,
    IConsumer<EntityUpdatedEvent<ProductCategory>>,
    IConsumer<EntityDeletedEvent<ProductCategory>>,
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
    public Task HandleEventAsync(EntityUpdatedEvent<Category> eventMessage) => MarkCatalogAsync();

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<Category> eventMessage) => MarkCatalogAsync();

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<Product> eventMessage) => MarkCatalogAsync();

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<Store> eventMessage) => marker.MarkEveryoneAsync(RuleSources.Orders | RuleSources.Newsletter);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<Country> eventMessage) => marker.MarkEveryoneAsync(RuleSources.Profile);

    private Task MarkCatalogAsync() => marker.MarkEveryoneAsync(RuleSources.Catalog);
}
