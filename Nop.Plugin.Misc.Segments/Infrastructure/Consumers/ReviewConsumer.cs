using Nop.Core.Domain.Catalog;
using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>Marks the customer who wrote a product review that changed or was approved.</summary>
public class ReviewConsumer(DirtyCustomerMarker marker) :
    IConsumer<EntityInsertedEvent<ProductReview>>,
    IConsumer<EntityUpdatedEvent<ProductReview>>,
    IConsumer<EntityDeletedEvent<ProductReview>>,
    IConsumer<ProductReviewApprovedEvent>
{
    /// <inheritdoc />
    public Task HandleEventAsync(EntityInsertedEvent<ProductReview> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<ProductReview> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<ProductReview> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(ProductReviewApprovedEvent eventMessage) => MarkAsync(eventMessage.ProductReview);

    private Task MarkAsync(ProductReview review) => marker.MarkAsync(review.CustomerId, RuleSources.Reviews);
}
