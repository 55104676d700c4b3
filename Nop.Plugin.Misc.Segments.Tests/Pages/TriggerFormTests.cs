using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Stores;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Factories.Triggers;
using Nop.Plugin.Misc.Segments.Infrastructure;
using Nop.Plugin.Misc.Segments.Models.Triggers;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Services.Security;

namespace Nop.Plugin.Misc.Segments.Tests.Pages;

/// <summary>What may be saved as a trigger, and what a merchant is told before.</summary>
[TestFixture]
[Category("Audiences")]
public class TriggerFormTests
{
    private PagesShop _pages = null!;
    private Segment _segment = null!;
    private MessageTemplate _template = null!;
    private MessageTemplate _codeTemplate = null!;
    private Discount _discount = null!;
    private CustomerRole _role = null!;

    [SetUp]
    public async Task Open()
    {
        _pages = await PagesShop.CreateAsync(TestDatabase.Sqlite);
        await _pages.Shop.AddAsync(new Store { Name = "Shop", Url = "http://localhost/", Hosts = "localhost" });
        await _pages.Shop.AddAsync(new Language { Name = "English", LanguageCulture = "en-US", UniqueSeoCode = "en", Published = true });
        await _pages.Shop.AddAsync(new Currency { Name = "Euro", CurrencyCode = "EUR", Rate = 1, Published = true });
        await _pages.Shop.AddAsync(new NewsLetterSubscriptionType { Name = "News" });
        _segment = await _pages.AddSegmentAsync("VIP");
        _template = await _pages.Shop.AddAsync(new MessageTemplate { Name = "Segments.Hello", Subject = "Hello", Body = "Hello", IsActive = true });
        _codeTemplate = await _pages.Shop.AddAsync(new MessageTemplate { Name = "Segments.Code", Subject = "Code", Body = "%coupon.code%", IsActive = true });
        _discount = await _pages.Shop.AddAsync(new Discount { Name = "Ten", DiscountType = DiscountType.AssignedToOrderTotal });
        _role = await _pages.Shop.AddAsync(new CustomerRole { Name = "Club", Active = true });
    }

    [TearDown]
    public async Task Close() => await _pages.DisposeAsync();

    [Test]
    public async Task What_each_action_needs_is_enough()
    {
        foreach (var action in Enum.GetValues<TriggerAction>())
            Assert.That(await ErrorsAsync(Form(action)), Is.Empty, action.ToString());
    }

    [Test]
    public async Task What_is_wrong_is_said_at_its_field()
    {
        Assert.Multiple(async () =>
        {
            await AssertWrongAsync(TriggerAction.Mail, nameof(TriggerModel.Name), form => form.Name = " ");
            await AssertWrongAsync(TriggerAction.Mail, nameof(TriggerModel.Name), form => form.Name = new string('x', 201));
            await AssertWrongAsync(TriggerAction.Mail, nameof(TriggerModel.Delay), form => form.Delay = -1);
            await AssertWrongAsync(TriggerAction.Mail, nameof(TriggerModel.Delay), form => form.Delay = 366);
            await AssertWrongAsync(TriggerAction.Mail, nameof(TriggerModel.RepeatDays), form => (form.RepeatId, form.RepeatDays) = ((int)TriggerRepeat.AtMostOnceIn, 0));
            await AssertWrongAsync(TriggerAction.Mail, nameof(TriggerModel.RepeatId), form => form.RepeatId = 7);
            await AssertWrongAsync(TriggerAction.Mail, nameof(TriggerModel.ActionId), form => form.ActionId = 7);
            await AssertWrongAsync(TriggerAction.Mail, nameof(TriggerModel.MessageTemplateId), form => form.MessageTemplateId = 0);
            await AssertWrongAsync(TriggerAction.GiftCard, nameof(TriggerModel.MessageTemplateId), form => form.MessageTemplateId = _template.Id);
            await AssertWrongAsync(TriggerAction.GiftCard, nameof(TriggerModel.Amount), form => form.Amount = 0);
            await AssertWrongAsync(TriggerAction.RewardPoints, nameof(TriggerModel.Points), form => form.Points = 0);
            await AssertWrongAsync(TriggerAction.RewardPoints, nameof(TriggerModel.ValidDays), form => form.ValidDays = -1);
            await AssertWrongAsync(TriggerAction.Coupon, nameof(TriggerModel.DiscountId), form => form.DiscountId = 99);
            await AssertWrongAsync(TriggerAction.AddRole, nameof(TriggerModel.CustomerRoleId), form => form.CustomerRoleId = 99);
            await AssertWrongAsync(TriggerAction.Webhook, nameof(TriggerModel.Url), form => form.Url = "http://example.com");
        });
    }

