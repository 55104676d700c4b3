using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Services.Customers;
using Shop.Services.Customers;

namespace Nop.Plugin.Misc.Segments.Tests.Infrastructure.Events;

/// <summary>Each row of the table of events: the thing is done in a shop, and then the members are those that a fresh look finds.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
public sealed class EventTests(string kind)
{
    internal const string CleanUp = "The shop's clean-up deletes guests who left nothing";

    private EventShop _shop = null!;

    internal static IEnumerable<EventCase> Cases => [.. OrderEventCases.All, .. CustomerEventCases.All, .. ShopEventCases.All];

    private static IEnumerable<TestCaseData> Tests => Cases.Select(one => new TestCaseData(one).SetArgDisplayNames(one.What));

    [OneTimeSetUp]
    public async Task Open() => _shop = await EventShop.CreateAsync(kind);

    [OneTimeTearDown]
    public async Task Close()
    {
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [TestCaseSource(nameof(Tests))]
    public async Task The_members_follow(object row)
    {
        var one = (EventCase)row;
        var scene = new EventScene(_shop);
        await scene.PrepareAsync();
        await one.Before(scene);
        await _shop.DrainAsync();
        var segment = await _shop.AddSegmentAsync(one.Rule(scene), one.IncludeGuests);
        Assert.That(StateOf(segment).State, Is.EqualTo(SegmentState.Ready), StateOf(segment).StateReason);
        var before = _shop.MembersOf(segment);
        try
        {
            _shop.Heard.Clear();
            await one.Act(scene);
            AssertHeard(one.What);
            await _shop.DrainAsync();
            await AssertHealedAsync(one.Healing, segment, before);
        }
        finally
        {
            await one.After(scene);
            await _shop.AskAsync<ISegmentService>(service => service.DeleteAsync(segment));
        }

        Assert.That(_shop.Errors(), Is.Empty);
        Assert.That(_shop.Rows<DirtyCustomer>().Where(entry => entry.DueOnUtc <= _shop.Clock.Now.UtcDateTime.AddMinutes(-5)), Is.Empty);
    }

    [Test]
    public async Task A_guest_whom_the_clean_up_deletes_is_no_member_and_counts_no_longer()
    {
        var scene = new EventScene(_shop);
        await scene.PrepareAsync();
        var guest = await scene.AddGuestAsync();
        await _shop.AskAsync<ICustomerService>(customers => EventScene.GiveRoleAsync(customers, guest, NopCustomerDefaults.RegisteredRoleName));
        var segment = await _shop.AddSegmentAsync(EventRules.Field("customer.registeredOn", "isNotEmpty"));
        var count = _shop.MembersOf(segment).Count;
        Assert.That(_shop.MembersOf(segment), Has.Member(guest.Id));

        _shop.Clock.Now += TimeSpan.FromDays(2);
        await _shop.AskAsync<IRepository<Customer>>(async customers =>
        {
            // All others were here just now.
            foreach (var customer in await customers.GetAllAsync(query => query.Where(row => row.Id != guest.Id)))
            {
                customer.LastActivityDateUtc = _shop.Clock.Now.UtcDateTime;
                await customers.UpdateAsync(customer, false);
            }
        });
        await using (var services = _shop.Services.CreateAsyncScope())
            await ActivatorUtilities.CreateInstance<DeleteGuestsTask>(services.ServiceProvider).ExecuteAsync();
        await _shop.DrainAsync();

        Assert.That(_shop.MembersOf(segment), Is.EqualTo(await _shop.EvaluateAsync(segment)).And.No.Member(guest.Id));
        await _shop.RunTaskAsync();
        Assert.That(StateOf(segment).MemberCount, Is.EqualTo(count - 1));
        await _shop.AskAsync<ISegmentService>(service => service.DeleteAsync(segment));
    }

    private void AssertHeard(string what)
    {
        Assert.That(EventPage.Rows.TryGetValue(what, out var events), Is.True, "has no row on the page");
        foreach (var anyOf in events!)
            Assert.That(_shop.Heard, Has.Some.AnyOf(anyOf.Cast<object>().ToArray()), "the page names an event that is not raised");
    }

    private async Task AssertHealedAsync(Healing healing, Segment segment, List<int> before)
    {
        if (healing == Healing.NeedsAttention)
        {
            Assert.That(StateOf(segment).State, Is.EqualTo(SegmentState.NeedsAttention));
            Assert.That(_shop.MembersOf(segment), Is.EqualTo(before));
            return;
        }

        if (healing != Healing.Event)
        {
            _shop.Clock.Now = healing switch
            {
                Healing.Hour => _shop.Clock.Now.AddMinutes(60),
                Healing.Midnight => _shop.Clock.Now.Date.AddDays(1).AddMinutes(1),
                _ => _shop.Clock.Now.AddDays(new SegmentsSettings().FullRefreshDays)
            };
            Assert.That(await _shop.EvaluateAsync(segment), Is.Not.EqualTo(_shop.MembersOf(segment)), "nothing is to be healed");
            await _shop.RunTaskAsync();
        }

        var fresh = await _shop.EvaluateAsync(segment);
        Assert.That(fresh, Is.Not.EqualTo(before), "nothing has changed");
        Assert.That(_shop.MembersOf(segment), Is.EqualTo(fresh));
    }

    private Segment StateOf(Segment segment) => _shop.Rows<Segment>().Single(row => row.Id == segment.Id);
}
