using System.Transactions;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Logging;

namespace Nop.Plugin.Misc.Segments.Transfer.Import;

/// <summary>Does what a plan says: all of it or nothing.</summary>
public sealed class SegmentImporter(
    DefinitionReader reader,
    ISegmentService segmentService,
    DrainSignal signal,
    ICustomerActivityService activityService,
    DisplayFormats formats)
{
    /// <summary>Imports the segments of a plan in the order in which they build on each other.</summary>
    /// <returns>The segments as they are stored.</returns>
    /// <exception cref="InvalidOperationException">The plan is not ready.</exception>
    /// <exception cref="DefinitionException">With ids in the place of names rules are too large.</exception>
    public async Task<IReadOnlyList<Segment>> ImportAsync(ImportPlan plan, bool activate)
    {
        if (!plan.IsReady)
            throw new InvalidOperationException("Something of the import is not settled yet.");

        var stored = new Dictionary<int, Segment>();
        using (var scope = new TransactionScope(TransactionScopeOption.RequiresNew,
                   new TransactionOptions { IsolationLevel = IsolationLevel.ReadCommitted, Timeout = TransactionManager.DefaultTimeout },
                   TransactionScopeAsyncFlowOption.Enabled))
        {
            foreach (var index in plan.Order)
                stored[index] = await StoreAsync(plan.Segments[index], stored, activate);
            scope.Complete();
        }

        // The worker may have looked while nothing was visible yet.
        signal.Send();
        foreach (var index in plan.Order)
            await LogAsync(plan.Segments[index], stored[index]);
        return plan.Order.Select(index => stored[index]).ToList();
    }

    private async Task<Segment> StoreAsync(PlannedSegment planned, Dictionary<int, Segment> stored, bool activate)
    {
        var definition = await DefinitionRewriter.ReplaceChoicesAsync(planned.Definition!, use =>
        {
            IReadOnlyList<Choice> choices = use.Choices
                .Select(choice => choice.Id is { } id && PlannedSegment.IndexOf(id) is { } index ? new Choice(stored[index].Id, null) : choice).ToList();
            return Task.FromResult(choices);
        });
        var json = DefinitionWriter.Write(definition).ToJsonString();
        await reader.ReadAsync(json);
        if (planned.IsReplacement && await segmentService.GetByIdAsync(planned.Existing!.Id) is { } existing)
        {
            existing.Definition = json;
            existing.IncludeGuests = planned.Found.Segment.IncludeGuests;
            await segmentService.UpdateAsync(existing);
            return existing;
        }

        var segment = new Segment
        {
            Name = planned.Name,
            Description = planned.Found.Segment.Description,
            IncludeGuests = planned.Found.Segment.IncludeGuests,
            Active = activate,
            Definition = json
        };
        await segmentService.InsertAsync(segment);
        return segment;
    }

    private async Task LogAsync(PlannedSegment planned, Segment segment)
    {
        var (activity, text) = planned.IsReplacement
            ? (SegmentsDefaults.EditActivity, "Plugins.Misc.Segments.Transfer.Log.Replaced")
            : (SegmentsDefaults.AddActivity, "Plugins.Misc.Segments.Transfer.Log.Added");
        await activityService.InsertActivityAsync(activity, await formats.FormatAsync(text, segment.Name, planned.Found.File), segment);
    }
}
