using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Primitives;
using Moq;
using Nop.Core;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Services.Messages;
using Nop.Services.Plugins;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences;

/// <summary>A shop with the plugin's tables, in which tests say who is a member of what.</summary>
internal sealed class AudienceShop : IAsyncDisposable
{
    public static readonly DateTime Day = new(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc);

    private readonly HttpContextAccessor _httpContextAccessor = new();
    private TestDatabase _database = null!;
    private int _addressId;

    public SegmentsSettings Settings { get; } = new()
    {
        OrderStatusIds = [(int)OrderStatus.Pending, (int)OrderStatus.Processing, (int)OrderStatus.Complete],
        PaymentStatusIds = [(int)PaymentStatus.Paid, (int)PaymentStatus.PartiallyRefunded]
    };

    public Mock<INotificationService> Notifications { get; } = new();

    public bool Installed { get; set; } = true;

    /// <param name="kind">The kind of database.</param>
    /// <param name="clock">The shop's clock, if not the true one.</param>
    /// <param name="configure">Services that take the place of the shop's own.</param>
    public static async Task<AudienceShop> CreateAsync(string kind = TestDatabase.Sqlite, TimeProvider? clock = null, Action<IServiceCollection>? configure = null)
    {
        var shop = new AudienceShop();
        shop._database = await TestDatabase.CreateAsync(kind, clock, [typeof(SegmentsPlugin).Assembly], services =>
        {
            shop.AddServices(services);
            configure?.Invoke(services);
        });
        return shop;
    }

    /// <summary>Does something as one request would, with services of its own and the posted form, if any.</summary>
    public async Task<T> InRequestAsync<TService, T>(Func<TService, Task<T>> work, Dictionary<string, StringValues>? form = null) where TService : notnull
    {
        await using var scope = _database.Shop.CreateScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        if (form is not null)
        {
            context.Request.Method = HttpMethods.Post;
            context.Request.ContentType = "application/x-www-form-urlencoded";
            context.Request.Form = new FormCollection(form);
        }

        _httpContextAccessor.HttpContext = context;
        try
        {
            return await work(scope.ServiceProvider.GetRequiredService<TService>());
        }
        finally
        {
            _httpContextAccessor.HttpContext = null;
        }
    }

    /// <summary>Does something as one request would, with services of its own and the posted form, if any.</summary>
    public Task InRequestAsync<TService>(Func<TService, Task> work, Dictionary<string, StringValues>? form = null) where TService : notnull =>
        InRequestAsync<TService, bool>(async service =>
        {
            await work(service);
            return true;
        }, form);

    public List<T> Rows<T>() where T : BaseEntity
    {
        using var scope = _database.Shop.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<IRepository<T>>().Table];
    }

    public async Task<T> AddAsync<T>(T entity) where T : BaseEntity
    {
        await InRequestAsync<IRepository<T>>(repository => repository.InsertAsync(entity, false));
        return entity;
    }

    public Task AddAllAsync<T>(IList<T> entities) where T : BaseEntity =>
        InRequestAsync<IRepository<T>>(repository => repository.InsertAsync(entities, false));

    public Task ChangeAsync<T>(T entity) where T : BaseEntity => InRequestAsync<IRepository<T>>(repository => repository.UpdateAsync(entity, false));

    public Task<Customer> AddCustomerAsync(string? email, Action<Customer>? change = null)
    {
        var customer = new Customer { Active = true, Email = email, CreatedOnUtc = Day, LastActivityDateUtc = Day };
        change?.Invoke(customer);
        return AddAsync(customer);
    }

    /// <summary>Adds a customer with an account.</summary>
    public async Task<Customer> AddRegisteredAsync(string email)
    {
        var role = Rows<CustomerRole>().FirstOrDefault(role => role.SystemName == NopCustomerDefaults.RegisteredRoleName)
            ?? await AddAsync(new CustomerRole { Name = "Registered", SystemName = NopCustomerDefaults.RegisteredRoleName, Active = true });
        var customer = await AddCustomerAsync(email);
        await AddAsync(new CustomerCustomerRoleMapping { CustomerId = customer.Id, CustomerRoleId = role.Id });
        return customer;
    }

    public async Task<Segment> AddSegmentAsync(string name, params Customer[] members)
    {
        var segment = await AddAsync(new Segment
        {
            Name = name,
            Active = true,
            Definition = "{}",
            State = SegmentState.Ready,
            MemberCount = members.Length,
            RefreshedOnUtc = Day,
            CreatedOnUtc = Day,
            UpdatedOnUtc = Day
        });
        foreach (var member in members)
            await AddAsync(new SegmentMember { SegmentId = segment.Id, CustomerId = member.Id, EnteredOnUtc = Day });
        return segment;
    }

    public Task<NewsLetterSubscription> SubscribeAsync(string email, int typeId = 1, int storeId = 1, bool active = true) =>
        AddAsync(new NewsLetterSubscription { Email = email, TypeId = typeId, StoreId = storeId, Active = active, CreatedOnUtc = Day });

    public async Task<DiscountRequirement> AddRequirementAsync(string discountName)
    {
        var discount = await AddAsync(new Discount { Name = discountName, IsActive = true });
        return await AddAsync(new DiscountRequirement { DiscountId = discount.Id, DiscountRequirementRuleSystemName = SegmentsDefaults.SystemName });
    }

    public Task<Campaign> AddCampaignAsync(string name) =>
        AddAsync(new Campaign { Name = name, Subject = name, Body = name, CreatedOnUtc = Day });

    /// <summary>An order that counts, not stored yet.</summary>
    public async Task<Order> NewOrderAsync(int customerId, decimal total, string? billingEmail = null)
    {
        if (_addressId == 0 || billingEmail is not null)
            _addressId = (await AddAsync(new Address { Email = billingEmail, CreatedOnUtc = Day })).Id;

        return new Order
        {
            OrderGuid = Guid.NewGuid(),
            CustomerId = customerId,
            BillingAddressId = _addressId,
            CustomOrderNumber = string.Empty,
            OrderStatus = OrderStatus.Complete,
            PaymentStatus = PaymentStatus.Paid,
            OrderTotal = total,
            CreatedOnUtc = Day
        };
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private void AddServices(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<IHttpContextAccessor>(_httpContextAccessor));
        services.AddSingleton(Settings);
        services.AddSingleton(Notifications.Object);

        var plugins = new Mock<IPluginManager<IPlugin>>();
        plugins.Setup(manager => manager.LoadPluginBySystemNameAsync(SegmentsDefaults.SystemName, null, 0))
            .ReturnsAsync(() => Installed ? Mock.Of<IPlugin>() : null!);
        services.AddSingleton(plugins.Object);
    }
}
