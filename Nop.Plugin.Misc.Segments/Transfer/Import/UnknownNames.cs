using System.Globalization;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Criteria;

namespace Nop.Plugin.Misc.Segments.Transfer.Import;

/// <summary>Collects the names that this shop does not know, with what was decided about them.</summary>
internal sealed class UnknownNames(ImportDecisions decisions)
{
    private readonly Dictionary<UnknownKey, Entry> _entries = [];

    /// <summary>Adds a place where an unknown field is asked for; says what was decided.</summary>
    public NameDecision? AddField(UnknownField field, int index, string path) => Add(KeyOf(field), field, true, index, path, path);

    /// <summary>Adds a place where an unknown choice stands; says what was decided.</summary>
    public NameDecision? AddChoice(string list, string name, PlannedSegment segment, string owner)
    {
        var path = DefinitionPlaces.ConditionPathOf(owner);
        var criterion = DefinitionPlaces.FindCondition(segment.Resolved, path) is { } condition ? DefinitionPlaces.CriterionOf(condition, path, owner) : null;
        return Add(new UnknownKey(list, name), criterion, false, segment.Index, path, owner);
    }

    /// <summary>Notes that a choice takes the place of the name.</summary>
    public void Take(string list, string name, int id) => _entries[new UnknownKey(list, name)].Chosen = id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Notes that a field takes the place of the name.</summary>
    public void Take(UnknownField field, string name) => _entries[KeyOf(field)].Chosen = name;

    /// <summary>Whether a choice is left out.</summary>
    public bool IsDropped(string list, Choice choice) => choice.Name is not null && IsDropped(new UnknownKey(list, choice.Name));

    /// <summary>Whether a field is left out.</summary>
    public bool IsDropped(UnknownField field) => IsDropped(KeyOf(field));

    /// <summary>All names, in the order in which they were found, with what leaving each out will do.</summary>
    public IReadOnlyList<UnknownEntry> ToEntries(IReadOnlyDictionary<int, PlannedSegment> segments) => _entries
        .Select(pair => (pair.Key, pair.Value, Places: pair.Value.Places.Where(place => segments.ContainsKey(place.Index)).ToList()))
        .Where(entry => entry.Places.Count > 0)
        .Select((entry, i) => new UnknownEntry(
            entry.Key, entry.Value.Label, entry.Value.IsField, entry.Value.Chosen, IsDropped(entry.Key),
            i < ImportPlanner.LongestList ? entry.Places.ConvertAll(place => place with { IfDropped = WhenDropped(entry.Key, place, segments[place.Index]) }) : entry.Places))
        .ToList();

    private NameDecision? Add(UnknownKey key, Criterion? label, bool isField, int index, string path, string owner)
    {
        if (!_entries.TryGetValue(key, out var entry))
            _entries[key] = entry = new Entry(label, isField);
        if (!entry.Places.Exists(place => place.Index == index && place.Owner == owner))
            entry.Places.Add(new UnknownPlace(index, path, owner, null));
        return decisions.Of(key);
    }

    private bool IsDropped(UnknownKey key) => _entries.TryGetValue(key, out var entry) && entry.Chosen is null && decisions.Of(key) is { Drop: true };

    private Omission WhenDropped(UnknownKey key, UnknownPlace place, PlannedSegment segment)
    {
        // Where something else takes the name's place, the rules are looked at as if it did not.
        var (_, omissions) = DefinitionPruner.Prune(
            segment.Resolved,
            (list, choice) => choice.Name is not null && (key == new UnknownKey(list, choice.Name) || IsDropped(list, choice)),
            field => key == KeyOf(field) || IsDropped(field));
        return omissions.FirstOrDefault(omission => omission.Covers(place.Owner))
               ?? omissions.FirstOrDefault(omission => omission.Part == OmittedPart.Choice && omission.Path.StartsWith($"{place.Owner}.value[", StringComparison.Ordinal))
               ?? new Omission(place.Owner, OmittedPart.Choice, Reach.Other);
    }

    private static UnknownKey KeyOf(UnknownField field) => new(field.Family.Prefix, field.Key);

    private sealed class Entry(Criterion? label, bool isField)
    {
        public Criterion? Label { get; } = label;

        public bool IsField { get; } = isField;

        public string? Chosen { get; set; }

        public List<UnknownPlace> Places { get; } = [];
    }
}
