using System.Data.Common;
using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Tests.Platform;

namespace Nop.Plugin.Misc.Segments.Tests.Membership;

[TestFixture]
public class MembershipUpdaterTests
{
    [TestCaseSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
    public async Task Stored_membership_and_history_are_those_of_plain_lists_after_any_steps(string kind)
    {
        await using var shop = await MembershipShop.CreateAsync(kind);
        var customers = await shop.AddCustomersAsync(80);
        var segments = new List<Segment>
        {
            await shop.AddSegmentAsync("orders:a"), await shop.AddSegmentAsync("profile:b"), await shop.AddSegmentAsync("orders:c", false)
        };
        var expected = segments.ToDictionary(segment => segment.Id, _ => new HashSet<int>());
        var random = new Random(20260310);

        for (var step = 0; step < 60; step++)
        {
            foreach (var segment in segments)
                shop.Evaluator.Matches[segment.Definition] = customers.Where(_ => random.Next(3) == 0).ToHashSet();
            shop.Clock.Now += TimeSpan.FromMinutes(1);

            if (random.Next(3) == 0)
            {
                var segment = segments[random.Next(segments.Count)];
                var before = expected[segment.Id];
                var after = shop.Evaluator.Matches[segment.Definition];
                var result = await shop.RefreshAsync(segment);
                Assert.That((result.Entered, result.Left, result.Members),
                    Is.EqualTo((after.Except(before).Count(), before.Except(after).Count(), after.Count)));
                expected[segment.Id] = [.. after];
            }
            else
            {
                var some = customers.Where(_ => random.Next(step % 2 == 0 ? 20 : 2) == 0).ToList();
                var sources = random.Next(2) == 0 ? RuleSources.Orders : RuleSources.Profile;
                await shop.UpdateAsync(some, sources);
                var readers = segments.Where(s => s.Active && (sources == RuleSources.Profile || s.Definition.StartsWith("orders", StringComparison.Ordinal)));
                foreach (var segment in readers)
                {
                    expected[segment.Id].ExceptWith(some);
                    expected[segment.Id].UnionWith(some.Intersect(shop.Evaluator.Matches[segment.Definition]));
                }
            }

            foreach (var segment in segments)
            {
                Assert.That(shop.MembersOf(segment), Is.EqualTo(expected[segment.Id].Order()), $"step {step}, {segment.Name}");
                Assert.That(shop.Stored(segment).MemberCount, Is.EqualTo(expected[segment.Id].Count));
            }
        }

        AssertHistoryLeadsToMembers(shop, segments);
    }

    [TestCaseSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
    public async Task Many_thousands_enter_and_leave_range_by_range(string kind)
    {
        await using var shop = await MembershipShop.CreateAsync(kind);
        var customers = await shop.AddCustomersAsync(ISegmentEvaluator.RangeSize + 5_000);
        var segment = await shop.AddSegmentAsync("orders");

        shop.Evaluator.Matches["orders"] = customers.Where(id => id % 5 != 0).ToHashSet();
        var first = await shop.RefreshAsync(segment);
        shop.Evaluator.Matches["orders"] = customers.Where(id => id % 5 == 0).ToHashSet();
        var second = await shop.RefreshAsync(segment);

        Assert.That((first.Entered, first.Left, first.Members), Is.EqualTo((20_000, 0, 20_000)));
        Assert.That((second.Entered, second.Left, second.Members), Is.EqualTo((5_000, 20_000, 5_000)));
        Assert.That(shop.MembersOf(segment), Is.EqualTo(shop.Evaluator.Matches["orders"].Order()));
        Assert.That(shop.Rows<SegmentMembershipChange>(), Has.Count.EqualTo(45_000));
        Assert.That(shop.Evaluator.Asked.Select(asked => asked.Scope.To - asked.Scope.From + 1), Has.All.LessThanOrEqualTo(ISegmentEvaluator.RangeSize));
        Assert.That(shop.Stored(segment).PopulationCount, Is.EqualTo(customers.Count));
    }

    [Test]
    public async Task Who_stays_is_not_touched()
    {
        await using var shop = await MembershipShop.CreateAsync();
        var customers = await shop.AddCustomersAsync(3);
        var segment = await shop.AddSegmentAsync("orders");
        shop.Evaluator.Matches["orders"] = [customers[0], customers[1]];
        await shop.RefreshAsync(segment);
        var since = shop.Clock.Now.UtcDateTime;

        shop.Clock.Now += TimeSpan.FromDays(1);
        shop.Evaluator.Matches["orders"] = [customers[1], customers[2]];
        await shop.RefreshAsync(segment, MembershipChangeReason.Schedule);

        Assert.That(shop.Rows<SegmentMember>().Single(member => member.CustomerId == customers[1]).EnteredOnUtc, Is.EqualTo(since));
        Assert.That(shop.Rows<SegmentMembershipChange>().Where(change => change.Reason == MembershipChangeReason.Schedule)
            .Select(change => (change.CustomerId, change.Entered)), Is.EquivalentTo(new[] { (customers[0], false), (customers[2], true) }));
    }

    [Test]
    public async Task A_failure_keeps_the_members_and_says_why_until_a_refresh_works_again()
    {
        await using var shop = await MembershipShop.CreateAsync();
        var customers = await shop.AddCustomersAsync(3);
        var segment = await shop.AddSegmentAsync("orders");
        shop.Evaluator.Matches["orders"] = [customers[0]];
        await shop.RefreshAsync(segment);
        var refreshed = shop.Stored(segment).RefreshedOnUtc;

        shop.Clock.Now += TimeSpan.FromHours(1);
        shop.Evaluator.Before = _ => throw new InvalidOperationException("The database is on holiday.");
        var result = await shop.RefreshAsync(segment);

        Assert.That(result.Members, Is.EqualTo(1));
        Assert.That(shop.MembersOf(segment), Is.EqualTo(new[] { customers[0] }));
        Assert.That(shop.Stored(segment),
            Has.Property("State").EqualTo(SegmentState.Failed).And.Property("StateReason").EqualTo("The database is on holiday."));
        Assert.That(shop.Stored(segment).RefreshedOnUtc, Is.EqualTo(refreshed));
        Assert.That(shop.Log.Single(), Does.Contain("orders").And.Contain("holiday"));

        shop.Evaluator.Before = _ => Task.CompletedTask;
        await shop.RefreshAsync(segment);
        Assert.That(shop.Stored(segment), Has.Property("State").EqualTo(SegmentState.Ready).And.Property("StateReason").Null);
    }

    [Test]
    public async Task One_segment_that_fails_does_not_keep_others_from_being_updated()
    {
        await using var shop = await MembershipShop.CreateAsync();
        var customers = await shop.AddCustomersAsync(1);
        var bad = await shop.AddSegmentAsync("orders:bad");
        var good = await shop.AddSegmentAsync("orders:good");
        shop.Evaluator.Matches["orders:good"] = [customers[0]];
        shop.Evaluator.Before = key => key == "orders:bad" ? throw new InvalidOperationException("Broken.") : Task.CompletedTask;

        await shop.UpdateAsync(customers);

        Assert.That(shop.MembersOf(good), Is.EqualTo(customers));
        Assert.That(shop.Stored(bad).State, Is.EqualTo(SegmentState.Failed));
    }

    [Test]
    public async Task What_may_pass_is_tried_again()
    {
        await using var shop = await MembershipShop.CreateAsync();
        var customers = await shop.AddCustomersAsync(1);
        var segment = await shop.AddSegmentAsync("orders");
        shop.Evaluator.Matches["orders"] = [customers[0]];
        var left = 2;
        shop.Evaluator.Before = _ => left-- > 0 ? throw new Deadlock() : Task.CompletedTask;

        await shop.RefreshAsync(segment);

        Assert.That(shop.MembersOf(segment), Is.EqualTo(customers));
        Assert.That(shop.Stored(segment).State, Is.EqualTo(SegmentState.Ready));
    }

    [TestCase("orders")]
    [TestCase("unreadable")]
    public async Task Rules_that_name_what_is_gone_keep_the_members_and_ask_for_attention(string definition)
    {
        await using var shop = await MembershipShop.CreateAsync();
        var customers = await shop.AddCustomersAsync(2);
        var segment = await shop.AddSegmentAsync("orders");
        shop.Evaluator.Matches["orders"] = [customers[0]];
        await shop.RefreshAsync(segment);
        await shop.InScopeAsync<SegmentRows>(rows => rows.ChangeAsync(segment.Id, row => row.Definition = definition));
        shop.Evaluator.Missing["orders"] = "The category is gone.";
        shop.Evaluator.Matches["orders"] = [customers[1]];

        await shop.UpdateAsync(customers);
        Assert.That(shop.Stored(segment).State, Is.EqualTo(SegmentState.NeedsAttention));
        await shop.RefreshAsync(segment);
        await shop.RefreshAsync(segment);

        Assert.That(shop.MembersOf(segment), Is.EqualTo(new[] { customers[0] }));
        Assert.That(shop.Stored(segment).StateReason, Is.EqualTo(definition == "orders" ? "The category is gone." : "is unreadable."));
        Assert.That(shop.Log, Has.Count.EqualTo(1), "said once");
    }

    [Test]
    public async Task A_merchant_who_saves_during_a_refresh_loses_nothing()
    {
        await using var shop = await MembershipShop.CreateAsync();
        var customers = await shop.AddCustomersAsync(2);
        var segment = await shop.AddSegmentAsync("orders:old");
        shop.Evaluator.Matches["orders:old"] = [customers[0]];
        shop.Evaluator.Matches["orders:new"] = [customers[1]];
        Task? meanwhile = null;
        shop.Evaluator.Before = async key =>
        {
            if (key == "orders:old")
                await Task.WhenAny(meanwhile ??= MembershipShop.Elsewhere(SaveAsync), Task.Delay(1_000));
        };

        await shop.RefreshAsync(segment);
        await meanwhile!;

        Assert.That(shop.Stored(segment), Has.Property("Name").EqualTo("Renamed").And.Property("Definition").EqualTo("orders:new"));
        Assert.That(shop.Stored(segment).State, Is.EqualTo(SegmentState.Computing), "the new rules have not been looked at");
        await shop.InScopeAsync<SegmentRefresher>(refresher => refresher.RefreshComputingAsync(CancellationToken.None));
        Assert.That(shop.Stored(segment).State, Is.EqualTo(SegmentState.Ready));
        Assert.That(shop.MembersOf(segment), Is.EqualTo(new[] { customers[1] }));

        Task SaveAsync()
        {
            var edited = shop.Stored(segment);
            (edited.Name, edited.Definition) = ("Renamed", "orders:new");
            return shop.InScopeAsync<ISegmentService>(service => service.UpdateAsync(edited));
        }
    }

    [Test]
    public async Task A_deleted_customer_leaves_every_segment_also_those_that_are_not_evaluated()
    {
        await using var shop = await MembershipShop.CreateAsync();
        var customers = await shop.AddCustomersAsync(2);
        var active = await shop.AddSegmentAsync("orders:active");
        var inactive = await shop.AddSegmentAsync("orders:inactive", false);
        var lacking = await shop.AddSegmentAsync("orders:lacking");
        foreach (var segment in new[] { active, inactive, lacking })
        {
            shop.Evaluator.Matches[segment.Definition] = [.. customers];
            await shop.RefreshAsync(segment);
        }

        shop.Evaluator.Missing["orders:lacking"] = "Gone.";
        await shop.InScopeAsync<IRepository<Customer>>(async repository => await repository.DeleteAsync(await repository.GetByIdAsync(customers[0])));
        shop.Evaluator.Matches["orders:active"] = [customers[1]];
        await shop.DrainAsync();

        foreach (var segment in new[] { active, inactive, lacking })
        {
            Assert.That(shop.MembersOf(segment), Is.EqualTo(new[] { customers[1] }), segment.Name);
            Assert.That(shop.Stored(segment).MemberCount, Is.EqualTo(1));
        }

        AssertHistoryLeadsToMembers(shop, [active, inactive, lacking]);
    }

    [Test]
    public async Task A_refresh_that_is_cancelled_can_be_taken_up_again()
    {
        await using var shop = await MembershipShop.CreateAsync();
        var customers = await shop.AddCustomersAsync(2);
        shop.Evaluator.IdRange = (customers[0], customers[0] + 300_000);
        var segment = await shop.AddSegmentAsync("orders", change: s => s.State = SegmentState.Computing);
        shop.Evaluator.Matches["orders"] = [.. customers];
        using var stop = new CancellationTokenSource();
        shop.Evaluator.Before = _ =>
        {
            if (shop.Evaluator.Asked.Count == 2)
                stop.Cancel();
            return Task.CompletedTask;
        };

        Assert.That(() => shop.InScopeAsync<IMembershipUpdater>(
            updater => updater.RefreshAsync(segment.Id, MembershipChangeReason.Edit, stop.Token)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(shop.Stored(segment).State, Is.EqualTo(SegmentState.Computing));

        await shop.InScopeAsync<SegmentRefresher>(refresher => refresher.RefreshComputingAsync(CancellationToken.None));
        Assert.That(shop.MembersOf(segment), Is.EqualTo(customers));
        Assert.That(shop.Rows<SegmentMembershipChange>(), Has.Count.EqualTo(2));
    }

    private static void AssertHistoryLeadsToMembers(MembershipShop shop, IEnumerable<Segment> segments)
    {
        var changes = shop.Rows<SegmentMembershipChange>().OrderBy(change => change.Id).ToLookup(change => change.SegmentId);
        foreach (var segment in segments)
        {
            var members = new HashSet<int>();
            foreach (var change in changes[segment.Id])
                Assert.That(change.Entered ? members.Add(change.CustomerId) : members.Remove(change.CustomerId), Is.True, "nobody enters or leaves twice");
            Assert.That(members.Order(), Is.EqualTo(shop.MembersOf(segment)));
        }
    }

    private sealed class Deadlock() : DbException("Deadlock.");
}
