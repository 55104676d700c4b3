using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Health.Checks;

/// <summary>Names the active segments that take long to refresh: long by themselves, or long beside the others.</summary>
public sealed class SlowSegmentCheck(ISegmentService segmentService, DisplayFormats formats) : IHealthCheck
{
    /// <summary>What takes so long is slow in any shop; milliseconds.</summary>
    public const int Slow = 10_000;

    /// <summary>What takes less is not slow, whatever the others take; milliseconds.</summary>
    public const int Quick = 2_000;

    private const int Times = 3;

    /// <inheritdoc />
    public async Task<IReadOnlyList<HealthFinding>> CheckAsync()
    {
        var refreshed = (await segmentService.GetAllAsync(activeOnly: true))
            .Where(segment => segment.RefreshedOnUtc is not null).OrderByDescending(segment => segment.RefreshMilliseconds).ToList();
        if (refreshed.Count == 0)
            return [];

        var limit = Math.Min(Slow, Math.Max(Quick, Times * refreshed[refreshed.Count / 2].RefreshMilliseconds));
        var links = new List<HealthLink>();
        foreach (var segment in refreshed.Where(segment => segment.RefreshMilliseconds >= limit))
            links.Add(await LinkAsync(segment));
        return links.Count == 0
            ? []
            :
            [
                new HealthFinding(
                    HealthSeverity.Advice,
                    await formats.TextAsync("Plugins.Misc.Segments.Health.Slow"),
                    await formats.TextAsync("Plugins.Misc.Segments.Health.Slow.ToDo"))
                {
                    Links = links
                }
            ];
    }

    private async Task<HealthLink> LinkAsync(Segment segment) =>
        new(segment.Name, "Segment", "Details", segment.Id) { Note = await formats.DurationAsync(segment.RefreshMilliseconds) };
}
