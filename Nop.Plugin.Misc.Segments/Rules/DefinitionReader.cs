using System.Text.Json;
using Nop.Plugin.Misc.Segments.Rules.Criteria;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>Reads the JSON of a definition and checks all that can be checked without the shop's data.</summary>
public sealed class DefinitionReader(CriteriaCatalogue catalogue)
{
    private static readonly string[] ConditionKinds = ["match", "field", "activity", "every", "first", "latest", "segment"];

    private static readonly (string Member, OrderQuantifier Quantifier)[] Quantifiers =
        [("every", OrderQuantifier.Every), ("first", OrderQuantifier.First), ("latest", OrderQuantifier.Latest)];

    /// <summary>Reads a definition.</summary>
    /// <exception cref="DefinitionException">It is not one; every error that was found is named with its path.</exception>
    public Task<SegmentDefinition> ReadAsync(string json) => ReadAsync(json, null);

    /// <summary>Reads a definition of another shop, whose own fields may go by other names or not be there.</summary>
    /// <param name="json">The definition.</param>
    /// <param name="fieldOf">Takes the name of a field of a family and the field that was found, or null, and says which field is meant.</param>
    /// <exception cref="DefinitionException">It is not one; every error that was found is named with its path.</exception>
    internal async Task<SegmentDefinition> ReadAsync(string json, Func<string, CustomerField?, CustomerField?>? fieldOf)
    {
        using var document = Parse(json);
        SegmentDefinition? definition;
        Reading reading;
        try
        {
            // Fields of a family, such as one for each attribute of the shop, are found in the shop's data before the rest is read.
            var ofFamilies = await catalogue.FindOfFamiliesAsync(NamesIn(document.RootElement), fieldOf);
            reading = new Reading(catalogue, ofFamilies);
            definition = reading.ReadDefinition(document.RootElement);
        }
        // The JSON library marks the exceptions that mean the text by a suffix to its own name.
        catch (InvalidOperationException e) when (e.Source?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true)
        {
            throw new DefinitionException(string.Empty, "This is not valid JSON: it holds half of a character, an unpaired surrogate.");
        }

        return reading.Errors.Count == 0 ? definition! : throw new DefinitionException(reading.Errors);
    }