    [Test]
    public async Task A_template_that_is_off_or_of_the_shop_itself_is_not_sent()
    {
        var off = await _pages.Shop.AddAsync(new MessageTemplate { Name = "Segments.Off", Subject = "Off", Body = "Off" });
        var shops = await _pages.Shop.AddAsync(new MessageTemplate { Name = "Customer.Welcome", Subject = "W", Body = "W", IsActive = true });

        await AssertWrongAsync(TriggerAction.Mail, nameof(TriggerModel.MessageTemplateId), form => form.MessageTemplateId = off.Id);
        await AssertWrongAsync(TriggerAction.Mail, nameof(TriggerModel.MessageTemplateId), form => form.MessageTemplateId = shops.Id);
    }

    [Test]
    public async Task Each_action_asks_for_the_permission_to_do_it_by_hand()
    {
        foreach (var action in Enum.GetValues<TriggerAction>())
        {
            _pages.Forbidden.Clear();
            _pages.Forbidden.Add(TriggerKinds.PermissionFor(action));
            Assert.That((await ErrorsAsync(Form(action))).Select(error => error.Field), Is.EqualTo(new[] { nameof(TriggerModel.ActionId) }), action.ToString());
        }

        Assert.That(TriggerKinds.PermissionFor(TriggerAction.AddRole), Is.EqualTo(StandardPermission.Customers.CUSTOMER_ROLES_CREATE_EDIT_DELETE));
    }

    [Test]
    public async Task Only_discounts_that_can_be_copied_for_a_customer_are_offered()
    {
        var bikes = await _pages.Shop.AddAsync(new Discount { Name = "Bikes", DiscountType = DiscountType.AssignedToCategories });
        var over = await _pages.Shop.AddAsync(new Discount { Name = "Over", DiscountType = DiscountType.AssignedToOrderTotal, EndDateUtc = _pages.Now.AddDays(-1) });
        var limited = await _pages.Shop.AddAsync(new Discount { Name = "Limited", DiscountType = DiscountType.AssignedToOrderTotal });
        await _pages.Shop.AddAsync(new DiscountRequirement { DiscountId = limited.Id, DiscountRequirementRuleSystemName = "X" });
        var made = await _pages.Shop.AddAsync(new Discount { Name = "Made", DiscountType = DiscountType.AssignedToOrderTotal });
        var trigger = await AddTriggerAsync(TriggerAction.Coupon);
        await _pages.Shop.AddAsync(new TriggerFiring { TriggerId = trigger.Id, CustomerId = 1, Outcome = FiringOutcome.CouponGiven, MadeId = made.Id });

        var offered = await _pages.AskAsync<TriggerChoices, IReadOnlyList<Discount>>(choices => choices.GetDiscountsAsync());

        Assert.That(offered.Select(discount => discount.Name), Is.EqualTo(new[] { "Ten" }));
        Assert.That(new[] { bikes, over }.Select(discount => discount.Id), Has.None.EqualTo(_discount.Id));
    }

    [Test]
    public void What_the_action_has_no_use_for_is_not_kept()
    {
        var trigger = new SegmentTrigger { Secret = "s" };
        var form = Form(TriggerAction.RewardPoints);
        (form.Amount, form.Url, form.CustomerRoleId, form.MessageTemplateId, form.Delay, form.DelayInDays) = (9, "https://x.example", 3, 4, 2, true);

        TriggerForm.Fill(trigger, form);

        Assert.That((trigger.Points, trigger.Amount, trigger.Url, trigger.CustomerRoleId, trigger.MessageTemplateId, trigger.SubscribersOnly, trigger.DelayHours),
            Is.EqualTo((10, 0m, (string?)null, 0, 0, false, 48)));
    }

