using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Health.Checks;

/// <summary>Finds active segments whose members cannot be relied on: failed, stopped, or with rules that name what is gone.</summary>
public sealed class SegmentStateCheck(ISegmentService segmentService, RefreshRunList runs, SegmentTexts texts, DisplayFormats formats) : IHealthCheck
{
    private static readonly SegmentState[] Bad = [SegmentState.Failed, SegmentState.NeedsAttention, SegmentState.Stopped];

    /// <inheritdoc />
    public async Task<IReadOnlyList<HealthFinding>> CheckAsync()
    {
        var segments = (await segmentService.GetAllAsync(activeOnly: true)).Where(segment => Bad.Contains(segment.State)).ToList();
        var latest = await runs.GetLatestAsync([.. segments.Select(segment => segment.Id)]);
        var findings = new List<HealthFinding>();
        foreach (var state in Bad)
        {
            var links = new List<HealthLink>();
            foreach (var segment in segments.Where(segment => segment.State == state))
                links.Add(new HealthLink(segment.Name, "Segment", "Details", segment.Id) { Note = await GetNoteAsync(segment, latest) });
            if (links.Count > 0)
                findings.Add(await FindAsync(state, links));
        }

        return findings;
    }

    private async Task<HealthFinding> FindAsync(SegmentState state, IReadOnlyList<HealthLink> links) => new(
        state == SegmentState.Failed ? HealthSeverity.Problem : HealthSeverity.Warning,
        await formats.TextAsync($"Plugins.Misc.Segments.Health.Segments.{state}"),
        await formats.TextAsync($"Plugins.Misc.Segments.Health.Segments.{state}.ToDo"))
    {
        Links = links
    };

    // That a refresh was stopped is all there is to say about it.
    private async Task<string> GetNoteAsync(Segment segment, IReadOnlyDictionary<int, RefreshRun> latest) => segment.State == SegmentState.Stopped
        ? string.Empty
        : await texts.GetReasonAsync(segment, latest.GetValueOrDefault(segment.Id));
}
