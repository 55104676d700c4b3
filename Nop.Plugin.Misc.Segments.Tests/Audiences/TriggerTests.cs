using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Tests.Platform;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences;

/// <summary>What triggers do for whom, and when they do not.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
[Category("Audiences")]
public class TriggerTests(string kind)
{
    private TriggerShop _shop = null!;
    private int _customer;

    [SetUp]
    public async Task Open()
    {
        _shop = await TriggerShop.CreateAsync(kind, 30);
        _customer = _shop.Customers[3];
    }

    [TearDown]
    public async Task Close()
    {
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [Test]
    public async Task Who_enters_gets_a_mail_and_nobody_else()
    {
        var trigger = await _shop.AddTriggerAsync();
        await _shop.MoveAsync(_customer, true);
        await _shop.RunAsync();
        await _shop.RunAsync();

        var mail = _shop.Mails().Single();
        Assert.Multiple(() =>
        {
            Assert.That(mail.To, Is.EqualTo("c3@example.com"));
            Assert.That(mail.Subject, Is.EqualTo("Welcome to orders"));
            Assert.That(mail.Body, Does.Contain("c3@example.com").And.Contain("2026"));
        });
        var firing = _shop.Firings(trigger).Single();
        Assert.Multiple(() =>
        {
            Assert.That(firing.State, Is.EqualTo(FiringState.Done));
            Assert.That(firing.Outcome, Is.EqualTo(FiringOutcome.Mailed));
            Assert.That(firing.MadeId, Is.EqualTo(mail.Id));
        });
    }

    [Test]
    public async Task Who_leaves_before_the_delay_is_over_gets_nothing()
    {
        var trigger = await _shop.AddTriggerAsync(t => t.DelayHours = 48);
        await _shop.MoveAsync(_customer, true);
        await _shop.RunAsync();
        Assert.That(_shop.Mails(), Is.Empty, "too early");
        await _shop.MoveAsync(_customer, false);
        _shop.Shop.Clock.Now = _shop.Shop.Clock.Now.AddHours(49);
        await _shop.RunAsync();

        Assert.That(_shop.Mails(), Is.Empty);
        Assert.That(_shop.Firings(trigger).Single().Outcome, Is.EqualTo(FiringOutcome.LeftAgain));
    }

    [Test]
    public async Task Who_was_deleted_meanwhile_gets_nothing()
    {
        var trigger = await _shop.AddTriggerAsync(t => t.DelayHours = 1);
        await _shop.MoveAsync(_customer, true);
        await _shop.Shop.InScopeAsync<IRepository<Customer>>(async customers =>
        {
            var customer = await customers.GetByIdAsync(_customer);
            customer.Active = false;
            await customers.UpdateAsync(customer, false);
        });
        _shop.Shop.Clock.Now = _shop.Shop.Clock.Now.AddHours(2);
        await _shop.RunAsync();

        Assert.That(_shop.Mails(), Is.Empty);
        Assert.That(_shop.Firings(trigger).Single().Outcome, Is.EqualTo(FiringOutcome.CustomerGone));
    }

    [Test]
    public async Task Only_subscribers_are_mailed_where_that_is_asked_for()
    {
        var trigger = await _shop.AddTriggerAsync(t => t.SubscribersOnly = true);
        var storeId = _shop.Shop.Rows<Nop.Core.Domain.Stores.Store>().Single().Id;
        await _shop.Shop.InsertAsync(new NewsLetterSubscriptionType { Name = "News" });
        var type = _shop.Shop.Rows<NewsLetterSubscriptionType>().Single().Id;
        await SubscribeAsync("C3@example.com", true);
        await SubscribeAsync("c4@example.com", false);
        await _shop.MoveAsync(_customer, true);
        await _shop.MoveAsync(_shop.Customers[4], true);
        await _shop.MoveAsync(_shop.Customers[5], true);
        await _shop.RunAsync();

        Assert.That(_shop.Mails().Select(mail => mail.To), Is.EqualTo(new[] { "c3@example.com" }));
        Assert.That(_shop.Firings(trigger).Select(firing => firing.Outcome),
            Is.EquivalentTo(new[] { FiringOutcome.Mailed, FiringOutcome.NotSubscribed, FiringOutcome.NotSubscribed }));

        Task SubscribeAsync(string email, bool active) => _shop.Shop.InsertAsync(
            new NewsLetterSubscription { Email = email, StoreId = storeId, TypeId = type, Active = active, CreatedOnUtc = DateTime.UnixEpoch });
    }

    [Test]
    public async Task The_first_fill_fires_only_where_that_is_asked_for([Values] bool asked)
    {
        var segment = new Segment { Name = "New", Active = true, Definition = "orders:new" };
        _shop.Shop.Evaluator.Matches["orders:new"] = [.. _shop.Customers.Take(10)];
        await _shop.Shop.InScopeAsync<ISegmentService>(service => service.InsertAsync(segment));
        var trigger = await _shop.AddTriggerAsync(t => (t.SegmentId, t.IncludesFill) = (segment.Id, asked));

        // One of them orders before the fill is done: that is no news either.
        await _shop.Shop.UpdateAsync([_shop.Customers[0]]);
        await _shop.Shop.RefreshAsync(segment);
        await _shop.RunAsync();
        Assert.That(_shop.Shop.MembersOf(segment), Has.Count.EqualTo(10));
        Assert.That(_shop.Mails(), Has.Count.EqualTo(asked ? 10 : 0));

        // Afterwards who enters does so by becoming another.
        _shop.Shop.Evaluator.Matches["orders:new"].Add(_shop.Customers[20]);
        await _shop.Shop.UpdateAsync([_shop.Customers[20]]);
        await _shop.RunAsync();
        Assert.That(_shop.Firings(trigger), Has.Count.EqualTo(asked ? 11 : 1));
    }

    [Test]
    public async Task Changed_rules_and_switching_on_fire_nothing_but_a_refresh_of_the_same_rules_does()
    {
        var trigger = await _shop.AddTriggerAsync();
        _shop.Match(_shop.Customers.Take(2));
        await _shop.Shop.InScopeAsync<ISegmentService>(service => service.RequestRefreshAsync(_shop.Segment.Id));
        await _shop.Shop.RefreshAsync(_shop.Segment);
        Assert.That(_shop.Firings(trigger), Has.Count.EqualTo(2), "found by a refresh that a merchant asked for");

        _shop.Shop.Evaluator.Matches["orders:other"] = [.. _shop.Customers.Take(6)];
        await ChangeAsync(segment => segment.Definition = "orders:other");
        Assert.That(_shop.Shop.MembersOf(_shop.Segment), Has.Count.EqualTo(6));
        Assert.That(_shop.Firings(trigger), Has.Count.EqualTo(2), "found by other rules");

        await ChangeAsync(segment => segment.Active = false);
        _shop.Shop.Evaluator.Matches["orders:other"] = [.. _shop.Customers.Take(9)];
        await ChangeAsync(segment => segment.Active = true);
        Assert.That(_shop.Shop.MembersOf(_shop.Segment), Has.Count.EqualTo(9));
        Assert.That(_shop.Firings(trigger), Has.Count.EqualTo(2), "found when it was switched on");

        async Task ChangeAsync(Action<Segment> change)
        {
            var segment = _shop.Shop.Stored(_shop.Segment);
            change(segment);
            await _shop.Shop.InScopeAsync<ISegmentService>(service => service.UpdateAsync(segment));
            if (segment.Active)
                await _shop.Shop.RefreshAsync(segment);
        }
    }

    [Test]
    public async Task Who_is_a_member_already_is_taken_in_once_where_a_merchant_asks()
    {
        foreach (var id in _shop.Customers.Take(7))
            await _shop.MoveAsync(id, true);
        var trigger = await _shop.AddTriggerAsync(t => t.Repeat = TriggerRepeat.Once);
        await _shop.RunAsync();
        Assert.That(_shop.Mails(), Is.Empty);

        for (var time = 0; time < 2; time++)
        {
            await _shop.Shop.InScopeAsync<TriggerService>(service => service.EnrolMembersAsync(trigger));
            await _shop.RunAsync();
        }

        Assert.That(_shop.Mails().Select(mail => mail.To), Is.EquivalentTo(Enumerable.Range(0, 7).Select(i => $"c{i}@example.com")));
    }

    [Test]
    public async Task What_fails_is_tried_again_later_and_given_up_after_the_last_time_and_can_be_tried_anew()
    {
        var trigger = await _shop.AddTriggerAsync(t => t.MessageTemplateId = _shop.Template.Id + 1_000);
        await _shop.MoveAsync(_customer, true);
        var failed = await FailAsync(trigger);
        Assert.Multiple(() =>
        {
            Assert.That(failed.Attempts, Is.EqualTo(6));
            Assert.That(failed.State, Is.EqualTo(FiringState.Failed));
            Assert.That(failed.Detail, Is.EqualTo(new TriggerProblem(TriggerFault.MailGone, []).ToString()));
            Assert.That(_shop.Mails(), Is.Empty);
        });

        trigger.MessageTemplateId = _shop.Template.Id;
        await _shop.Shop.InScopeAsync<TriggerService>(service => service.UpdateAsync(trigger));
        Assert.That(await _shop.Shop.InScopeAsync<TriggerService, int>(service => service.RetryAsync(trigger.Id)), Is.EqualTo(1));
        await _shop.RunAsync();
        Assert.That(_shop.Mails(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_failed_and_is_then_done_for_those_who_are_members_already_is_not_done_twice()
    {
        var trigger = await _shop.AddTriggerAsync(t => (t.MessageTemplateId, t.Repeat) = (_shop.Template.Id + 1_000, TriggerRepeat.Once));
        await _shop.MoveAsync(_customer, true);
        await FailAsync(trigger);

        trigger.MessageTemplateId = _shop.Template.Id;
        await _shop.Shop.InScopeAsync<TriggerService>(service => service.UpdateAsync(trigger));
        await _shop.Shop.InScopeAsync<TriggerService>(service => service.EnrolMembersAsync(trigger));
        await _shop.RunAsync();
        Assert.That(await _shop.Shop.InScopeAsync<TriggerService, int>(service => service.RetryAsync(trigger.Id)), Is.Zero);
        await _shop.RunAsync();

        Assert.That(_shop.Mails(), Has.Count.EqualTo(1));
        Assert.That(_shop.Firings(trigger).Select(firing => firing.Outcome), Is.EqualTo(new[] { FiringOutcome.Renewed, FiringOutcome.Mailed }));
    }

    [Test]
    public async Task Points_are_given_once_and_mark_the_customer()
    {
        await _shop.Shop.AddSegmentAsync("RewardPoints");
        _shop.Shop.Evaluator.Matches["RewardPoints"] = [];
        var trigger = await _shop.AddTriggerAsync(t => (t.Action, t.Points, t.ValidDays) = (TriggerAction.RewardPoints, 250, 30));
        await _shop.MoveAsync(_customer, true);
        await _shop.RunAsync();
        await _shop.RunAsync();

        var mark = _shop.Shop.Rows<DirtyCustomer>().Single();
        Assert.That((mark.CustomerId, (RuleSources)mark.SourcesId), Is.EqualTo((_customer, RuleSources.RewardPoints)), "segments by points have to look again");
        var entry = _shop.Shop.Rows<RewardPointsHistory>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(entry.CustomerId, Is.EqualTo(_customer));
            Assert.That(entry.Points, Is.EqualTo(250));
            Assert.That(_shop.Firings(trigger).Single().Outcome, Is.EqualTo(FiringOutcome.PointsGiven));
        });
    }

    [Test]
    public async Task A_coupon_is_a_discount_of_the_customers_own()
    {
        await _shop.Shop.InsertAsync(new Currency { Name = "Euro", CurrencyCode = "EUR", Published = true, Rate = 1, DisplayLocale = "de-DE", CreatedOnUtc = DateTime.UnixEpoch, UpdatedOnUtc = DateTime.UnixEpoch });
        var model = new Discount { Name = "Ten", DiscountType = DiscountType.AssignedToOrderTotal, UsePercentage = true, DiscountPercentage = 10, IsActive = true };
        await _shop.Shop.InsertAsync(model);
        var trigger = await _shop.AddTriggerAsync(t => (t.Action, t.DiscountId, t.ValidDays) = (TriggerAction.Coupon, model.Id, 14));
        await _shop.MoveAsync(_customer, true);
        await _shop.MoveAsync(_shop.Customers[4], true);
        await _shop.RunAsync();

        var own = _shop.Shop.Rows<Discount>().Where(discount => discount.Id != model.Id).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(own, Has.Count.EqualTo(2));
            Assert.That(own.Select(discount => discount.CouponCode), Is.Unique);
            Assert.That(own.TrueForAll(discount => discount is
            { RequiresCouponCode: true, IsActive: true, LimitationTimes: 1, DiscountLimitation: DiscountLimitationType.NTimesOnly, DiscountPercentage: 10 }));
            Assert.That(own[0].EndDateUtc, Is.EqualTo(_shop.Shop.Clock.Now.UtcDateTime.AddDays(14)));
        });
        foreach (var (firing, mail) in _shop.Firings(trigger).Zip(_shop.Mails()))
            Assert.That(mail.Body, Does.Contain(firing.Detail));
    }

