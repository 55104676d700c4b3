using Nop.Plugin.Misc.Segments.Factories;

namespace Nop.Plugin.Misc.Segments.Health.Checks;

/// <summary>Finds changes of the shop that wait too long for their effect, and customers who were set aside.</summary>
public sealed class QueueCheck(QueueReader queue, TaskSchedule schedule, DisplayFormats formats) : IHealthCheck
{
    private const int Periods = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <inheritdoc />
    public async Task<IReadOnlyList<HealthFinding>> CheckAsync()
    {
        var figures = await queue.GetAsync();
        var findings = new List<HealthFinding>();
        if (figures.Oldest > await GetPatienceAsync())
            findings.Add(new HealthFinding(
                HealthSeverity.Warning,
                await formats.FormatAsync("Plugins.Misc.Segments.Health.Queue.Old", formats.Number(figures.Waiting), await formats.AgeAsync(figures.Oldest.Value)),
                await formats.TextAsync("Plugins.Misc.Segments.Health.Queue.Old.ToDo"))
            {
                Links = [new HealthLink(await formats.TextAsync("Plugins.Misc.Segments.Health.Link.Log"), "Log", "List")]
            });
        if (figures.SetAside > 0)
            findings.Add(new HealthFinding(
                HealthSeverity.Warning,
                await formats.FormatAsync("Plugins.Misc.Segments.Health.SetAside.Some", formats.Number(figures.SetAside)),
                await formats.TextAsync("Plugins.Misc.Segments.Health.SetAside.Some.ToDo")));
        return findings;
    }

    /// <summary>The schedule task takes what nobody else took: what is older than some of its periods, nobody takes.</summary>
    private async Task<TimeSpan> GetPatienceAsync()
    {
        var periods = TimeSpan.FromSeconds((await schedule.GetAsync()).Task?.Seconds ?? 0) * Periods;
        return periods > Patience ? periods : Patience;
    }
}
