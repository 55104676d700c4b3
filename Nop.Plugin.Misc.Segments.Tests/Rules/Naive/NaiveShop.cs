using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

/// <summary>A whole shop as plain lists, at one moment: what a definition is judged by without any database.</summary>
internal sealed class NaiveShop
{
    public required DateTime Now { get; init; }
    public required TimeZoneInfo TimeZone { get; init; }
    public required List<int> OrderStatusIds { get; init; }
    public required List<int> PaymentStatusIds { get; init; }
    public required ShopBasics Basics { get; init; }

    public List<Category> Categories { get; init; } = [];
    public List<Product> Products { get; init; } = [];
    public List<ProductCategory> ProductCategories { get; init; } = [];
    public List<ProductManufacturer> ProductManufacturers { get; init; } = [];
    public List<ProductProductTagMapping> ProductTags { get; init; } = [];
    public List<Customer> Customers { get; init; } = [];
    public List<CustomerCustomerRoleMapping> CustomerRoles { get; init; } = [];
    public List<CustomerPassword> Passwords { get; init; } = [];
    public List<GenericAttribute> GenericAttributes { get; init; } = [];
    public List<Order> Orders { get; init; } = [];
    public List<OrderItem> OrderItems { get; init; } = [];
    public List<DiscountUsageHistory> DiscountUses { get; init; } = [];
    public List<NewsLetterSubscription> Subscriptions { get; init; } = [];
    public List<ProductReview> Reviews { get; init; } = [];
    public List<ReturnRequest> Returns { get; init; } = [];
    public List<ShoppingCartItem> CartItems { get; init; } = [];
    public List<RewardPointsHistory> RewardPoints { get; init; } = [];
    public List<BackInStockSubscription> BackInStock { get; init; } = [];

    /// <summary>Who stands on the imported lists.</summary>
    public List<CustomerListEntry> ListEntries { get; init; } = [];

    /// <summary>Who is in the stored segments.</summary>
    public List<SegmentMember> SegmentMembers { get; init; } = [];

    /// <summary>The local day of a moment.</summary>
    public DateOnly LocalDay(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), TimeZone));
}