    [Test]
    public async Task A_coupon_whose_mail_cannot_be_sent_leaves_no_discount_behind()
    {
        var model = new Discount { Name = "Ten", DiscountType = DiscountType.AssignedToOrderTotal, UsePercentage = true, DiscountPercentage = 10, IsActive = true };
        await _shop.Shop.InsertAsync(model);
        var trigger = await _shop.AddTriggerAsync(t => (t.Action, t.DiscountId, t.MessageTemplateId) = (TriggerAction.Coupon, model.Id, _shop.Template.Id + 1_000));
        await _shop.MoveAsync(_customer, true);
        await _shop.RunAsync();

        Assert.That(_shop.Shop.Rows<Discount>(), Has.Count.EqualTo(1));
        Assert.That(_shop.Firings(trigger).Single(), Has.Property(nameof(TriggerFiring.State)).EqualTo(FiringState.Waiting)
            .And.Property(nameof(TriggerFiring.Attempts)).EqualTo(1));
    }

    [Test]
    public async Task What_never_counts_again_is_cleared_up_and_what_is_given_once_is_remembered()
    {
        var model = new Discount { Name = "Ten", DiscountType = DiscountType.AssignedToOrderTotal, UsePercentage = true, DiscountPercentage = 10, IsActive = true };
        await _shop.Shop.InsertAsync(model);
        var once = await _shop.AddTriggerAsync(t => (t.Action, t.DiscountId, t.ValidDays, t.Repeat) = (TriggerAction.Coupon, model.Id, 14, TriggerRepeat.Once));
        var each = await _shop.AddTriggerAsync();
        await _shop.MoveAsync(_customer, true);
        await _shop.RunAsync();
        await SweepAsync(20);
        Assert.That(_shop.Shop.Rows<Discount>(), Has.Count.EqualTo(2), "a code that has just run out");

        await SweepAsync(30);
        Assert.That(_shop.Shop.Rows<Discount>().Select(discount => discount.Id), Is.EqualTo(new[] { model.Id }));
        Assert.That(_shop.Firings(each), Has.Count.EqualTo(1));

        await SweepAsync(800);
        Assert.That(_shop.Firings(each), Is.Empty);
        Assert.That(_shop.Firings(once), Has.Count.EqualTo(1));

        Task SweepAsync(int days)
        {
            _shop.Shop.Clock.Now = _shop.Shop.Clock.Now.AddDays(days);
            return _shop.Shop.InScopeAsync<FiringSweeper>(sweeper => sweeper.SweepAsync());
        }
    }

