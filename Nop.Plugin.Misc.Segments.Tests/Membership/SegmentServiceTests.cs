using Nop.Core;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Tests.Membership;

[TestFixture]
public class SegmentServiceTests
{
    private MembershipShop _shop = null!;
    private List<int> _customers = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await MembershipShop.CreateAsync();
        _customers = await _shop.AddCustomersAsync(3);
    }

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [Test]
    public async Task Only_active_segments_of_the_customer_are_found()
    {
        var vip = await FilledAsync("orders:vip");
        await FilledAsync("orders:paused", active: false);
        var other = await _shop.AddSegmentAsync("orders:other");

        await _shop.InScopeAsync<ISegmentService>(async service =>
        {
            Assert.That(await service.GetSegmentIdsAsync(_customers[0]), Is.EquivalentTo(new[] { vip.Id }));
            Assert.That(await service.IsMemberAsync(vip.Id, _customers[0]), Is.True);
            Assert.That(await service.IsMemberAsync(other.Id, _customers[0]), Is.False);
            Assert.That(await service.GetSegmentIdsAsync(999_999), Is.Empty);
            Assert.That(service.MemberIds(vip.Id).Order().ToList(), Is.EqualTo(_customers));
        });
    }

    [TestCase("name", SegmentState.Ready)]
    [TestCase("rules", SegmentState.Computing)]
    [TestCase("guests", SegmentState.Computing)]
    [TestCase("activated", SegmentState.Computing)]
    public async Task Saving_asks_for_a_refresh_when_others_may_match(string what, SegmentState expected)
    {
        var segment = await FilledAsync("orders", active: what != "activated");
        var edited = _shop.Stored(segment);
        switch (what)
        {
            case "name":
                edited.Name = "New";
                break;
            case "rules":
                edited.Definition = "orders:new";
                break;
            case "guests":
                edited.IncludeGuests = true;
                break;
            case "activated":
                edited.Active = true;
                break;
        }

        edited.MemberCount = 77;
        await _shop.InScopeAsync<ISegmentService>(service => service.UpdateAsync(edited));

        Assert.That(edited.State, Is.EqualTo(expected));
        Assert.That(_shop.Stored(segment), Has.Property("State").EqualTo(expected).And.Property("MemberCount").EqualTo(3),
            "numbers are not a merchant's to change");
        Assert.That(_shop.MembersOf(segment), Is.EqualTo(_customers), "until the refresh");
    }

    [Test]
    public async Task Deleting_takes_members_and_history_of_this_segment_only()
    {
        var gone = await FilledAsync("orders:gone");
        var kept = await FilledAsync("orders:kept");

        await _shop.InScopeAsync<ISegmentService>(service => service.DeleteAsync(gone));

        Assert.That(_shop.Rows<Segment>().Select(segment => segment.Id), Is.EqualTo(new[] { kept.Id }));
        Assert.That(_shop.Rows<SegmentMember>().Select(member => member.SegmentId), Is.EqualTo(new[] { kept.Id, kept.Id, kept.Id }));
        Assert.That(_shop.Rows<SegmentMembershipChange>().Select(change => change.SegmentId).Distinct(), Is.EqualTo(new[] { kept.Id }));
    }

    [Test]
    public async Task A_copy_has_the_rules_and_nothing_else()
    {
        var segment = await FilledAsync("orders");
        var copy = await _shop.InScopeAsync<ISegmentService, Segment>(service => service.CopyAsync(segment, "Copy"));

        Assert.That(copy.Id, Is.Not.EqualTo(segment.Id));
        Assert.That(_shop.Stored(copy), Has.Property("Name").EqualTo("Copy").And.Property("Definition").EqualTo("orders").And.Property("Active").False);
        Assert.That(_shop.MembersOf(copy), Is.Empty);
    }

    [Test]
    public async Task Segments_are_found_by_part_of_their_name()
    {
        foreach (var name in new[] { "orders:Bikes", "orders:Big bikers", "orders:Cars" })
            await _shop.AddSegmentAsync(name);

        await _shop.InScopeAsync<ISegmentService>(async service =>
        {
            var found = await service.SearchAsync(" BIKE ", 0, 10);
            Assert.That(found.Select(segment => segment.Name), Is.EqualTo(new[] { "orders:Big bikers", "orders:Bikes" }));
            IPagedList<Segment> page = await service.SearchAsync(null, 1, 2);
            Assert.That((page.TotalCount, page.Single().Name), Is.EqualTo((3, "orders:Cars")));
        });
    }

    private async Task<Segment> FilledAsync(string definition, bool active = true)
    {
        var segment = await _shop.AddSegmentAsync(definition, active);
        _shop.Evaluator.Matches[definition] = [.. _customers];
        await _shop.RefreshAsync(segment);
        return segment;
    }
}
