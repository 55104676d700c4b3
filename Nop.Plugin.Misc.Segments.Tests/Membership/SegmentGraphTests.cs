using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Tests.Membership;

/// <summary>Segments that build on others: looked at after these, with these, and never in a circle.</summary>
[TestFixture]
public class SegmentGraphTests
{
    private MembershipShop _shop = null!;
    private Segment _top = null!;
    private Segment _middle = null!;
    private Segment _base = null!;

    [SetUp]
    public async Task SetUp()
    {
        _shop = await MembershipShop.CreateAsync();
        // The one that builds on others has the smallest id: ids must not matter.
        _top = await _shop.AddSegmentAsync("segment 2");
        _middle = await _shop.AddSegmentAsync("segment 3:m");
        _base = await _shop.AddSegmentAsync("daily");
        Assert.That((_top.Id, _middle.Id, _base.Id), Is.EqualTo((1, 2, 3)));
        foreach (var segment in new[] { _top, _middle, _base })
            _shop.Evaluator.Matches[segment.Definition] = [];
    }

    [TearDown]
    public async Task TearDown() => await _shop.DisposeAsync();

    [Test]
    public async Task What_segments_read_and_when_time_moves_them_goes_on_to_those_that_build_on_them()
    {
        var nodes = await _shop.InScopeAsync<SegmentGraph, IReadOnlyList<SegmentNode>>(graph => graph.LoadAsync());

        Assert.That(nodes.Select(node => node.Segment.Id), Is.EqualTo(new[] { 3, 2, 1 }));
        Assert.That(nodes.Select(node => node.Sources.HasFlag(RuleSources.Orders)), Has.All.True);
        Assert.That(nodes.Select(node => node.TimeSensitivity), Has.All.EqualTo(TimeSensitivity.Daily));
    }

    [Test]
    public async Task An_order_reaches_all_of_them_each_after_those_that_it_builds_on()
    {
        var customers = await _shop.AddCustomersAsync(1);
        _shop.Evaluator.Asked.Clear();

        await _shop.UpdateAsync(customers, RuleSources.Orders);

        Assert.That(_shop.Evaluator.Asked.Select(asked => asked.Definition), Is.EqualTo(new[] { "daily", "segment 3:m", "segment 2" }));
    }

    [Test]
    public async Task A_refresh_that_moves_somebody_goes_on_to_those_that_build_on_it()
    {
        var customers = await _shop.AddCustomersAsync(3);
        _shop.Evaluator.Matches["daily"] = [.. customers];
        _shop.Evaluator.Matches["segment 3:m"] = [customers[0]];
        _shop.Evaluator.Matches["segment 2"] = [customers[1]];
        await _shop.InScopeAsync<ISegmentService>(service => service.RequestRefreshAsync(_base.Id));

        await _shop.InScopeAsync<SegmentRefresher>(refresher => refresher.RefreshComputingAsync(default));

        Assert.That(_shop.MembersOf(_base), Is.EqualTo(customers));
        Assert.That(_shop.MembersOf(_middle), Is.EqualTo(new[] { customers[0] }));
        Assert.That(_shop.MembersOf(_top), Is.EqualTo(new[] { customers[1] }));
    }

    [Test]
    public async Task Saved_rules_have_those_looked_at_that_build_on_them()
    {
        _base.Definition = "orders";
        _shop.Evaluator.Matches["orders"] = [];

        await _shop.InScopeAsync<ISegmentService>(service => service.UpdateAsync(_base));

        Assert.That(new[] { _base, _middle, _top }.Select(segment => _shop.Stored(segment).State), Has.All.EqualTo(SegmentState.Computing));
    }

    [Test]
    public async Task A_circle_is_told_by_its_names()
    {
        _top.Name = "Top";
        _middle.Name = "Middle";
        _base.Name = "Base";
        foreach (var segment in new[] { _top, _middle, _base })
            await _shop.InScopeAsync<ISegmentService>(service => service.UpdateAsync(segment));

        Assert.That(await FindAsync(_base.Id, "segment 1"), Is.EqualTo(new[] { "Base", "Top", "Middle", "Base" }));
        Assert.That(await FindAsync(_base.Id, "segment 3"), Is.EqualTo(new[] { "Base", "Base" }));
        Assert.That(await FindAsync(_top.Id, "segment 2 3"), Is.Null);
        Assert.That(await FindAsync(0, "segment 1"), Is.Null);
        var users = await _shop.InScopeAsync<SegmentGraph, IReadOnlyList<Segment>>(graph => graph.GetUsersAsync(_base.Id));
        Assert.That(users.Select(segment => segment.Name), Is.EqualTo(new[] { "Middle" }));

        Task<IReadOnlyList<string>?> FindAsync(int id, string rules) => _shop.InScopeAsync<SegmentGraph, IReadOnlyList<string>?>(
            async graph => await graph.FindCycleAsync(id, await _shop.Evaluator.ReadAsync(rules)));
    }
}