    /// <summary>All that is named as a field, wherever it stands.</summary>
    private static IEnumerable<string> NamesIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(NamesIn),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member is { Name: "field", Value.ValueKind: JsonValueKind.String }
            ? [member.Value.GetString()!]
            : NamesIn(member.Value)),
        _ => []
    };

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            throw new DefinitionException(string.Empty, e.LineNumber is { } line
                ? $"This is not valid JSON: see line {line + 1}, position {(e.BytePositionInLine ?? 0) + 1}."
                : "This is not valid JSON.");
        }
        catch (ArgumentException)
        {
            throw new DefinitionException(string.Empty, "This is not valid JSON: it holds characters that are no text.");
        }
    }

    /// <summary>One reading: collects errors and goes on, so that all of them are told at once.</summary>
    private sealed class Reading(CriteriaCatalogue catalogue, IReadOnlyDictionary<string, CustomerField> ofFamilies)
    {
        private int _conditions;

        public List<DefinitionError> Errors { get; } = [];

        public SegmentDefinition? ReadDefinition(JsonElement element)
        {
            if (Members(element, string.Empty, "version", "rules") is not { } members)
                return null;

            if (!members.TryGetValue("version", out var version))
                Fail("version", $"is missing; it has to be {SegmentDefinition.CurrentVersion}.");
            else if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != SegmentDefinition.CurrentVersion)
                Fail("version", $"{Show(version)} is not a known version; it has to be {SegmentDefinition.CurrentVersion}.");

            if (!members.TryGetValue("rules", out var rules))
            {
                Fail("rules", "is missing; it has to be a group such as {\"match\": \"all\", \"rules\": [...]}.");
                return null;
            }

            var group = ReadGroup(rules, string.Empty, 1);
            if (_conditions > SegmentDefinition.MaximumConditions)
                Fail("rules", $"has {_conditions} conditions and filters; at most {SegmentDefinition.MaximumConditions} are allowed.");
            return group is null ? null : new SegmentDefinition(SegmentDefinition.CurrentVersion, group);
        }

        private RuleGroup? ReadGroup(JsonElement element, string path, int depth)
        {
            var name = path.Length == 0 ? "rules" : path;
            if (depth > SegmentDefinition.MaximumDepth)
                return Fail<RuleGroup>(name, $"groups are nested too deep; at most {SegmentDefinition.MaximumDepth} levels are allowed.");
            if (Members(element, name, "match", "rules") is not { } members)
                return null;

            var match = ReadMatch(members, path);
            if (!members.TryGetValue("rules", out var rules) || rules.ValueKind != JsonValueKind.Array)
                return Fail<RuleGroup>(DefinitionPath.Of(path, "rules"), "has to be a list of rules.");
            if (rules.GetArrayLength() == 0)
                return Fail<RuleGroup>(DefinitionPath.Of(path, "rules"), "is empty; a group needs at least one rule.");

            var nodes = rules.EnumerateArray().Select((rule, i) => ReadNode(rule, DefinitionPath.Rule(path, i), depth)).ToList();
            return match is null || nodes.Contains(null) ? null : new RuleGroup(match.Value, nodes!);
        }

        private GroupMatch? ReadMatch(Dictionary<string, JsonElement> members, string path)
        {
            var matchPath = DefinitionPath.Of(path, "match");
            if (!members.TryGetValue("match", out var match) || match.ValueKind != JsonValueKind.String)
                return Fail<GroupMatch>(matchPath, "has to be \"all\", \"any\" or \"none\".", default);
            return match.GetString() switch
            {
                "all" => GroupMatch.All,
                "any" => GroupMatch.Any,
                "none" => GroupMatch.None,
                _ => Fail<GroupMatch>(matchPath, $"{Show(match)} is not known; it has to be \"all\", \"any\" or \"none\".", default)
            };
        }

        private RuleNode? ReadNode(JsonElement element, string path, int depth)
        {
            if (element.ValueKind != JsonValueKind.Object)
                return Fail<RuleNode>(path, $"{Show(element)} is not a rule; it has to be a group or a condition.");
            if (element.TryGetProperty("match", out _) || element.TryGetProperty("rules", out _))
                return ReadGroup(element, path, depth + 1);

            _conditions++;
            if (element.TryGetProperty("activity", out _))
                return ReadActivity(element, path);
            foreach (var (member, quantifier) in Quantifiers)
                if (element.TryGetProperty(member, out _))
                    return ReadOrders(element, path, member, quantifier);
            if (element.TryGetProperty("segment", out _))
                return ReadSegment(element, path);
            if (element.TryGetProperty("field", out _))
                return ReadField(element, path);
            return Fail<RuleNode>(path, $"says neither what it asks nor that it is a group; one of {OneOf(ConditionKinds)} is needed.");
        }

        private FieldCondition? ReadField(JsonElement element, string path)
        {
            if (Members(element, path, "field", "operator", "value", "where", "includeSubcategories") is not { } members
                || FindField(members, path) is not { } field)
                return null;
            if (field.Filters.Count == 0 && members.ContainsKey("where"))
                return Fail<FieldCondition>(DefinitionPath.Of(path, "where"), $"is not allowed with {field.Name}.");
            var where = ReadWhere(members, path, field.Filters);
            var (valid, ruleOperator, value) = ReadComparison(members, path, field);
            return valid && where is not null ? new FieldCondition(field, ruleOperator, value, where) : null;
        }

        private CustomerField? FindField(Dictionary<string, JsonElement> members, string path) =>
            members["field"] is { ValueKind: JsonValueKind.String } element && ofFamilies.TryGetValue(element.GetString()!, out var field)
                ? field
                : Find(members, path, "field", catalogue.Fields, catalogue.FamilyNames);

        private ActivityCondition? ReadActivity(JsonElement element, string path)
        {
            if (Members(element, path, "activity", "measure", "operator", "value", "within", "where") is not { } members
                || Find(members, path, "activity", catalogue.Activities) is not { } activity)
                return null;

            var measure = Find(members, path, "measure", activity.Measures);
            if (!activity.TakesWindow && members.ContainsKey("within"))
                Fail(DefinitionPath.Of(path, "within"), $"is not allowed with {activity.Name}.");
            var (windowValid, window) = ReadWindow(members, path);
            var where = ReadWhere(members, path, activity.Filters);
            if (measure is null)
                return null;
            var (valid, ruleOperator, value) = ReadComparison(members, path, measure);
            return valid && windowValid && where is not null ? new ActivityCondition(activity, measure, ruleOperator, value!, window, where) : null;
        }

        private OrderCondition? ReadOrders(JsonElement element, string path, string member, OrderQuantifier quantifier)
        {
            // The first order of a window would be a first order only by name.
            string[] known = quantifier == OrderQuantifier.First ? [member, "where"] : [member, "where", "within"];
            if (Members(element, path, known) is not { } members)
                return null;
            var what = members[member];
            if (what.ValueKind != JsonValueKind.String || what.GetString() != "order")
                Fail(DefinitionPath.Of(path, member), $"{Show(what)} is not known; it has to be \"order\".");
            var (windowValid, window) = quantifier == OrderQuantifier.First ? (true, null) : ReadWindow(members, path);
            var where = ReadWhere(members, path, catalogue.OrderFilters);
            return windowValid && where is not null ? new OrderCondition(quantifier, where, window) : null;
        }

        private SegmentCondition? ReadSegment(JsonElement element, string path)
        {
            if (Members(element, path, "segment", "operator") is not { } members)
                return null;
            var segment = new ValueReader(Fail).ReadChoice(members["segment"], DefinitionPath.Of(path, "segment"));
            var ruleOperator = ReadOperator(members, path, "segments", SegmentCondition.Operators);
            return segment is { } choice && ruleOperator is { } found ? new SegmentCondition(choice, found) : null;
        }

        private List<FilterCondition>? ReadWhere(Dictionary<string, JsonElement> members, string path, IReadOnlyList<Filter> filters)
        {
            if (!members.TryGetValue("where", out var where))
                return [];
            if (where.ValueKind != JsonValueKind.Array)
                return Fail<List<FilterCondition>>(DefinitionPath.Of(path, "where"), "has to be a list of filters.");

            var conditions = where.EnumerateArray().Select((filter, i) => ReadFilter(filter, DefinitionPath.Filter(path, i), filters)).ToList();
            return conditions.Contains(null) ? null : conditions.OfType<FilterCondition>().ToList();
        }

        private FilterCondition? ReadFilter(JsonElement element, string path, IReadOnlyList<Filter> filters)
        {
            _conditions++;
            if (Members(element, path, "field", "operator", "value", "includeSubcategories") is not { } members
                || Find(members, path, "field", filters) is not { } filter)
                return null;
            var (valid, ruleOperator, value) = ReadComparison(members, path, filter);
            return valid ? new FilterCondition(filter, ruleOperator, value) : null;
        }

        /// <summary>The criterion that a member names.</summary>
        private T? Find<T>(Dictionary<string, JsonElement> members, string path, string member, IReadOnlyList<T> known, params IEnumerable<string> more)
            where T : Criterion
        {
            var memberPath = DefinitionPath.Of(path, member);
            string Allowed() => known.Count == 0 ? "nothing" : $"one of {OneOf(known.Select(criterion => criterion.Name).Concat(more))}";
            if (!members.TryGetValue(member, out var element) || element.ValueKind != JsonValueKind.String)
                return Fail<T>(memberPath, $"has to be {Allowed()}.");
            var name = element.GetString();
            return known.FirstOrDefault(criterion => criterion.Name == name)
                   ?? Fail<T>(memberPath, $"{Show(element)} is not known; it has to be {Allowed()}.");
        }

        private (bool Valid, RuleOperator Operator, RuleValue? Value) ReadComparison(
            Dictionary<string, JsonElement> members, string path, Criterion criterion)
        {
            if (ReadOperator(members, path, criterion.Name, criterion.Operators) is not { } ruleOperator)
                return default;

            var errors = Errors.Count;
            var value = new ValueReader(Fail).Read(members, path, criterion, ruleOperator);
            return (Errors.Count == errors, ruleOperator, value);
        }

        private RuleOperator? ReadOperator(Dictionary<string, JsonElement> members, string path, string what, IReadOnlyList<RuleOperator> known)
        {
            var operatorPath = DefinitionPath.Of(path, "operator");
            if (!members.TryGetValue("operator", out var element) || element.ValueKind != JsonValueKind.String)
                return Fail<RuleOperator>(operatorPath, $"has to be one of {OneOf(known.Select(Operator.NameOf))}.", null);

            var name = element.GetString();
            foreach (var ruleOperator in known)
                if (Operator.NameOf(ruleOperator) == name)
                    return ruleOperator;
            return Fail<RuleOperator>(operatorPath,
                $"{Show(element)} is not known for {what}; it has to be one of {OneOf(known.Select(Operator.NameOf))}.", null);
        }

        private (bool Valid, TimeWindow? Window) ReadWindow(Dictionary<string, JsonElement> members, string path)
        {
            if (!members.TryGetValue("within", out var within))
                return (true, null);
            var errors = Errors.Count;
            var window = new WindowReader(Fail).Read(within, DefinitionPath.Of(path, "within"));
            return (Errors.Count == errors, window);
        }

        /// <summary>The members of an object, of which each must be known and stand once; null when it is no object.</summary>
        private Dictionary<string, JsonElement>? Members(JsonElement element, string path, params string[] known)
        {
            if (element.ValueKind != JsonValueKind.Object)
                return Fail<Dictionary<string, JsonElement>>(path, $"{Show(element)} is not an object with {OneOf(known)}.");

            var members = new Dictionary<string, JsonElement>();
            foreach (var member in element.EnumerateObject())
                if (!known.Contains(member.Name))
                    Fail(DefinitionPath.Of(path, Shorten(member.Name)), $"is not known here; allowed are {OneOf(known)}.");
                else if (!members.TryAdd(member.Name, member.Value))
                    Fail(DefinitionPath.Of(path, member.Name), "stands there more than once.");
            return members;
        }

        private void Fail(string path, string message) => Errors.Add(new DefinitionError(path, message));

        private T? Fail<T>(string path, string message) where T : class
        {
            Fail(path, message);
            return null;
        }

        private T? Fail<T>(string path, string message, T? nothing) where T : struct
        {
            Fail(path, message);
            return nothing;
        }
    }

    /// <summary>A value as a message shows it: short.</summary>
    internal static string Show(JsonElement element) => Shorten(element.GetRawText());

    internal static string Shorten(string text) => text.Length <= 60 ? text : text[..57] + "...";

    internal static string OneOf(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));
}
