using System.Globalization;
using Nop.Plugin.Misc.Segments.Models.Editor;
using Nop.Plugin.Misc.Segments.Models.Transfer;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Choices;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Plugin.Misc.Segments.Transfer;
using Nop.Plugin.Misc.Segments.Transfer.Import;

namespace Nop.Plugin.Misc.Segments.Factories.Transfer;

/// <summary>Says in a merchant's words what an import will do.</summary>
public sealed class ImportModelFactory(
    ImportTexts texts,
    IDefinitionDescriber describer,
    ChoiceLookup lookup,
    CriteriaCatalogue catalogue,
    DisplayFormats formats)
{
    /// <summary>The page.</summary>
    public async Task<ImportPageModel> PreparePageAsync(ImportUrls urls) =>
        new() { Data = EditorJson.Write(new ImportPageData(urls, SegmentFile.MaximumSize, await texts.LoadAsync())) };

    /// <summary>What importing will do.</summary>
    public async Task<ImportCheckModel> PrepareAsync(ImportPlan plan)
    {
        var problems = new List<ImportProblemModel>();
        foreach (var problem in plan.Problems)
            problems.Add(await PrepareAsync(problem));
        var segments = new List<ImportSegmentModel>();
        foreach (var segment in plan.Segments)
            segments.Add(await PrepareAsync(segment, plan));

        // One sentence for each condition, however many names it holds.
        var sentences = new Dictionary<(int, string), string>();
        var names = new List<UnknownNameModel>();
        foreach (var entry in plan.Unknown.Take(ImportPlanner.LongestList))
            names.Add(await PrepareAsync(entry, plan, sentences));
        var general = plan.Cycle is null ? null : await TextAsync("Cycle", string.Join(" → ", plan.Cycle));
        return new ImportCheckModel(plan.IsReady, problems, segments, names, plan.Unknown.Count - names.Count, general);
    }

    /// <summary>What is wrong with a file.</summary>
    public async Task<ImportProblemModel> PrepareAsync(FileProblem problem)
    {
        var place = new[] { problem.Segment is null ? null : await TextAsync("Problem.Segment", problem.Segment), problem.Path }
            .Where(part => !string.IsNullOrEmpty(part)).ToList();
        var message = problem.Text is null
            ? string.Join(' ', problem.Details.Select(detail => Convert.ToString(detail, CultureInfo.CurrentCulture)))
            : await TextAsync($"Problem.{problem.Text}", problem.Details);
        return new ImportProblemModel(problem.File, place.Count == 0 ? null : string.Join(", ", place), message);
    }

    private async Task<ImportSegmentModel> PrepareAsync(PlannedSegment segment, ImportPlan plan)
    {
        var source = segment.Found.Segment;
        var problem = segment.IsSkipped ? null
            : segment.NameProblem is not null ? await TextAsync($"Problem.{segment.NameProblem}", SegmentFile.MaximumNameLength)
            : segment.Definition is null ? await TextAsync("Effect.Everything")
            : null;
        var notes = new List<string>();
        foreach (var sleeping in segment.IsSkipped ? [] : segment.Sleeping)
            notes.Add(await TextAsync("Sleeping", sleeping));
        return new ImportSegmentModel(
            segment.Index, segment.Found.File, source.Name, source.Description,
            await describer.DescribeAsync(await WithNamesAsync(segment.Definition ?? segment.Resolved, plan)),
            segment.Existing is not null, segment.IsNameTaken, segment.Name, segment.IsReplacement, segment.IsSkipped, problem, notes);
    }

    private async Task<UnknownNameModel> PrepareAsync(UnknownEntry entry, ImportPlan plan, Dictionary<(int, string), string> sentences)
    {
        var places = new List<UnknownPlaceModel>();
        foreach (var place in entry.Places)
            places.Add(new UnknownPlaceModel(
                plan.Segments[place.Index].Found.Segment.Name,
                await SayAsync(place, plan, sentences),
                place.IfDropped is { } omission ? await SayAsync(omission) : null,
                place.IfDropped is { Part: not OmittedPart.Everything, Reach: not Reach.Fewer }));
        return new UnknownNameModel(
            entry.Key.List, entry.Key.Name,
            SegmentFile.IsGone(entry.Key.Name) ? await TextAsync("Gone") : entry.Key.Name,
            await LabelAsync(entry),
            entry.IsField ? await OptionsAsync(entry.Key.List) : null,
            await ChosenAsync(entry),
            entry.IsDropped,
            places);
    }

    private async Task<string> SayAsync(UnknownPlace place, ImportPlan plan, Dictionary<(int, string), string> sentences)
    {
        if (sentences.TryGetValue((place.Index, place.Path), out var known))
            return known;
        var definition = plan.Segments[place.Index].Resolved;
        var condition = DefinitionPlaces.FindCondition(definition, place.Path)!;
        var alone = definition with { Rules = new RuleGroup(GroupMatch.All, [condition]) };
        return sentences[(place.Index, place.Path)] = await describer.DescribeAsync(await WithNamesAsync(alone, plan));
    }

    private async Task<string> SayAsync(Omission omission)
    {
        var part = await TextAsync($"Effect.{omission.Part}");
        return omission.Part == OmittedPart.Everything ? part : $"{part} {await TextAsync($"Reach.{omission.Reach}")}";
    }

    private async Task<string> LabelAsync(UnknownEntry entry)
    {
        if (entry.IsField)
            return await TextAsync("Field");
        var text = await formats.TextAsync(entry.Label?.ResourceKey ?? $"{SegmentsDefaults.ResourcePrefix}.Editor.Segment");
        return text.Replace("{0}", entry.Label?.Subject, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<OptionModel>> OptionsAsync(string prefix) =>
        catalogue.Families.FirstOrDefault(family => family.Prefix == prefix) is { } family
            ? (await family.ListAsync()).Select(field => new OptionModel(field.Name, field.Subject ?? field.Name)).ToList()
            : [];

    private async Task<OptionModel?> ChosenAsync(UnknownEntry entry)
    {
        if (entry.Chosen is not { } chosen)
            return null;
        if (entry.IsField)
            return (await OptionsAsync(entry.Key.List)).FirstOrDefault(option => option.Id == chosen);
        var found = await lookup.FindList(entry.Key.List)!.FindAsync([int.Parse(chosen, CultureInfo.InvariantCulture)]);
        return new OptionModel(chosen, found.Count > 0 ? found[0].Text : entry.Key.Name);
    }

    /// <summary>The rules with the names of the import's own segments, which have no ids yet.</summary>
    private static Task<SegmentDefinition> WithNamesAsync(SegmentDefinition definition, ImportPlan plan) =>
        DefinitionRewriter.ReplaceChoicesAsync(definition, use =>
        {
            IReadOnlyList<Choice> choices = use.Choices
                .Select(choice => choice.Id is { } id && PlannedSegment.IndexOf(id) is { } index ? new Choice(null, plan.Segments[index].Name) : choice).ToList();
            return Task.FromResult(choices);
        });

    private Task<string> TextAsync(string name, params object[] values) => formats.FormatAsync(ImportTexts.Prefix + name, values);
}
