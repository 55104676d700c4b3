using System.Globalization;
using Nop.Core.Domain.Customers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Services.Customers;

namespace Nop.Plugin.Misc.Segments.Factories;

/// <summary>Says in words how a refresh stands, and who or what started it.</summary>
public sealed class RefreshTexts(ICustomerService customerService, DisplayFormats formats, TimeProvider timeProvider)
{
    // Longer than one step may take: whoever was at work is gone.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    private const int Whole = 100;

    /// <summary>How far a refresh is; null when it is over.</summary>
    public async Task<RefreshProgressModel?> GetProgressAsync(RefreshRun? run) => run?.State switch
    {
        RefreshRunState.Waiting => await WaitingAsync(await GetStarterAsync(run)),
        RefreshRunState.Running => await RunningAsync(run, await GetStarterAsync(run)),
        _ => null
    };

    /// <summary>What is shown of a segment that is to be refreshed, though nothing is stored about that yet.</summary>
    public Task<RefreshProgressModel> WaitingAsync() => WaitingAsync(string.Empty);

    /// <summary>Who started a refresh: a merchant, or the shop by itself, and why.</summary>
    public async Task<string> GetStarterAsync(RefreshRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.RequestedByCustomerId == 0)
            return await formats.TextAsync($"Plugins.Misc.Segments.Progress.By.Shop.{run.Reason}");

        var merchant = await customerService.GetCustomerByIdAsync(run.RequestedByCustomerId);
        return NameOf(merchant) is { Length: > 0 } name ? name : await formats.TextAsync("Plugins.Misc.Segments.Progress.By.Somebody");
    }

    /// <summary>How long a refresh has worked; from beginning to end when it failed, because what failed is not counted as work.</summary>
    public Task<string> GetDurationAsync(RefreshRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return formats.DurationAsync(run.State switch
        {
            RefreshRunState.Running when !IsInterrupted(run) => (int)Math.Min(int.MaxValue, run.WorkMilliseconds + SilenceOf(run).TotalMilliseconds),
            RefreshRunState.Failed when run.EndedOnUtc > run.StartedOnUtc =>
                (int)Math.Min(int.MaxValue, (run.EndedOnUtc.Value - run.StartedOnUtc.Value).TotalMilliseconds),
            _ => run.WorkMilliseconds
        });
    }

    /// <summary>When and after how long a refresh failed, and of what.</summary>
    public async Task<string> GetFailureAsync(RefreshRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return await formats.FormatAsync(
            "Plugins.Misc.Segments.Progress.Failure", await formats.MomentAsync(run.EndedOnUtc), await GetDurationAsync(run), run.Error ?? string.Empty);
    }

    /// <summary>How many of all customers a refresh has looked at, about: ids have gaps.</summary>
    public static int CountSeen(RefreshRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return (int)Math.Round(FractionOf(run) * run.CustomerCount);
    }

    private async Task<RefreshProgressModel> WaitingAsync(string by) => new()
    {
        Text = await formats.TextAsync("Plugins.Misc.Segments.Progress.Waiting"),
        By = by.Length == 0 ? string.Empty : await formats.FormatAsync("Plugins.Misc.Segments.Progress.By", by)
    };

    private async Task<RefreshProgressModel> RunningAsync(RefreshRun run, string by)
    {
        var percent = (int)(FractionOf(run) * Whole);
        return new RefreshProgressModel
        {
            Percent = percent,
            PercentText = ((double)percent / Whole).ToString("P0", CultureInfo.CurrentCulture),
            Text = await formats.FormatAsync("Plugins.Misc.Segments.Progress.Seen", formats.Number(CountSeen(run)), formats.Number(run.CustomerCount)),
            Moved = await formats.FormatAsync("Plugins.Misc.Segments.Progress.Moved", formats.Number(run.Entered), formats.Number(run.Left)),
            Time = await formats.FormatAsync("Plugins.Misc.Segments.Progress.Time", await GetDurationAsync(run)),
            By = await formats.FormatAsync("Plugins.Misc.Segments.Progress.By", by),
            Interruption = IsInterrupted(run)
                ? await formats.FormatAsync("Plugins.Misc.Segments.Progress.Interrupted", await formats.MomentAsync(run.SeenOnUtc))
                : string.Empty
        };
    }

    private bool IsInterrupted(RefreshRun run) => SilenceOf(run) > Silence;

    private TimeSpan SilenceOf(RefreshRun run) =>
        run.SeenOnUtc is { } seen && timeProvider.GetUtcNow().UtcDateTime - seen is { Ticks: > 0 } silence ? silence : TimeSpan.Zero;

    private static double FractionOf(RefreshRun run)
    {
        var all = (long)run.LastCustomerId - run.FirstCustomerId + 1;
        return all <= 0 ? 1 : Math.Clamp((double)(run.NextCustomerId - run.FirstCustomerId) / all, 0, 1);
    }

    private static string NameOf(Customer? customer)
    {
        if (customer is null)
            return string.Empty;

        var name = $"{customer.FirstName} {customer.LastName}".Trim();
        return name.Length > 0 ? name : customer.Email ?? customer.Username ?? string.Empty;
    }
}
