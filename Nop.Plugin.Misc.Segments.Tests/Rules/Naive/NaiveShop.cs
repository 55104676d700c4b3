using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Stores;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

/// <summary>A whole shop as plain lists, at one moment: what a definition is judged by without any database.</summary>
internal sealed class NaiveShop
{
    public required DateTime Now { get; init; }
    public required TimeZoneInfo TimeZone { get; init; }
    public required List<int> OrderStatusIds { get; init; }
    public required List<int> PaymentStatusIds { get; init; }

    public required List<CustomerRole> Roles { get; init; }
    public required List<Country> Countries { get; init; }
    public required List<Store> Stores { get; init; }

    public List<Category> Categories { get; init; } = [];
    public List<Product> Products { get; init; } = [];
    public List<ProductCategory> ProductCategories { get; init; } = [];
    public List<Customer> Customers { get; init; } = [];
    public List<CustomerCustomerRoleMapping> CustomerRoles { get; init; } = [];
    public List<Order> Orders { get; init; } = [];
    public List<OrderItem> OrderItems { get; init; } = [];
    public List<NewsLetterSubscription> Subscriptions { get; init; } = [];

    /// <summary>The local day of a moment.</summary>
    public DateOnly LocalDay(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), TimeZone));
}
