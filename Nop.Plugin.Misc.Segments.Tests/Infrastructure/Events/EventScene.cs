using Microsoft.Extensions.DependencyInjection;
using Nop.Core;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Services.Customers;
using Nop.Services.Discounts;
using Nop.Services.Messages;
using Shop.Services.Catalog;
using Shop.Services.Orders;

namespace Nop.Plugin.Misc.Segments.Tests.Infrastructure.Events;

/// <summary>Two customers and a product of one test, and the short ways to what customers and merchants do.</summary>
internal sealed class EventScene(EventShop shop)
{
    public const int StoreId = 1;

    private static int _number;

    private readonly string _name = $"scene{Interlocked.Increment(ref _number)}";

    public EventShop Shop => shop;

    public Customer Customer { get; private set; } = null!;

    public Customer Other { get; private set; } = null!;

    public Product Product { get; private set; } = null!;

    /// <summary>What the test makes first and needs later.</summary>
    public Dictionary<string, BaseEntity> Kept { get; } = [];

    public DateTime Now => shop.Clock.Now.UtcDateTime;

    public async Task PrepareAsync()
    {
        Customer = await AddCustomerAsync("a");
        Other = await AddCustomerAsync("b");
        Product = new Product { Name = "Bike", Price = 10, Published = true, CreatedOnUtc = Now, UpdatedOnUtc = Now };
        await shop.InsertAsync(Product);
    }

    public T Get<T>(string name) where T : BaseEntity => (T)Kept[name];

    /// <summary>The id of something that was kept.</summary>
    public int IdOf(string name) => Kept[name].Id;

    /// <summary>Stores a row and keeps it under a name.</summary>
    public async Task KeepAsync<T>(string name, T row) where T : BaseEntity
    {
        await shop.InsertAsync(row);
        Kept[name] = row;
    }

    public string EmailOf(string who) => $"{who}@{_name}.example.com";

    public Task<Customer> AddCustomerAsync(string who) => AddAsync(NopCustomerDefaults.RegisteredRoleName, EmailOf(who));

    public Task<Customer> AddGuestAsync() => AddAsync(NopCustomerDefaults.GuestsRoleName, null);

    private async Task<Customer> AddAsync(string role, string? email)
    {
        var customer = new Customer
        {
            CustomerGuid = Guid.NewGuid(),
            Email = email,
            Username = email,
            FirstName = "Ann",
            LastName = "Lee",
            Active = true,
            CreatedOnUtc = Now,
            LastActivityDateUtc = Now
        };
        await shop.AskAsync<ICustomerService>(async customers =>
        {
            await customers.InsertCustomerAsync(customer);
            await GiveRoleAsync(customers, customer, role);
        });
        return customer;
    }

    public static async Task GiveRoleAsync(ICustomerService customers, Customer customer, string systemName)
    {
        var role = await customers.GetCustomerRoleBySystemNameAsync(systemName);
        await customers.AddCustomerRoleMappingAsync(new CustomerCustomerRoleMapping { CustomerId = customer.Id, CustomerRoleId = role.Id });
    }

    /// <summary>Changes the customer's account, as the shop's pages do.</summary>
    public Task ChangeCustomerAsync(Action<Customer> change)
    {
        change(Customer);
        return shop.AskAsync<ICustomerService>(customers => customers.UpdateCustomerAsync(Customer));
    }

    public Task AddToCartAsync(int quantity = 1, ShoppingCartType type = ShoppingCartType.ShoppingCart) =>
        shop.AskAsync<ShoppingCart>(carts => carts.AddAsync(Customer, Product.Id, quantity, StoreId, type));

    public Task PlaceCartAsync() => ProcessAsync(async processing => Kept["order"] = (await processing.PlaceFromCartAsync(Customer, StoreId, true))!);

    public Task PlaceAsync(bool paid = true, int quantity = 2) => ProcessAsync(async processing =>
        Kept["order"] = await processing.PlaceAsync(Customer, StoreId, [new OrderLine(Product.Id, quantity, Product.Price)], paid));

    public Task ProcessAsync(Func<OrderProcessing, Task> work) => shop.AskAsync(work);

    /// <summary>The order that was placed.</summary>
    public Order Order => Get<Order>("order");

    public OrderItem Line => shop.Rows<OrderItem>().First(line => line.OrderId == Order.Id);

    /// <summary>Has a discount on the whole cart and uses it for an order.</summary>
    public async Task UseDiscountAsync()
    {
        await AddDiscountAsync();
        await AddToCartAsync();
        await PlaceCartAsync();
    }

    public async Task AddDiscountAsync()
    {
        var discount = new Discount { Name = "Spring", IsActive = true, DiscountType = DiscountType.AssignedToOrderTotal, DiscountAmount = 1 };
        await shop.AskAsync<IDiscountService>(discounts => discounts.InsertDiscountAsync(discount));
        Kept["discount"] = discount;
    }

    public Task SubscribeAsync(string email, string name = "subscription", int? typeId = null)
    {
        var subscription = new NewsLetterSubscription
        {
            NewsLetterSubscriptionGuid = Guid.NewGuid(),
            Email = email,
            Active = true,
            StoreId = StoreId,
            TypeId = typeId ?? shop.Rows<NewsLetterSubscriptionType>().First().Id,
            LanguageId = 1,
            CreatedOnUtc = Now
        };
        Kept[name] = subscription;
        return shop.AskAsync<INewsLetterSubscriptionService>(service => service.InsertNewsLetterSubscriptionAsync(subscription));
    }

    public Task ChangeSubscriptionAsync(Action<NewsLetterSubscription> change, bool publishSubscriptionEvents = true)
    {
        change(Get<NewsLetterSubscription>("subscription"));
        return shop.AskAsync<INewsLetterSubscriptionService>(service =>
            service.UpdateNewsLetterSubscriptionAsync(Get<NewsLetterSubscription>("subscription"), publishSubscriptionEvents));
    }

    public Task ReviewAsync(bool approved, string name = "review")
    {
        var review = new ProductReview { CustomerId = Customer.Id, ProductId = Product.Id, StoreId = StoreId, Rating = 4, IsApproved = approved, CreatedOnUtc = Now };
        Kept[name] = review;
        return shop.AskAsync<ProductReviews>(reviews => reviews.AddAsync(review));
    }

    public Task AddCategoryAsync(string name, int parentId = 0) => KeepAsync(name,
        new Category { Name = $"{_name} {name}", ParentCategoryId = parentId, Published = true, CreatedOnUtc = Now, UpdatedOnUtc = Now });

    public Task FileAsync(string category) =>
        shop.AskAsync<ProductFiling>(async filing => Kept["filing"] = await filing.AddAsync(Product.Id, IdOf(category)));

    /// <summary>Does something as a visitor who is known to the shop as this customer.</summary>
    public Task VisitAsync(Customer visitor, Func<IServiceProvider, Task> work) => shop.InRequestAsync(async services =>
    {
        await services.GetRequiredService<IWorkContext>().SetCurrentCustomerAsync(visitor);
        await work(services);
    });
}
