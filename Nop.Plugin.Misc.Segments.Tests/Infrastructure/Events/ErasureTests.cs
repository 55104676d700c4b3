using System.Linq.Expressions;
using System.Transactions;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nop.Core.Domain.Gdpr;
using Nop.Core.Events;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Shop.Services.Customers;

namespace Nop.Plugin.Misc.Segments.Tests.Infrastructure.Events;

/// <summary>What is left of a customer who is deleted for good: nothing.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
public sealed class ErasureTests(string kind)
{
    [Test]
    public async Task Nothing_is_left_of_a_customer_who_is_deleted_for_good()
    {
        await using var shop = await EventShop.CreateAsync(kind);
        var scene = new EventScene(shop);
        await scene.PrepareAsync();
        await scene.PlaceAsync();
        var segment = await shop.AddSegmentAsync(EventRules.Field("customer.registeredOn", "isNotEmpty"));
        await shop.InsertAsync(new SetAsideCustomer { SegmentId = segment.Id, CustomerId = scene.Customer.Id, Error = "broken", FailedOnUtc = scene.Now });
        Assert.That(shop.MembersOf(segment), Is.EquivalentTo(new[] { scene.Customer.Id, scene.Other.Id }));
        await shop.AskAsync<DirtyCustomerMarker>(marker => marker.MarkAsync(scene.Other.Id, RuleSources.Profile));

        var list = new CustomerList { Name = "Fair", CreatedOnUtc = scene.Now };
        await shop.InsertAsync(list);
        await shop.InsertAsync(new CustomerListEntry { ListId = list.Id, Email = scene.Customer.Email.ToLowerInvariant() });
        await shop.InsertAsync(new CustomerListEntry { ListId = list.Id, Email = "other@example.com" });

        await shop.InRequestAsync(services => services.GetRequiredService<CustomerErasure>().EraseAsync(scene.Customer));

        AssertForgotten();
        Assert.That(shop.Rows<DirtyCustomer>().Select(row => row.CustomerId), Is.EqualTo(new[] { scene.Other.Id }));
        await shop.DrainAsync();
        await shop.RunTaskAsync();
        AssertForgotten();
        Assert.That(shop.MembersOf(segment), Is.EqualTo(new[] { scene.Other.Id }));
        Assert.That(shop.Rows<Segment>().Single().MemberCount, Is.EqualTo(1));
        Assert.That(shop.Errors(), Is.Empty);

        void AssertForgotten()
        {
            Assert.That(shop.Rows<SegmentMember>().Select(row => row.CustomerId), Has.None.EqualTo(scene.Customer.Id));
            Assert.That(shop.Rows<SegmentMembershipChange>().Select(row => row.CustomerId), Is.EqualTo(new[] { scene.Other.Id }));
            Assert.That(shop.Rows<CustomerListEntry>().Select(entry => entry.Email), Is.EqualTo(new[] { "other@example.com" }));
            Assert.That(shop.Rows<SetAsideCustomer>(), Is.Empty);
            Assert.That(shop.Rows<DirtyCustomer>().Select(row => row.CustomerId), Has.None.EqualTo(scene.Customer.Id));
        }
    }

    [Test]
    public async Task It_works_within_a_complete_transaction()
    {
        await using var shop = await EventShop.CreateAsync(kind);
        var scene = new EventScene(shop);
        await scene.PrepareAsync();
        var segment = await shop.AddSegmentAsync(EventRules.Field("customer.registeredOn", "isNotEmpty"));
        scene.Customer.Deleted = true;
        await shop.UpdateAsync(scene.Customer, publishEvent: false);

        using (var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            scope.Complete();
            await shop.Services.GetRequiredService<IEventPublisher>().PublishAsync(new CustomerPermanentlyDeleted(scene.Customer.Id, "a@example.com"));
        }

        Assert.That(shop.MembersOf(segment), Is.EqualTo(new[] { scene.Other.Id }));
        Assert.That(shop.Rows<SegmentMembershipChange>().Select(row => row.CustomerId), Is.EqualTo(new[] { scene.Other.Id }));
    }

    [Test]
    public async Task A_failure_is_logged_and_the_customer_leaves_all_the_same()
    {
        var broken = new Mock<IRepository<SegmentMembershipChange>>();
        broken.Setup(rows => rows.DeleteAsync(It.IsAny<Expression<Func<SegmentMembershipChange, bool>>>())).ThrowsAsync(new InvalidOperationException("The disk is full."));
        await using var shop = await EventShop.CreateAsync(kind, services => services.AddSingleton(broken.Object));
        var scene = new EventScene(shop);
        await scene.PrepareAsync();
        var segment = await shop.AddSegmentAsync(EventRules.Field("customer.registeredOn", "isNotEmpty"));

        await shop.AskAsync<CustomerErasure>(erasure => erasure.EraseAsync(scene.Customer));

        Assert.That(shop.Errors().Single(), Does.Contain("could not be erased").And.Contain("The disk is full."));
        Assert.That(shop.Rows<DirtyCustomer>().Select(row => row.CustomerId), Has.Some.EqualTo(scene.Customer.Id));
        await shop.DrainAsync();
        Assert.That(shop.MembersOf(segment), Is.EqualTo(new[] { scene.Other.Id }));
    }
}
