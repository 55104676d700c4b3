using Nop.Core.Domain.Catalog;
using Nop.Core.Events;
using Nop.Data;

namespace Shop.Services.Catalog;

/// <summary>What customers write about products.</summary>
public sealed class ProductReviews(IRepository<ProductReview> reviews, IEventPublisher events)
{
    /// <summary>Stores a new review; one that needs no approval is approved at once.</summary>
    public async Task AddAsync(ProductReview review)
    {
        await reviews.InsertAsync(review);
        if (review.IsApproved)
            await events.PublishAsync(new ProductReviewApprovedEvent(review));
    }

    /// <summary>Lets all see a review.</summary>
    public async Task ApproveAsync(ProductReview review)
    {
        review.IsApproved = true;
        await reviews.UpdateAsync(review);
        await events.PublishAsync(new ProductReviewApprovedEvent(review));
    }

    /// <summary>Deletes several at once.</summary>
    public Task DeleteAsync(IList<ProductReview> several)
    {
        return reviews.DeleteAsync(several);
    }
}