    [Test]
    public async Task A_role_is_given_and_taken()
    {
        var role = new CustomerRole { Name = "Friends", Active = true };
        await _shop.Shop.InsertAsync(role);
        await _shop.AddTriggerAsync(t => (t.Action, t.CustomerRoleId) = (TriggerAction.AddRole, role.Id));
        await _shop.AddTriggerAsync(t => (t.Action, t.CustomerRoleId, t.OnLeaving) = (TriggerAction.RemoveRole, role.Id, true));
        await _shop.MoveAsync(_customer, true);
        await _shop.RunAsync();
        Assert.That(Holders(), Is.EqualTo(new[] { _customer }));
        await _shop.MoveAsync(_customer, false);
        await _shop.RunAsync();
        Assert.That(Holders(), Is.Empty);

        List<int> Holders() => [.. _shop.Shop.Rows<CustomerCustomerRoleMapping>().Where(mapping => mapping.CustomerRoleId == role.Id).Select(mapping => mapping.CustomerId)];
    }

    [Test]
    public async Task A_gift_card_is_made_and_mailed()
    {
        await _shop.Shop.InsertAsync(new Currency { Name = "Euro", CurrencyCode = "EUR", Published = true, Rate = 1, DisplayLocale = "de-DE", CreatedOnUtc = DateTime.UnixEpoch, UpdatedOnUtc = DateTime.UnixEpoch });
        await _shop.AddTriggerAsync(t => (t.Action, t.Amount) = (TriggerAction.GiftCard, 15));
        await _shop.MoveAsync(_customer, true);
        await _shop.RunAsync();

        var card = _shop.Shop.Rows<GiftCard>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(card.Amount, Is.EqualTo(15));
            Assert.That(card.IsGiftCardActivated);
            Assert.That(card.RecipientEmail, Is.EqualTo("c3@example.com"));
            Assert.That(_shop.Mails().Single().Body, Does.Contain(card.GiftCardCouponCode));
        });
    }

    [Test]
    public async Task Random_comings_and_goings_end_where_plain_lists_do([Range(1, 6)] int seed)
    {
        var random = new Random(seed);
        var oracles = new List<TriggerOracle>();
        foreach (var repeat in Enum.GetValues<TriggerRepeat>())
            foreach (var onLeaving in (bool[])[false, true])
            {
                var trigger = await _shop.AddTriggerAsync(t =>
                {
                    (t.Repeat, t.OnLeaving, t.RepeatDays, t.DelayHours) = (repeat, onLeaving, random.Next(1, 6), random.Next(3) * 20);
                });
                oracles.Add(new TriggerOracle(trigger));
            }

        var members = new HashSet<int>();
        for (var step = 0; step < 120; step++)
        {
            _shop.Shop.Clock.Now = _shop.Shop.Clock.Now.AddHours(random.Next(1, 30));
            var now = _shop.Shop.Clock.Now.UtcDateTime;
            if (random.Next(3) == 0)
            {
                await _shop.RunAsync();
                oracles.ForEach(oracle => oracle.Run(now));
                continue;
            }

            var customer = _shop.Customers[random.Next(6)];
            var isIn = !members.Remove(customer) && members.Add(customer);
            await _shop.MoveAsync(customer, isIn);
            oracles.ForEach(oracle => oracle.Move(customer, isIn, now));
        }

        foreach (var oracle in oracles)
            Assert.That(_shop.Firings(oracle.Trigger).Select(firing => (firing.CustomerId, firing.OccurredOnUtc, firing.State)),
                Is.EquivalentTo(oracle.Firings.Select(firing => (firing.CustomerId, firing.OccurredOnUtc, firing.State))), oracle.Trigger.Repeat.ToString());
        Assert.That(_shop.Mails(), Has.Count.EqualTo(oracles.Sum(oracle => oracle.Firings.Count(firing => firing.State == FiringState.Done))).And.Count.GreaterThan(20));
    }

    /// <summary>Lets time go by until it is given up.</summary>
    private async Task<TriggerFiring> FailAsync(SegmentTrigger trigger)
    {
        for (var attempt = 0; _shop.Firings(trigger).Single() is { State: FiringState.Waiting } waiting; attempt++)
        {
            Assert.That(attempt, Is.LessThan(10));
            _shop.Shop.Clock.Now = new DateTimeOffset(DateTime.SpecifyKind(waiting.DueOnUtc, DateTimeKind.Utc));
            await _shop.RunAsync();
        }

        return _shop.Firings(trigger).Single();
    }
}
