using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Configuration;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Gdpr;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Infrastructure.Consumers;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Tests.Rules.Queries;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Tests.Infrastructure.Events;

/// <summary>What marking asks of the database, within the shop's own requests: nothing, unless an active segment reads what changed.</summary>
public sealed class MarkCostTests
{
    private static readonly Customer Customer = new() { Id = 1, Email = "a@example.com" };

    private static readonly Order Order = new() { Id = 1, CustomerId = 1 };

    /// <summary>Events that are more than a row.</summary>
    private static readonly object[] Special =
    [
        new OrderPlacedEvent(Order), new OrderStatusChangedEvent(Order, OrderStatus.Pending), new OrderAuthorizedEvent(Order), new OrderPaidEvent(Order),
        new OrderRefundedEvent(Order, 1), new OrderVoidedEvent(Order), new ClearShoppingCartEvent([new ShoppingCartItem { CustomerId = 1 }]),
        new CustomerRegisteredEvent(Customer), new CustomerActivatedEvent(Customer), new CustomerLoggedinEvent(Customer),
        new CustomerChangeWorkingLanguageEvent(Customer), new CustomerPasswordChangedEvent(new CustomerPassword { CustomerId = 1 }),
        new EmailSubscribedEvent(new NewsLetterSubscription { Email = "a@example.com" }), new EmailUnsubscribedEvent(new NewsLetterSubscription { Email = "a@example.com" }),
        new ProductReviewApprovedEvent(new ProductReview { CustomerId = 1 })
    ];

    private CommandRecorder _recorder = null!;
    private EventShop _shop = null!;

    [SetUp]
    public async Task Open()
    {
        _recorder = new CommandRecorder();
        _shop = await EventShop.CreateAsync();
    }

    [TearDown]
    public async Task Close()
    {
        await _shop.DisposeAsync();
        _recorder.Dispose();
    }

    [Test]
    public async Task Without_an_active_segment_nothing_is_asked()
    {
        foreach (var sample in Samples().Where(sample => sample is not EntityDeletedEvent<Customer>))
            Assert.That(await CommandsAsync(sample), Is.Empty, EventPage.NameOf(sample.GetType()));
        Assert.That(_shop.Rows<DirtyCustomer>(), Is.Empty);
    }

    [Test]
    public async Task Nothing_is_asked_about_what_no_active_segment_reads()
    {
        await _shop.AddSegmentAsync(EventRules.Field("customer.firstName", "is", "Ann"));
        var asked = new ConcurrentBag<string>();
        foreach (var sample in Samples())
            if ((await CommandsAsync(sample)).Count > 0)
                asked.Add(EventPage.NameOf(sample.GetType()));

        // Accounts and roles are what every segment reads.
        Assert.That(asked, Is.EquivalentTo(new[]
        {
            "EntityInserted<Customer>", "EntityUpdated<Customer>", "EntityDeleted<Customer>", "CustomerRegisteredEvent", "CustomerActivatedEvent",
            "CustomerLoggedinEvent", "CustomerChangeWorkingLanguageEvent", "CustomerPasswordChangedEvent", "EntityInserted<CustomerPassword>",
            "EntityUpdated<CustomerPassword>", "EntityDeleted<CustomerPassword>", "EntityInserted<CustomerCustomerRoleMapping>",
            "EntityDeleted<CustomerCustomerRoleMapping>", "EntityUpdated<CustomerRole>", "EntityDeleted<CustomerRole>", "EntityDeleted<Affiliate>",
            "EntityDeleted<Country>", "EntityDeleted<Currency>", "EntityDeleted<CustomerAttribute>", "EntityDeleted<CustomerAttributeValue>",
            "EntityDeleted<Language>", "EntityDeleted<StateProvince>", "EntityDeleted<Store>", "EntityDeleted<Vendor>", "EntityUpdated<CustomerAttribute>"
        }));
    }

    [Test]
    public async Task A_mark_is_one_row_and_a_request_makes_it_once()
    {
        await _shop.AddSegmentAsync(EventRules.Orders("count", 1));
        Assert.That(await CommandsAsync(new OrderPlacedEvent(Order)), Has.Count.EqualTo(1));
        Assert.That(await CommandsAsync(new EntityDeletedEvent<Country>(new())), Has.Count.EqualTo(1));

        await _shop.InRequestAsync(async _ =>
        {
            Assert.That(await CommandsAsync(new OrderPlacedEvent(Order)), Has.Count.EqualTo(1));
            Assert.That(await CommandsAsync(new OrderPaidEvent(Order)), Is.Empty);
            Assert.That(await CommandsAsync(new EntityUpdatedEvent<Order>(Order)), Is.Empty);
        });
    }

    private async Task<IReadOnlyList<RecordedCommand>> CommandsAsync(object what)
    {
        await _shop.Services.GetRequiredService<ActiveSegments>().GetFactsAsync();
        var publish = typeof(IEventPublisher).GetMethod(nameof(IEventPublisher.PublishAsync))!.MakeGenericMethod(what.GetType());
        return await _recorder.RecordAsync(() => (Task)publish.Invoke(_shop.Services.GetRequiredService<IEventPublisher>(), [what])!);
    }

    /// <summary>One of each event that makes a mark.</summary>
    private static List<object> Samples()
    {
        var heard = typeof(CustomerConsumer).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(CustomerConsumer).Namespace && type != typeof(AppStartedConsumer))
            .SelectMany(type => type.GetInterfaces()).Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsumer<>))
            .Select(type => type.GetGenericArguments()[0]).Where(type => type != typeof(CustomerPermanentlyDeleted)).Distinct().ToList();
        var samples = heard.Where(type => type.IsGenericType).Select(type => Activator.CreateInstance(type, EntityOf(type.GetGenericArguments()[0]))!).Concat(Special).ToList();
        Assert.That(samples.Select(sample => sample.GetType()), Is.EquivalentTo(heard));
        return samples;
    }

    private static object EntityOf(Type type)
    {
        var entity = (BaseEntity)Activator.CreateInstance(type)!;
        entity.Id = 1;
        type.GetProperty("CustomerId", BindingFlags.Public | BindingFlags.Instance)?.SetValue(entity, 1);
        switch (entity)
        {
            case Customer customer:
                customer.Email = "a@example.com";
                break;
            case NewsLetterSubscription subscription:
                subscription.Email = "a@example.com";
                break;
            case GenericAttribute attribute:
                (attribute.KeyGroup, attribute.EntityId) = (nameof(Nop.Core.Domain.Customers.Customer), 1);
                break;
            case Setting setting:
                setting.Name = "SegmentsSettings.OrderStatusIds";
                break;
        }

        return entity;
    }
}
