using System.Transactions;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Security;
using Nop.Core.Events;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Audiences.Roles;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Tests.Membership;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Services.Customers;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences;

/// <summary>Who is given a role because of a segment, who loses it, and who keeps it.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
[Category("Audiences")]
public class RoleSyncTests(string kind)
{
    private RoleShop _shop = null!;
    private List<int> _customers = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await RoleShop.CreateAsync(kind, 30);
        _customers = _shop.Customers;
    }

    [TearDown]
    public async Task Close()
    {
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [Test]
    public async Task Members_get_the_role_and_leavers_lose_it()
    {
        await _shop.StartAsync();
        await _shop.MoveAsync(true, _customers[1], _customers[2], _customers[3]);
        await _shop.WorkAsync();
        Assert.That(_shop.Having(), Is.EqualTo(_customers[1..4]));

        await _shop.MoveAsync(false, _customers[2]);
        await _shop.WorkAsync();
        Assert.Multiple(() =>
        {
            Assert.That(_shop.Having(), Is.EqualTo(new[] { _customers[1], _customers[3] }));
            Assert.That(_shop.Granted(), Is.EqualTo(_shop.Having()));
            Assert.That(_shop.Shop.Log, Is.Empty);
        });
    }

    [Test]
    public async Task Who_got_it_by_hand_keeps_it()
    {
        var (before, between, never) = (_customers[4], _customers[5], _customers[6]);
        await _shop.GiveByHandAsync(before);
        await _shop.StartAsync();
        await _shop.MoveAsync(true, before, between);
        await _shop.GiveByHandAsync(never);
        await _shop.WorkAsync();

        // Taken from a member by hand and given again, it is by hand from then on.
        await _shop.TakeByHandAsync(between);
        await _shop.GiveByHandAsync(between);
        Assert.That(_shop.Granted(), Is.Empty);

        await _shop.MoveAsync(false, before, between);
        await _shop.WorkAsync();
        await _shop.EndAsync();
        await _shop.WorkAsync();
        Assert.That(_shop.Having(), Is.EqualTo(new[] { before, between, never }));
    }

    [Test]
    public async Task Taken_from_a_member_by_hand_it_comes_back()
    {
        await _shop.StartAsync();
        await _shop.MoveAsync(true, _customers[1]);
        await _shop.WorkAsync();
        await _shop.TakeByHandAsync(_customers[1]);
        Assert.That(_shop.Granted(), Is.Empty);

        await _shop.SyncAllAsync();
        Assert.That(_shop.Having(), Is.EqualTo(new[] { _customers[1] }));
        await _shop.MoveAsync(false, _customers[1]);
        await _shop.WorkAsync();
        Assert.That(_shop.Having(), Is.Empty);
    }

    [Test]
    public async Task The_shop_is_told_as_if_a_merchant_had_done_it()
    {
        var told = new List<string>();
        var publisher = new Mock<IEventPublisher>();
        publisher.Setup(events => events.PublishAsync(It.IsAny<EntityInsertedEvent<CustomerCustomerRoleMapping>>()))
            .Callback((EntityInsertedEvent<CustomerCustomerRoleMapping> e) => told.Add($"+{e.Entity.CustomerRoleId}/{e.Entity.CustomerId}")).Returns(Task.CompletedTask);
        publisher.Setup(events => events.PublishAsync(It.IsAny<EntityDeletedEvent<CustomerCustomerRoleMapping>>()))
            .Callback((EntityDeletedEvent<CustomerCustomerRoleMapping> e) => told.Add($"-{e.Entity.CustomerRoleId}/{e.Entity.CustomerId}")).Returns(Task.CompletedTask);

        await _shop.StartAsync();
        await _shop.MoveAsync(true, _customers[1], _customers[2]);
        await SyncAsync();
        await _shop.MoveAsync(false, _customers[1]);
        await SyncAsync();
        await SyncAsync();
        var role = _shop.Role.Id;
        Assert.That(told, Is.EqualTo(new[] { $"+{role}/{_customers[1]}", $"+{role}/{_customers[2]}", $"-{role}/{_customers[1]}" }));

        Task SyncAsync() => _shop.Shop.InScopeAsync<IServiceProvider>(services => ActivatorUtilities
            .CreateInstance<RoleSync>(services, ActivatorUtilities.CreateInstance<RoleMappings>(services, publisher.Object)).SyncAllAsync(CancellationToken.None));
    }

    [Test]
    public async Task Before_the_first_refresh_nothing_changes()
    {
        await _shop.StartAsync();
        await _shop.MoveAsync(true, _customers[1]);
        await _shop.WorkAsync();
        await _shop.ChangeSegmentAsync(segment => segment.RefreshedOnUtc = null);
        await _shop.MoveAsync(true, _customers[2]);
        await _shop.MoveAsync(false, _customers[1]);
        await _shop.WorkAsync();
        Assert.That(_shop.Having(), Is.EqualTo(new[] { _customers[1] }));

        await _shop.Shop.RefreshAsync(_shop.Segment);
        await _shop.WorkAsync();
        Assert.That(_shop.Having(), Is.EqualTo(new[] { _customers[2] }));
    }

    [Test]
    public async Task A_segment_that_is_switched_off_takes_the_role_back_and_gives_it_again()
    {
        await _shop.StartAsync();
        await _shop.MoveAsync(true, _customers[1], _customers[2]);
        await _shop.WorkAsync();
        await SetActiveAsync(false);
        await _shop.WorkAsync();
        Assert.That(_shop.Having(), Is.Empty);
        Assert.That(_shop.Shop.Rows<SegmentRole>(), Has.Count.EqualTo(1));

        await SetActiveAsync(true);
        await _shop.WorkAsync();
        Assert.That(_shop.Having(), Is.EqualTo(_customers[1..3]));
    }

    [Test]
    public async Task A_segment_that_is_deleted_takes_the_role_back()
    {
        await _shop.GiveByHandAsync(_customers[0]);
        await _shop.StartAsync();
        await _shop.MoveAsync(true, _customers[1], _customers[2]);
        await _shop.WorkAsync();
        await _shop.Shop.InScopeAsync<ISegmentService>(service => service.DeleteAsync(_shop.Segment));
        await _shop.WorkAsync();
        Assert.Multiple(() =>
        {
            Assert.That(_shop.Having(), Is.EqualTo(new[] { _customers[0] }));
            Assert.That(_shop.Granted(), Is.Empty);
            Assert.That(_shop.Shop.Rows<SegmentRole>(), Is.Empty);
        });
    }

    [Test]
    public async Task A_role_that_is_deleted_is_forgotten_and_the_log_says_so([Values] bool unheard)
    {
        await _shop.StartAsync();
        await _shop.MoveAsync(true, _customers[1]);
        await _shop.WorkAsync();
        await (unheard
            ? _shop.Shop.InScopeAsync<IRepository<CustomerRole>>(roles => roles.DeleteAsync(role => role.Id == _shop.Role.Id))
            : _shop.Shop.InScopeAsync<ICustomerService>(service => service.DeleteCustomerRoleAsync(_shop.Role)));
        if (unheard)
            await _shop.SyncAllAsync();
        Assert.Multiple(() =>
        {
            Assert.That(_shop.Granted(), Is.Empty);
            Assert.That(_shop.Shop.Rows<SegmentRole>(), Is.Empty);
            Assert.That(_shop.Shop.Log.Single(), Does.Contain(_shop.Segment.Name));
        });
    }

    [Test]
    public async Task A_role_that_has_come_to_open_the_admin_area_is_given_to_nobody_more()
    {
        await _shop.StartAsync();
        await _shop.MoveAsync(true, _customers[1]);
        await _shop.WorkAsync();
        var permission = new PermissionRecord { Name = "Admin area", SystemName = "Security.AccessAdminPanel", Category = "Security" };
        await _shop.Shop.InsertAsync(permission);
        await _shop.Shop.InsertAsync(new PermissionRecordCustomerRoleMapping { PermissionRecordId = permission.Id, CustomerRoleId = _shop.Role.Id });
        await _shop.MoveAsync(true, _customers[2]);
        await _shop.WorkAsync();
        Assert.That(_shop.Having(), Is.EqualTo(new[] { _customers[1] }));

        await _shop.MoveAsync(false, _customers[1]);
        await _shop.WorkAsync();
        Assert.That(_shop.Having(), Is.Empty);
    }

    [Test]
    public async Task Only_free_roles_that_the_shop_does_not_need_itself_are_offered()
    {
        var (system, other) = (await _shop.AddRoleAsync("Forum moderators", isSystemRole: true), await _shop.AddRoleAsync("Wholesale"));
        var permission = new PermissionRecord { Name = "Admin area", SystemName = "Security.AccessAdminPanel", Category = "Security" };
        await _shop.Shop.InsertAsync(permission);
        var staff = await _shop.AddRoleAsync("Staff");
        await _shop.Shop.InsertAsync(new PermissionRecordCustomerRoleMapping { PermissionRecordId = permission.Id, CustomerRoleId = staff.Id });
        Assert.That(await OfferedAsync(), Does.Contain(_shop.Role.Id).And.Contain(other.Id).And.Not.Contain(system.Id).And.Not.Contain(staff.Id));

        await _shop.StartAsync();
        Assert.That(await OfferedAsync(), Does.Not.Contain(_shop.Role.Id).And.Contain(other.Id));
    }

    [Test]
    public async Task A_role_belongs_to_one_segment_and_changes_hands_when_it_is_being_taken_back()
    {
        var other = await _shop.Shop.AddSegmentAsync("catalog");
        _shop.Shop.Evaluator.Matches["catalog"] = [_customers[2], _customers[3]];
        await _shop.Shop.RefreshAsync(other);
        Assert.That(await _shop.StartAsync(), Is.True);
        await _shop.MoveAsync(true, _customers[1], _customers[2]);
        await _shop.WorkAsync();
        Assert.That(await StartAsync(other), Is.False);

        await _shop.EndAsync();
        Assert.That(await StartAsync(other), Is.True);
        await _shop.WorkAsync();
        Assert.That(_shop.Having(), Is.EqualTo(_customers[2..4]));
        Assert.That(_shop.Granted(), Is.EqualTo(_customers[2..4]));
    }

    [Test]
    public async Task Segments_whose_rules_ask_for_the_role_look_at_those_who_got_or_lost_it()
    {
        var reader = await _shop.Shop.AddSegmentAsync($"role {_shop.Role.Id}");
        _shop.Shop.Evaluator.Matches[reader.Definition] = [_customers[1]];
        await _shop.StartAsync();
        await _shop.MoveAsync(true, _customers[1]);
        await _shop.WorkAsync();
        var row = _shop.Shop.Rows<DirtyCustomer>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(row.CustomerId, Is.EqualTo(_customers[1]));
            Assert.That(row.SourcesId, Is.EqualTo((int)RuleSources.Roles));
        });
        await _shop.Shop.DrainAsync();
        Assert.That(_shop.Shop.MembersOf(reader), Is.EqualTo(new[] { _customers[1] }));
    }

    [Test]
    public async Task A_segment_that_would_feed_itself_is_found()
    {
        var own = await _shop.Shop.AddSegmentAsync($"role {_shop.Role.Id}");
        var above = await _shop.Shop.AddSegmentAsync($"segment {own.Id}");
        var second = await _shop.AddRoleAsync("Second");
        await _shop.Shop.InScopeAsync<RoleReaders>(async readers => Assert.Multiple(async () =>
        {
            Assert.That(await readers.FeedsItselfAsync(_shop.Segment.Id, roleId: _shop.Role.Id), Is.False);
            Assert.That(await readers.FeedsItselfAsync(own.Id, roleId: _shop.Role.Id), Is.True, "by its own rules");
            Assert.That(await readers.FeedsItselfAsync(above.Id, roleId: _shop.Role.Id), Is.True, "by those of a segment that they name");
        }));

        // One gives what the other asks for, and the other way round.
        await StartAsync(above, second.Id);
        await _shop.Shop.InScopeAsync<RoleReaders>(async readers =>
        {
            var rules = await _shop.Shop.Evaluator.ReadAsync($"role {second.Id}");
            Assert.That(await readers.FeedsItselfAsync(_shop.Segment.Id, rules, _shop.Role.Id), Is.True);
            Assert.That(await readers.FeedsItselfAsync(_shop.Segment.Id, rules), Is.False, "it gives none");
        });
    }

    [Test]
    public async Task What_breaks_off_leaves_nothing_half_done()
    {
        await _shop.StartAsync();
        await _shop.MoveAsync(true, [.. _customers[..25]]);

        // Before the end of the transaction.
        using (new TransactionScope(TransactionScopeOption.RequiresNew, new TransactionOptions { IsolationLevel = IsolationLevel.ReadCommitted },
                   TransactionScopeAsyncFlowOption.Enabled))
            await _shop.Shop.InScopeAsync<RoleSync>(sync => sync.SyncRangeAsync(_shop.Role.Id, 0, CancellationToken.None));
        Assert.That(_shop.Having(), Is.Empty);
        Assert.That(_shop.Granted(), Is.Empty);

        // After it, before the shop was told.
        await _shop.Shop.InScopeAsync<IServiceProvider>(services => services.GetRequiredService<MembershipLock>().ChangeRolesAsync(async () =>
        {
            await services.GetRequiredService<RoleMappings>().AddAsync(_shop.Role.Id, _customers[..10]);
            return true;
        }));
        await _shop.SyncAllAsync();
        Assert.That(_shop.Having(), Is.EqualTo(_customers[..25]));
        await _shop.EndAsync();
        await _shop.SyncAllAsync();
        Assert.That(_shop.Having(), Is.Empty);
        Assert.That(_shop.Shop.Rows<SegmentRole>(), Is.Empty);
    }

    [Test]
    public async Task A_customer_who_is_deleted_for_good_leaves_no_trace()
    {
        await _shop.StartAsync();
        await _shop.MoveAsync(true, _customers[1], _customers[2]);
        await _shop.WorkAsync();
        await _shop.Shop.InScopeAsync<IEnumerable<ICustomerEraser>>(async erasers =>
        {
            foreach (var eraser in erasers)
                await eraser.EraseAsync(_customers[1], null);
        });
        Assert.That(_shop.Granted(), Is.EqualTo(new[] { _customers[2] }));
    }

    [Test]
    public async Task Random_changes_at_the_same_time_end_where_they_have_to([Range(1, 5)] int seed)
    {
        var byHand = new HashSet<int>();
        foreach (var id in _customers.Where((_, i) => i % 5 == seed % 5))
            if (await _shop.GiveByHandAsync(id))
                byHand.Add(id);
        await _shop.StartAsync();

        var over = new CancellationTokenSource();
        var merchants = new[] { 0, 1 }.Select(half => MembershipShop.Elsewhere(() => ActByHandAsync(seed + half * 100, half, byHand))).ToList();
        var moving = MembershipShop.Elsewhere(() => MoveRandomlyAsync(seed));
        var syncing = new[] { 0, 1 }.Select(_ => MembershipShop.Elsewhere(async () =>
        {
            while (!over.IsCancellationRequested)
                await _shop.SyncAllAsync();
        })).ToList();
        await Task.WhenAll([.. merchants, moving]);
        await over.CancelAsync();
        await Task.WhenAll(syncing);
        await _shop.SyncAllAsync();

        var members = _shop.Shop.MembersOf(_shop.Segment);
        Assert.Multiple(() =>
        {
            Assert.That(_shop.Having(), Is.EqualTo(members.Union(byHand).Order()));
            Assert.That(_shop.Granted(), Is.EqualTo(members.Except(byHand).Order()));
            Assert.That(_shop.Shop.Log, Is.Empty);
        });

        await _shop.EndAsync();
        await _shop.SyncAllAsync();
        Assert.That(_shop.Having(), Is.EqualTo(byHand.Order()), "nobody loses what was given by hand");
    }

    /// <summary>One merchant, who looks after every other customer: gives and takes the role, and remembers who has it from them.</summary>
    private async Task ActByHandAsync(int seed, int half, HashSet<int> byHand)
    {
        var random = new Random(seed);
        var own = _customers.Where((_, i) => i % 2 == half).ToList();
        for (var i = 0; i < 60; i++)
        {
            var id = own[random.Next(own.Count)];
            bool has;
            lock (byHand)
                has = byHand.Contains(id);
            if (has && random.Next(2) == 0)
            {
                await _shop.TakeByHandAsync(id);
                lock (byHand)
                    byHand.Remove(id);
            }
            else if (await TryGiveAsync(id))
            {
                lock (byHand)
                    byHand.Add(id);
            }
        }
    }

    /// <summary>Where the segment gives the role at the same moment the shop refuses, and it is not by hand.</summary>
    private async Task<bool> TryGiveAsync(int id)
    {
        try
        {
            return await _shop.GiveByHandAsync(id);
        }
        catch (Exception) when (_shop.Having().Contains(id))
        {
            return false;
        }
    }

    private async Task MoveRandomlyAsync(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 40; i++)
            await _shop.MoveAsync(random.Next(2) == 0, [.. _customers.Where(_ => random.Next(6) == 0)]);
    }

    private Task<bool> StartAsync(Segment segment, int? roleId = null) =>
        _shop.Shop.InScopeAsync<SegmentRoles, bool>(roles => roles.StartAsync(segment.Id, roleId ?? _shop.Role.Id));

    private Task<List<int>> OfferedAsync() => _shop.Shop.InScopeAsync<GivableRoles, List<int>>(async roles =>
        [.. (await roles.GetFreeAsync()).Select(role => role.Id)]);

    private async Task SetActiveAsync(bool active)
    {
        var segment = _shop.Shop.Stored(_shop.Segment);
        segment.Active = active;
        await _shop.Shop.InScopeAsync<ISegmentService>(service => service.UpdateAsync(segment));
    }
}
