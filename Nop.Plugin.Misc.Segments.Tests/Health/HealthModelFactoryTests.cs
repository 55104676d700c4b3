using Moq;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.ScheduleTasks;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Factories.Health;
using Nop.Plugin.Misc.Segments.Health;
using Nop.Plugin.Misc.Segments.Health.Checks;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Models.Health;
using Nop.Plugin.Misc.Segments.Tests.Pages;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Services.Logging;
using Nop.Services.Security;

namespace Nop.Plugin.Misc.Segments.Tests.Health;

/// <summary>What the health page finds, and that it finds nothing where nothing is wrong.</summary>
[SetCulture("en-US")]
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
internal sealed class HealthModelFactoryTests(string kind)
{
    private PagesShop _shop = null!;
    private ScheduleTask _task = null!;

    /// <summary>A shop in which all is well.</summary>
    [SetUp]
    public async Task Open()
    {
        _shop = await PagesShop.CreateAsync(kind);
        _task = await _shop.Shop.AddAsync(new ScheduleTask
        {
            Name = "Customer segments",
            Type = SegmentsTask.TypeName,
            Seconds = 600,
            Enabled = true,
            LastEnabledUtc = _shop.Now.AddDays(-3),
            LastStartUtc = _shop.Now.AddMinutes(-5),
            LastEndUtc = _shop.Now.AddMinutes(-4),
            LastSuccessUtc = _shop.Now.AddMinutes(-4)
        });
        await _shop.AddSegmentAsync("VIP", segment => segment.RefreshMilliseconds = 300);
        await _shop.AddSegmentAsync("New");
    }