    [Test]
    public async Task The_preview_counts_whom_a_mail_would_reach_and_who_came_lately()
    {
        var members = new List<Customer>();
        foreach (var name in new[] { "Ann", "Bob", "Cyd", "Dan" })
            members.Add(await _pages.AddPersonAsync(name, "Test"));
        members[3].Active = false;
        await _pages.Shop.ChangeAsync(members[3]);
        foreach (var member in members)
            await _pages.Shop.AddAsync(new SegmentMember { SegmentId = _segment.Id, CustomerId = member.Id, EnteredOnUtc = _pages.Now });
        await _pages.Shop.SubscribeAsync("Ann@example.com");
        await _pages.Shop.SubscribeAsync("Bob@example.com", active: false);
        await AddChangeAsync(members[0], MembershipChangeReason.Event, 3);
        await AddChangeAsync(members[1], MembershipChangeReason.Edit, 3);
        await AddChangeAsync(members[2], MembershipChangeReason.Schedule, 31);

        var preview = await PreviewAsync(Trigger(TriggerAction.Mail, subscribersOnly: true), enrol: true);
        Assert.That(preview.Lines, Is.EqualTo(new[] { "Members now: 4. Of these, 1 get it.", "Customers who entered in the last 30 days: 1." }));
        Assert.That(preview.Warning, Is.Empty);

        preview = await PreviewAsync(Trigger(TriggerAction.Mail, subscribersOnly: false), enrol: true);
        Assert.That(preview.Lines[0], Does.Contain("3 get it"));

        // Who has got it does not get it once more.
        var stored = await AddTriggerAsync(TriggerAction.RewardPoints);
        await _pages.Shop.AddAsync(new TriggerFiring { TriggerId = stored.Id, CustomerId = members[0].Id, State = FiringState.Done, Outcome = FiringOutcome.PointsGiven });
        preview = await PreviewAsync(stored, enrol: false);
        Assert.That(preview.Lines[0], Does.Contain("2 get it"));
    }

    [Test]
    public async Task The_preview_says_that_a_segment_is_off_and_warns_of_many_codes()
    {
        var customer = await _pages.AddPersonAsync("Ann", "Test");
        await _pages.Shop.AddAllAsync([.. Enumerable.Range(1, 200).Select(i => new SegmentMembershipChange
        {
            SegmentId = _segment.Id, CustomerId = customer.Id + i, Entered = true, Reason = MembershipChangeReason.Event, CreatedOnUtc = _pages.Now
        })]);
        _segment.Active = false;

        var preview = await PreviewAsync(Trigger(TriggerAction.Coupon, subscribersOnly: false), enrol: false);

        Assert.That(preview.Lines[^1], Does.Contain("switched off"));
        Assert.That(preview.Warning, Does.Contain("200 codes"));
        Assert.That((await PreviewAsync(Trigger(TriggerAction.GiftCard, subscribersOnly: false), enrol: false)).Warning, Is.Empty);
    }

    private TriggerModel Form(TriggerAction action) => new()
    {
        SegmentId = _segment.Id,
        Name = "Welcome",
        ActionId = (int)action,
        MessageTemplateId = action.GivesCode() ? _codeTemplate.Id : _template.Id,
        Points = 10,
        DiscountId = _discount.Id,
        Amount = 5,
        CustomerRoleId = _role.Id,
        Url = "https://hooks.example.com/segments"
    };

    private SegmentTrigger Trigger(TriggerAction action, bool subscribersOnly) =>
        new() { SegmentId = _segment.Id, Name = "Welcome", Active = true, Action = action, SubscribersOnly = subscribersOnly };

    private Task<SegmentTrigger> AddTriggerAsync(TriggerAction action) => _pages.Shop.AddAsync(Trigger(action, subscribersOnly: false));

    private Task<SegmentMembershipChange> AddChangeAsync(Customer customer, MembershipChangeReason reason, int daysAgo) => _pages.Shop.AddAsync(
        new SegmentMembershipChange { SegmentId = _segment.Id, CustomerId = customer.Id, Entered = true, Reason = reason, CreatedOnUtc = _pages.Now.AddDays(-daysAgo) });

    private Task<TriggerPreviewModel> PreviewAsync(SegmentTrigger trigger, bool enrol) =>
        _pages.AskAsync<TriggerPreviewFactory, TriggerPreviewModel>(factory => factory.PrepareAsync(_segment, trigger, enrol));

    private Task<IReadOnlyList<(string Field, string Message)>> ErrorsAsync(TriggerModel form) =>
        _pages.AskAsync<TriggerForm, IReadOnlyList<(string Field, string Message)>>(checks => checks.FindErrorsAsync(form));

    private async Task AssertWrongAsync(TriggerAction action, string field, Action<TriggerModel> change)
    {
        var form = Form(action);
        change(form);
        var errors = await ErrorsAsync(form);
        Assert.That(errors.Select(error => error.Field), Is.EqualTo(new[] { field }));
        Assert.That(errors[0].Message, Is.Not.Empty.And.Not.StartsWith("Plugins."), field);
    }
}
