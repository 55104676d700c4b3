using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nop.Core.Domain.Customers;
using Nop.Plugin.Misc.Segments.Controllers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Factories.Health;
using Nop.Plugin.Misc.Segments.Models.Health;
using Nop.Plugin.Misc.Segments.Tests.Pages;
using Nop.Plugin.Misc.Segments.Tests.Platform;

namespace Nop.Plugin.Misc.Segments.Tests.Health;

/// <summary>Customers who are set aside: listed, tried again, dismissed.</summary>
[SetCulture("en-US")]
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
internal sealed class SetAsideTests(string kind)
{
    private PagesShop _shop = null!;
    private Segment _good = null!;
    private Segment _broken = null!;
    private Customer _ada = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await PagesShop.CreateAsync(kind);
        _good = await _shop.AddSegmentAsync("Good");
        _broken = await _shop.AddSegmentAsync("Broken", segment => segment.Definition = "oops");
        _ada = await _shop.AddPersonAsync("Ada", "Winter");
        await SetAsideAsync(_good, _ada.Id, 1);
        await SetAsideAsync(_good, 9_999, 2);
        await SetAsideAsync(_broken, _ada.Id, 3);
    }

    [TearDown]
    public async Task Close()
    {
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [Test]
    public async Task The_list_says_who_and_why()
    {
        var rows = (await _shop.AskAsync<SetAsideGridFactory, SetAsideListModel>(
            factory => factory.PrepareListModelAsync(new SetAsideSearchModel { Start = 0, Length = 10 }))).Data.ToList();

        Assert.That(rows.Select(row => (row.Customer, row.Segment)), Is.EqualTo(new[]
        {
            ("Ada Winter", "Good"), ("(deleted customer)", "Good"), ("Ada Winter", "Broken")
        }));
        Assert.That(rows.Select(row => row.Error), Has.All.EqualTo("Overflow."));
        Assert.That(rows.Select(row => row.Exists), Is.EqualTo(new[] { true, false, true }));
    }

    [Test]
    public async Task Who_can_be_looked_at_now_is_set_aside_no_longer()
    {
        await ActAsync(controller => controller.Retry(_good.Id, _ada.Id));
        Assert.That(Left(), Is.EquivalentTo(new[] { (_good.Id, 9_999), (_broken.Id, _ada.Id) }));

        await ActAsync(controller => controller.Retry(_broken.Id, _ada.Id));
        Assert.That(Left(), Has.Member((_broken.Id, _ada.Id)), "its rules cannot be read");

        await ActAsync(controller => controller.RetryAll());
        Assert.That(Left(), Is.EquivalentTo(new[] { (_broken.Id, _ada.Id) }));
    }

    [Test]
    public async Task One_or_all_are_dismissed()
    {
        await ActAsync(controller => controller.Dismiss(_good.Id, _ada.Id));
        Assert.That(Left(), Is.EquivalentTo(new[] { (_good.Id, 9_999), (_broken.Id, _ada.Id) }));

        await ActAsync(controller => controller.DismissAll());
        Assert.That(Left(), Is.Empty);
    }

    private Task SetAsideAsync(Segment segment, int customerId, int minutesAgo) => _shop.Shop.AddAsync(new SetAsideCustomer
    {
        SegmentId = segment.Id,
        CustomerId = customerId,
        Error = "Overflow.",
        Attempts = 2,
        FailedOnUtc = _shop.Now.AddMinutes(-minutesAgo)
    });

    private async Task ActAsync(Func<SegmentHealthController, Task<IActionResult>> action)
    {
        var result = await _shop.AskAsync<IServiceProvider, IActionResult>(services =>
        {
            var controller = ActivatorUtilities.CreateInstance<SegmentHealthController>(services);
            controller.Url = Mock.Of<IUrlHelper>();
            controller.ControllerContext = new ControllerContext { HttpContext = new DefaultHttpContext { RequestServices = services } };
            return action(controller);
        });
        Assert.That(result, Has.Property(nameof(RedirectToActionResult.ActionName)).EqualTo(nameof(SegmentHealthController.Index)));
    }

    private List<(int, int)> Left() => _shop.Shop.Rows<SetAsideCustomer>().ConvertAll(row => (row.SegmentId, row.CustomerId));
}