    [TearDown]
    public async Task Close()
    {
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [Test]
    public async Task Where_all_is_well_the_page_is_green_and_says_so()
    {
        await _shop.Shop.AddAsync(new DirtyCustomer { CustomerId = 1, DueOnUtc = _shop.Now.AddMinutes(-3) });

        var page = await LookAsync();

        Assert.That(page.Findings, Is.Empty);
        Assert.That(page.Summary.Title, Is.EqualTo("Everything is fine"));
        Assert.That(page.Summary.Look, Is.EqualTo("health-fine"));
        Assert.That(page.QueueWaiting, Is.EqualTo("1"));
        Assert.That(page.QueueOldest, Is.EqualTo("3 min"));
        Assert.That(page.Task.State.Text, Is.EqualTo("Runs"));
    }

    [Test]
    public async Task A_missing_task_is_a_problem()
    {
        _task.Type = "Another.Task";
        await _shop.Shop.ChangeAsync(_task);

        await ExpectAsync<ScheduleTaskCheck>(HealthSeverity.Problem, "The scheduled task of the segments is missing.");
    }

    [Test]
    public async Task A_task_that_is_off_is_a_problem()
    {
        _task.Enabled = false;
        await _shop.Shop.ChangeAsync(_task);

        var finding = await ExpectAsync<ScheduleTaskCheck>(HealthSeverity.Problem, "The scheduled task of the segments is switched off.");
        Assert.That(finding.Links.Single().Controller, Is.EqualTo("ScheduleTask"));
        Assert.That((await LookAsync()).Task.Next, Is.EqualTo(DisplayFormats.Nothing));
    }

    [TestCase(29, false)]
    [TestCase(31, true)]
    public async Task A_task_that_has_not_run_for_three_periods_is_a_problem(int minutes, bool late)
    {
        _task.LastStartUtc = _task.LastEndUtc = _task.LastSuccessUtc = _shop.Now.AddMinutes(-minutes);
        await _shop.Shop.ChangeAsync(_task);

        if (!late)
        {
            Assert.That(await CheckAsync<ScheduleTaskCheck>(), Is.Empty);
            return;
        }

        var finding = await ExpectAsync<ScheduleTaskCheck>(HealthSeverity.Problem, "has not run since");
        Assert.That(finding.WhatToDo, Does.Contain("Configuration > Stores").And.Contains("certificate").And.Contains("login"));
        Assert.That(finding.Links.Select(link => link.Controller), Is.EqualTo(new[] { "Store", "ScheduleTask", "Log" }));
    }

    [Test]
    public async Task A_task_that_never_ran_is_given_three_periods_from_when_it_was_switched_on()
    {
        _task.LastStartUtc = _task.LastEndUtc = _task.LastSuccessUtc = null;
        _task.LastEnabledUtc = _shop.Now.AddMinutes(-20);
        await _shop.Shop.ChangeAsync(_task);
        Assert.That(await CheckAsync<ScheduleTaskCheck>(), Is.Empty);

        _shop.Clock.Now += TimeSpan.FromMinutes(11);
        await ExpectAsync<ScheduleTaskCheck>(HealthSeverity.Problem, "has never run");
    }

    [Test]
    public async Task A_task_at_work_on_a_long_refresh_is_not_late()
    {
        _task.LastStartUtc = _shop.Now.AddHours(-2);
        _task.LastEndUtc = _task.LastSuccessUtc = _shop.Now.AddHours(-3);
        await _shop.Shop.ChangeAsync(_task);
        await _shop.AddRunAsync(await _shop.AddSegmentAsync("Large"), RefreshRunState.Running);

        Assert.That(await CheckAsync<ScheduleTaskCheck>(), Is.Empty);
    }

    [Test]
    public async Task A_run_that_ended_with_an_error_is_a_warning()
    {
        _task.LastSuccessUtc = _shop.Now.AddMinutes(-15);
        await _shop.Shop.ChangeAsync(_task);

        await ExpectAsync<ScheduleTaskCheck>(HealthSeverity.Warning, "ended with an error");
    }

    [Test]
    public async Task What_waits_for_longer_than_the_task_could_need_is_a_warning()
    {
        await _shop.Shop.AddAsync(new DirtyCustomer { CustomerId = 1, DueOnUtc = _shop.Now.AddMinutes(-25) });
        await _shop.Shop.AddAsync(new DirtyCustomer { CustomerId = 2, DueOnUtc = _shop.Now.AddMinutes(1) });

        await ExpectAsync<QueueCheck>(HealthSeverity.Warning, "Changes that wait for the segments: 2. The oldest has waited for 25 min.");
    }

    [TestCase(SegmentState.Failed, HealthSeverity.Problem)]
    [TestCase(SegmentState.NeedsAttention, HealthSeverity.Warning)]
    [TestCase(SegmentState.Stopped, HealthSeverity.Warning)]
    public async Task Segments_that_cannot_be_relied_on_are_named(SegmentState state, HealthSeverity severity)
    {
        var bad = await _shop.AddSegmentAsync("Bad", segment => segment.State = state);
        await _shop.AddSegmentAsync("Inactive", segment => (segment.State, segment.Active) = (state, false));

        var finding = (await CheckAsync<SegmentStateCheck>()).Single();

        Assert.That(finding.Severity, Is.EqualTo(severity));
        Assert.That(finding.Links.Select(link => (link.Text, link.Id)), Is.EqualTo(new[] { ("Bad", (int?)bad.Id) }));
        Assert.That(finding.WhatToDo, Is.Not.Empty);
    }

    [TestCase(1_900, 0)]
    [TestCase(2_100, 1)]
    public async Task A_segment_that_takes_long_beside_the_others_is_named(int milliseconds, int count)
    {
        await _shop.AddSegmentAsync("Slow", segment => segment.RefreshMilliseconds = milliseconds);

        var findings = await CheckAsync<SlowSegmentCheck>();

        Assert.That(findings.SelectMany(finding => finding.Links).Select(link => link.Text), Is.EqualTo(Enumerable.Repeat("Slow", count)));
        Assert.That((await LookAsync()).Summary.Title, Is.EqualTo("Everything is fine"), "it is advice");
    }

    [Test]
    public async Task Ten_seconds_are_slow_though_all_are()
    {
        foreach (var name in new[] { "A", "B", "C", "D" })
            await _shop.AddSegmentAsync(name, segment => segment.RefreshMilliseconds = SlowSegmentCheck.Slow);

        Assert.That((await CheckAsync<SlowSegmentCheck>()).Single().Links, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Cached_prices_are_a_problem_while_discounts_go_by_segments()
    {
        var discount = await _shop.Shop.AddAsync(new Discount { Name = "Club", IsActive = true, DiscountType = DiscountType.AssignedToSkus });
        await _shop.Shop.AddAsync(new DiscountRequirement { DiscountId = discount.Id, DiscountRequirementRuleSystemName = SegmentsDefaults.SystemName });
        _shop.Catalog.CacheProductPrices = true;

        var page = await LookAsync();

        Assert.That(page.Findings.Single().Text, Does.Contain("Club"));
        Assert.That(page.Findings.Single().Links.Single(), Is.EqualTo(new HealthLink("Open the catalog settings", "Setting", "Catalog")));
        Assert.That(page.Summary.Title, Is.EqualTo("Something does not work"));
    }

    [Test]
    public async Task A_check_that_fails_does_not_hide_what_the_others_find()
    {
        var broken = new Mock<IHealthCheck>();
        broken.Setup(check => check.CheckAsync()).ThrowsAsync(new InvalidOperationException("Broken."));
        var finds = new Mock<IHealthCheck>();
        finds.Setup(check => check.CheckAsync()).ReturnsAsync([new HealthFinding(HealthSeverity.Problem, "Found.", "Do it.")]);

        var page = await _shop.AskAsync<IServiceProvider, HealthModel>(services => new HealthModelFactory(
            [broken.Object, finds.Object], Get<DisplayFormats>(services), Mock.Of<ILogger>(), Get<IPermissionService>(services), Get<QueueReader>(services),
            Get<RefreshGridFactory>(services), Get<TaskSchedule>(services)).PrepareModelAsync());

        Assert.That(page.Findings.Select(finding => finding.Text), Is.EqualTo(new[] { "Found.", "One of the checks of this page could not be made: Broken." }));
    }

    [Test]
    public async Task Refreshes_that_go_on_come_first_then_those_that_wait_then_the_last()
    {
        var segment = await _shop.AddSegmentAsync("Large");
        await _shop.AddRunAsync(segment, RefreshRunState.Running);
        await _shop.AddRunAsync(segment, RefreshRunState.Waiting, run => run.Reason = MembershipChangeReason.Event);
        await _shop.AddRunAsync(segment, RefreshRunState.Done);
        await _shop.AddRunAsync(segment, RefreshRunState.Failed, run => run.Error = "Too slow.");

        var rows = (await _shop.AskAsync<RefreshGridFactory, RefreshListModel>(
            factory => factory.PrepareListModelAsync(new RefreshSearchModel { Start = 0, Length = 10 }))).Data.ToList();

        Assert.That(rows.Select(row => row.State.Text), Is.EqualTo(new[] { "Going on", "Waiting", "Failed", "Done" }));
        Assert.That(rows.Select(row => row.Customers), Is.EqualTo(new[] { "1,500 of 3,000", "–", "1,500 of 3,000", "3,000" }));
        Assert.That(rows[1].By, Does.Contain("something in the shop changed"));
        Assert.That(rows[2].State.Reason, Is.EqualTo("Too slow."));
        Assert.That(rows.Select(row => row.Segment), Has.All.EqualTo("Large"));
    }

    private async Task<HealthFinding> ExpectAsync<TCheck>(HealthSeverity severity, string text) where TCheck : IHealthCheck
    {
        var finding = (await CheckAsync<TCheck>()).Single();
        Assert.That(finding.Severity, Is.EqualTo(severity));
        Assert.That(finding.Text, Does.Contain(text));
        Assert.That(finding.WhatToDo, Is.Not.Empty);
        return finding;
    }

    private Task<IReadOnlyList<HealthFinding>> CheckAsync<TCheck>() where TCheck : IHealthCheck =>
        _shop.AskAsync<IEnumerable<IHealthCheck>, IReadOnlyList<HealthFinding>>(checks => checks.OfType<TCheck>().Single().CheckAsync());

    private Task<HealthModel> LookAsync() => _shop.AskAsync<HealthModelFactory, HealthModel>(factory => factory.PrepareModelAsync());

    private static T Get<T>(IServiceProvider services) where T : notnull => (T)services.GetService(typeof(T))!;
}
