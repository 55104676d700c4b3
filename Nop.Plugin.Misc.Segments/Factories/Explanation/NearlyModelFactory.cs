using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Models.Explanation;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Explanation;

namespace Nop.Plugin.Misc.Segments.Factories.Explanation;

/// <summary>Prepares the segments that a customer is nearly in, with what is missing.</summary>
public sealed class NearlyModelFactory(
    DisplayFormats formats,
    IExplanationDescriber describer,
    ISegmentEvaluator evaluator,
    ISegmentService segmentService,
    NearMissFinder finder,
    IRepository<SegmentMember> members)
{
    /// <summary>So many segments are looked at, by name; each costs a query for each of its conditions.</summary>
    internal const int MostSegments = 50;

    private const string Prefix = $"{SegmentsDefaults.ResourcePrefix}.Why.";

    /// <summary>The segments, the nearest first.</summary>
    public async Task<NearlyModel> PrepareAsync(int customerId)
    {
        var active = await segmentService.GetAllAsync(activeOnly: true);
        var own = (await members.Table.Where(m => m.CustomerId == customerId).Select(m => m.SegmentId).ToListAsync()).ToHashSet();
        var near = new List<(Segment Segment, NearMiss Miss)>();
        foreach (var segment in active.Take(MostSegments).Where(segment => !own.Contains(segment.Id)))
            if (await FindAsync(segment, customerId) is { } miss)
                near.Add((segment, miss));

        var models = new List<NearSegmentModel>();
        foreach (var (segment, miss) in near.OrderBy(one => one.Miss.Missing.Count).ThenByDescending(one => one.Miss.Closeness))
            models.Add(new NearSegmentModel { Id = segment.Id, Name = segment.Name, Missing = await PrepareAsync(miss) });
        return new NearlyModel
        {
            Segments = models,
            Note = active.Count > MostSegments ? await formats.FormatAsync($"{Prefix}Nearly.Cut", MostSegments) : string.Empty
        };
    }

    private async Task<NearMiss?> FindAsync(Segment segment, int customerId)
    {
        try
        {
            return segment.State == SegmentState.NeedsAttention
                ? null
                : await finder.FindAsync(await evaluator.ReadAsync(segment.Definition), segment.IncludeGuests, customerId);
        }
        catch (DefinitionException)
        {
            // Nobody can be near rules that cannot be read; the segment's own page says what is wrong with them.
            return null;
        }
    }

    private async Task<IReadOnlyList<MissingConditionModel>> PrepareAsync(NearMiss miss)
    {
        var (asked, unwanted, needed) = (await TextAsync("Asked"), await TextAsync("Unwanted"), await TextAsync("Nearly.More"));
        return (await describer.DescribeAsync(miss)).Select(missing => new MissingConditionModel
        {
            Text = missing.Rule,
            Name = missing.Comparison.Name,
            Actual = missing.Comparison.Actual,
            Asked = string.Format(missing.IsWanted ? asked : unwanted, missing.Comparison.Asked),
            More = missing.More is { } more ? string.Format(needed, more) : string.Empty
        }).ToList();
    }

    private Task<string> TextAsync(string name) => formats.TextAsync(Prefix + name);
}
