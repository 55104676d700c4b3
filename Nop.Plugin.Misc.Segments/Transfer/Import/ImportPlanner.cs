using System.Globalization;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Choices;
using Nop.Plugin.Misc.Segments.Rules.Criteria;

namespace Nop.Plugin.Misc.Segments.Transfer.Import;

/// <summary>Looks through files and works out what importing them will do. Changes nothing.</summary>
public sealed class ImportPlanner(
    ForeignDefinitionReader reader,
    CriteriaCatalogue catalogue,
    ChoiceLookup lookup,
    ISegmentService segmentService)
{
    /// <summary>For how many unknown names it is worked out what leaving them out will do.</summary>
    internal const int LongestList = 200;

    /// <summary>The plan.</summary>
    public async Task<ImportPlan> PlanAsync(IReadOnlyList<ChosenFile> files, ImportDecisions decisions)
    {
        if (files.Count > SegmentFile.MaximumFiles)
            return ImportPlan.Refused([new FileProblem(string.Empty, null, string.Empty, "TooMany", SegmentFile.MaximumFiles)]);
        var read = files.Select(SegmentFileReader.Read).ToList();
        var problems = read.SelectMany(file => file.Problems).ToList();
        if (problems.Count > 0)
            return ImportPlan.Refused(problems);

        var found = read.SelectMany(file => file.Segments).ToList();
        var unknown = new UnknownNames(decisions);
        var definitions = new List<SegmentDefinition>();
        foreach (var segment in found)
            if (await ReadAsync(segment, definitions.Count, unknown, problems) is { } definition)
                definitions.Add(definition);
        if (problems.Count > 0)
            return ImportPlan.Refused(problems);

        var shop = await segmentService.GetAllAsync();
        var named = ImportNames.Choose(found, definitions, decisions, shop);
        var resolved = new List<PlannedSegment>();
        foreach (var segment in named)
            resolved.Add(segment.IsSkipped ? segment : await ResolveAsync(segment, named, shop, unknown));
        var pruned = resolved.Select(segment => segment.IsSkipped ? segment : Prune(segment, unknown)).ToList();
        var (order, circle) = await FindOrderAsync(pruned, shop);
        var awake = pruned.Select(segment => segment with { Sleeping = FindSleeping(segment, pruned, shop, decisions.Activate) }).ToList();
        return new ImportPlan([], awake, unknown.ToEntries(awake.Where(segment => !segment.IsSkipped).ToDictionary(segment => segment.Index)), circle, order);
    }

    /// <summary>Reads rules, with the chosen fields in the place of unknown ones.</summary>
    private async Task<SegmentDefinition?> ReadAsync(FoundSegment found, int index, UnknownNames unknown, List<FileProblem> problems)
    {
        try
        {
            var definition = await reader.ReadAsync(found.Segment.Definition, !found.IsBare);
            var chosen = await ChooseFieldsAsync(definition, index, unknown);
            if (chosen.Count > 0)
                definition = await reader.ReadAsync(found.Segment.Definition, !found.IsBare, chosen);
            problems.AddRange(await FindWrongIdsAsync(found, definition));
            return definition;
        }
        catch (DefinitionException e)
        {
            problems.AddRange(e.Errors.Select(error => new FileProblem(found.File, found.Segment.Name, error.Path, null, error.Message)));
            return null;
        }
    }

    private async Task<Dictionary<string, CustomerField>> ChooseFieldsAsync(SegmentDefinition definition, int index, UnknownNames unknown)
    {
        var chosen = new Dictionary<string, CustomerField>();
        foreach (var (path, condition) in DefinitionPlaces.ConditionsOf(definition))
            if (condition is FieldCondition { Field: UnknownField field })
            {
                var decision = unknown.AddField(field, index, path);
                if (decision?.Use is { } name && catalogue.FamilyOf(name) == field.Family && await field.Family.FindAsync(name[field.Family.Prefix.Length..]) is { } known
                    && known.Name == name)
                {
                    chosen[field.Name] = known;
                    unknown.Take(field, name);
                }
            }

        return chosen;
    }

    /// <summary>In a file of another shop numbers mean nothing; in bare rules they have to be ids of this one.</summary>
    private async Task<IReadOnlyList<FileProblem>> FindWrongIdsAsync(FoundSegment found, SegmentDefinition definition)
    {
        var problems = new List<FileProblem>();
        foreach (var use in DefinitionFacts.ChoicesOf(definition))
        {
            var ids = use.Choices.Select(choice => choice.Id).OfType<int>().ToList();
            var known = !found.IsBare || ids.Count == 0 || lookup.FindList(use.ListName) is not { } list
                ? []
                : (await list.FindAsync(ids)).Select(item => item.Id).ToHashSet();
            problems.AddRange(use.Choices.Index()
                .Where(choice => choice.Item.Id is { } id && !known.Contains(id))
                .Select(choice => new FileProblem(
                    found.File, found.Segment.Name, use.PathOf(choice.Index), found.IsBare ? "MissingId" : "Number", choice.Item.Id!.Value)));
        }

        return problems;
    }

    private async Task<PlannedSegment> ResolveAsync(
        PlannedSegment segment, IReadOnlyList<PlannedSegment> all, IList<Segment> shop, UnknownNames unknown)
    {
        var resolved = await DefinitionRewriter.ReplaceChoicesAsync(segment.Resolved, async use =>
        {
            var names = use.Choices.Select(choice => choice.Name).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            // Without a list there is nothing to choose from: such are the fields that the shop does not have.
            if (names.Count == 0 || use.ListName.Length == 0)
                return use.Choices;

            var ids = use.ListName == SegmentChoices.ListName ? FindSegments(names, segment, all, shop) : await FindAsync(use.ListName, names);
            var choices = new List<Choice>();
            foreach (var (i, choice) in use.Choices.Index())
                if (choice.Name is null)
                    choices.Add(choice);
                else if (ids.Contains(choice.Name))
                    choices.AddRange(ids[choice.Name].Select(id => new Choice(id, null)));
                else
                    choices.Add(await ChooseAsync(use, choice.Name, segment, unknown));
            return choices.Distinct().ToList();
        });
        return segment with { Resolved = resolved };
    }

    private async Task<ILookup<string, int>> FindAsync(string listName, IReadOnlyCollection<string> names) => lookup.FindList(listName) is { } list
        ? await list.ResolveAsync(names.Where(name => !SegmentFile.IsGone(name)).ToList())
        : Enumerable.Empty<(string Name, int Id)>().ToLookup(pair => pair.Name, pair => pair.Id);

    /// <summary>A segment of the same file is meant before one of another file, that before an active one of the shop, and the older before the younger.</summary>
    private static ILookup<string, int> FindSegments(
        IEnumerable<string> names, PlannedSegment from, IReadOnlyList<PlannedSegment> all, IList<Segment> shop) => names
        .Select(name => (Name: name, Id: all.Where(segment => !segment.IsSkipped && Same(segment.Found.Segment.Name, name))
            .OrderBy(segment => segment.Found.File == from.Found.File ? 0 : 1).Select(segment => (int?)PlannedSegment.IdOf(segment.Index))
            .Concat(shop.Where(segment => Same(segment.Name, name)).OrderBy(segment => segment.Active ? 0 : 1).ThenBy(segment => segment.Id)
                .Select(segment => (int?)segment.Id))
            .FirstOrDefault()))
        .Where(pair => pair.Id is not null)
        .ToLookup(pair => pair.Name, pair => pair.Id!.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>What was chosen in the place of an unknown name; the name itself when nothing was.</summary>
    private async Task<Choice> ChooseAsync(ChoiceUse use, string name, PlannedSegment segment, UnknownNames unknown)
    {
        var owner = use.Path[..use.Path.LastIndexOf('.')];
        var decision = unknown.AddChoice(use.ListName, name, segment, owner);
        if (!int.TryParse(decision?.Use, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || lookup.FindList(use.ListName) is not { } list || (await list.FindAsync([id])).Count == 0)
            return new Choice(null, name);
        unknown.Take(use.ListName, name, id);
        return new Choice(id, null);
    }

    private static PlannedSegment Prune(PlannedSegment segment, UnknownNames unknown)
    {
        var (definition, omissions) = DefinitionPruner.Prune(segment.Resolved, unknown.IsDropped, unknown.IsDropped);
        return segment with { Definition = definition, Omissions = omissions };
    }

    private async Task<(IReadOnlyList<int> Order, IReadOnlyList<string>? Circle)> FindOrderAsync(IReadOnlyList<PlannedSegment> segments, IList<Segment> shop)
    {
        var imported = segments.Where(segment => segment is { IsSkipped: false, Definition: not null }).ToList();
        var replaced = imported.Where(segment => segment.IsReplacement).GroupBy(segment => segment.Existing!.Id).ToDictionary(group => group.Key, group => group.First());
        var needs = imported.GroupBy(IdOf).ToDictionary(group => group.Key, group => Needs(group.First().Definition!));
        // The shop's own segments can close a circle only by building on one whose rules change.
        if (replaced.Count > 0)
            foreach (var segment in shop.Where(segment => !replaced.ContainsKey(segment.Id)))
                needs[segment.Id] = await NeedsAsync(segment);

        var (order, circle) = SegmentOrder.Find(imported.Select(IdOf).Distinct().ToList(), id => needs.GetValueOrDefault(id) ?? []);
        return circle is null
            ? (order.Select(id => imported.FindIndex(segment => IdOf(segment) == id)).Where(at => at >= 0).Select(at => imported[at].Index).ToList(), null)
            : ([], circle.Select(NameOf).ToList());

        int IdOf(PlannedSegment segment) => segment.IsReplacement ? segment.Existing!.Id : PlannedSegment.IdOf(segment.Index);

        IReadOnlyList<int> Needs(SegmentDefinition definition) => DefinitionFacts.SegmentsOf(definition)
            .Select(id => PlannedSegment.IndexOf(id) is { } index ? IdOf(segments[index]) : id).Distinct().ToList();

        async Task<IReadOnlyList<int>> NeedsAsync(Segment segment)
        {
            try
            {
                return DefinitionFacts.SegmentsOf(await reader.ReadAsync(segment.Definition, byName: false));
            }
            catch (DefinitionException)
            {
                return [];
            }
        }

        string NameOf(int id) => PlannedSegment.IndexOf(id) is { } index
            ? segments[index].Name
            : shop.First(segment => segment.Id == id).Name;
    }

    /// <summary>Who builds on what is switched off has no members until that is switched on.</summary>
    private static List<string> FindSleeping(PlannedSegment segment, IReadOnlyList<PlannedSegment> all, IList<Segment> shop, bool activate)
    {
        if (segment.Definition is null)
            return [];
        var isActive = IsActive(segment);
        return DefinitionFacts.SegmentsOf(segment.Definition).Select(id => PlannedSegment.IndexOf(id) is { } index
                ? (all[index].Name, IsSleeping: isActive && !IsActive(all[index]))
                : (shop.FirstOrDefault(other => other.Id == id)?.Name ?? string.Empty, IsSleeping: shop.Any(other => other.Id == id && !other.Active)))
            .Where(other => other.IsSleeping).Select(other => other.Item1).Distinct().ToList();

        bool IsActive(PlannedSegment other) => other.IsReplacement ? other.Existing!.Active : activate;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
