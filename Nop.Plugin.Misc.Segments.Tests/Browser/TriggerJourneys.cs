using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>Journeys with triggers: made, run and looked at as a merchant does.</summary>
public abstract class TriggerJourneys : JourneyTests
{
    private const int Narrow = 390;
    private const int Wide = 1400;

    /// <summary>Adds a trigger to a segment, of which the action and its values are chosen.</summary>
    protected async Task MakeTriggerAsync(string details, string name, string action, Func<Task>? fill = null)
    {
        await Admin.GotoAsync(details);
        await Admin.Locator("#segment-triggers").GetByRole(AriaRole.Link, new() { Name = "Add a trigger" }).ClickAsync();
        await Admin.FillAsync("#Name", name);
        await Admin.Locator("#ActionId").SelectOptionAsync(new SelectOptionValue { Label = action }, new() { Force = true });
        if (fill is not null)
            await fill();
        if (await Admin.Locator("#SubscribersOnly").IsVisibleAsync())
        {
            await Expect(Admin.Locator("#SubscribersOnly")).ToBeCheckedAsync();
            await Admin.UncheckAsync("#SubscribersOnly");
        }

        await Expect(Admin.Locator("#trigger-preview")).ToContainTextAsync("They get nothing by saving");
        await AssertAccessibleAsync(Admin, ".segment-trigger-form");
        await ExpectToFitAsync();
        await Admin.Locator("button[name=save]").ClickAsync();
        await Expect(Admin.GetByText("The trigger has been saved.")).ToBeVisibleAsync();
    }

    /// <summary>A customer orders: with that the segment has one member more.</summary>
    protected async Task OrderAsync(string email)
    {
        await BecomeAsync(email);
        await CheckOutAsync();
    }

    /// <summary>Orders what is in the cart.</summary>
    protected async Task CheckOutAsync()
    {
        await Customer.ClickAsync("#checkout");
        await Expect(Customer.GetByText(new Regex("Your order .* has been placed"))).ToBeVisibleAsync();
    }

    /// <summary>Runs the schedule task until the trigger has done something: the order has to be worked out first.</summary>
    protected Task WaitUntilDoneAsync(string details, string name, int count = 1) => WaitUntilAsync(details, name, $"done: {count}");

    /// <summary>Runs the schedule task until the segment's page says so of the trigger.</summary>
    protected Task WaitUntilAsync(string details, string name, string counted) => RunTaskUntilAsync(async () =>
    {
        await Admin.GotoAsync(details);
        return await Admin.Locator("#segment-triggers li", new() { HasText = name }).GetByText(new Regex($@"{counted}(\D|$)")).IsVisibleAsync();
    }, $"{name}: {counted}");

    /// <summary>Runs the schedule task until something is so.</summary>
    protected async Task RunTaskUntilAsync(Func<Task<bool>> isSo, string what)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            await Admin.GotoAsync($"{Address}/Admin/ScheduleTask/List");
            await Admin.GetByRole(AriaRole.Row, new() { NameRegex = new Regex("Customer segments") }).GetByRole(AriaRole.Button, new() { Name = "Run now" }).ClickAsync();
            await Admin.WaitForLoadStateAsync(LoadState.NetworkIdle);
            if (await isSo())
                return;
        }

        Assert.Fail($"That never came about: {what}");
    }

    /// <summary>Opens the page of a trigger.</summary>
    protected async Task OpenTriggerAsync(string details, string name)
    {
        await Admin.GotoAsync(details);
        await Admin.Locator("#segment-triggers").GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
        await Expect(Admin.Locator("#trigger-log-card")).ToBeVisibleAsync();
    }

    /// <summary>The rows of the log on the page of a trigger.</summary>
    protected ILocator Log() => Admin.Locator("#firings-grid tbody tr");

    /// <summary>The code that was given, or what went wrong, in the only row of the log.</summary>
    protected ILocator Detail() => Log().Locator("td").Nth(2);

    /// <summary>Deletes a trigger on its page.</summary>
    protected async Task DeleteTriggerAsync(string details, string name)
    {
        await OpenTriggerAsync(details, name);
        await Admin.ClickAsync("#trigger-delete");
        await Admin.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(Admin.GetByText("The trigger has been deleted.")).ToBeVisibleAsync();
        await Expect(Admin.Locator("#segment-triggers")).Not.ToContainTextAsync(name);
    }

    /// <summary>Expects nothing of the page to be wider than a telephone.</summary>
    protected async Task ExpectToFitAsync()
    {
        await Admin.SetViewportSizeAsync(Narrow, Wide);
        Assert.That(await Admin.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(Narrow));
        await Admin.SetViewportSizeAsync(Wide, Wide);
    }
}
