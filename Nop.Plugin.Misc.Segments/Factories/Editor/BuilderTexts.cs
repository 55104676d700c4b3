using Nop.Services.Localization;

namespace Nop.Plugin.Misc.Segments.Factories.Editor;

/// <summary>The rule builder's own texts.</summary>
public class BuilderTexts(ILocalizationService localizationService)
{
    /// <summary>What the keys of the builder's texts start with.</summary>
    internal const string Prefix = $"{SegmentsDefaults.ResourcePrefix}.Editor.";

    /// <summary>The short names by which the builder asks for them.</summary>
    internal static readonly IReadOnlyList<string> Names =
    [
        "Add.Condition", "Add.Deep", "Add.Filter", "Add.Full", "Add.Group", "Add.Nothing", "Add.Search",
        "Choice.Failed", "Choice.Gone", "Choice.NoSegment", "Choice.Nothing", "Choice.Remove", "Choice.Search", "Choice.Searching",
        "Choice.WithSubcategories",
        "Connector.First.none", "Connector.all", "Connector.any", "Connector.none",
        "Count.Empty", "Count.Failed", "Count.Incomplete", "Count.Many", "Count.One", "Count.Refused", "Count.Retry", "Count.Share",
        "Count.Title", "Count.Waiting",
        "Empty.Templates", "Empty.Text", "Empty.Title",
        "Error.Gone", "Error.NoSegment", "Error.Said", "Error.Unknown",
        "Filter.Name",
        "Group.Match", "Group.Name", "Group.Nested", "Group.Root",
        "Join.isAllOf", "Join.isAnyOf", "Join.isNoneOf",
        "List.Added", "List.Apply", "List.Cancel", "List.Clear", "List.Count", "List.Entry", "List.More", "List.NotFound", "List.Paste",
        "List.Paste.Hint", "List.Search", "List.ShowAll", "List.ShowLess", "List.Type",
        "Match.all", "Match.any", "Match.none",
        "MenuGroup.account", "MenuGroup.attributes", "MenuGroup.contact", "MenuGroup.item", "MenuGroup.marketing",
        "MenuGroup.newsletter", "MenuGroup.order", "MenuGroup.preferences", "MenuGroup.review", "MenuGroup.segments", "MenuGroup.visits",
        "Missing.Choice", "Missing.Date", "Missing.Dates", "Missing.Number", "Missing.Numbers", "Missing.Percent", "Missing.Rules",
        "Missing.Segment", "Missing.Text", "Missing.Texts", "Missing.WindowDate", "Missing.WindowNumber",
        "No",
        "Operator.Label", "Operator.after", "Operator.atLeast", "Operator.atMost", "Operator.before", "Operator.between", "Operator.contains",
        "Operator.date.between", "Operator.doesNotContain", "Operator.endsWith", "Operator.equals", "Operator.greaterThan", "Operator.inBottom",
        "Operator.inLast", "Operator.inNextAnniversary", "Operator.inTop", "Operator.is", "Operator.isAllOf", "Operator.isAnyOf",
        "Operator.isEmpty", "Operator.isNoneOf", "Operator.isNot", "Operator.isNotEmpty", "Operator.lessThan", "Operator.notEquals",
        "Operator.notInLast", "Operator.on", "Operator.segment.is", "Operator.segment.isNot", "Operator.startsWith",
        "Operator.text.isAnyOf", "Operator.text.isEmpty", "Operator.text.isNoneOf", "Operator.text.isNotEmpty",
        "Rule.Unknown",
        "Said.Added", "Said.Cloned", "Said.Moved", "Said.Redone", "Said.Removed", "Said.Undone",
        "Sample.Guest", "Sample.None", "Sample.Title",
        "Sentence.Field", "Sentence.Measure", "Sentence.Ranked",
        "Tool.Clone", "Tool.Drag", "Tool.MoveDown", "Tool.MoveUp", "Tool.Redo", "Tool.Remove", "Tool.RemoveFilter", "Tool.Undo",
        "Value.Between", "Value.Days", "Value.From", "Value.Hours", "Value.Label", "Value.Percent", "Value.To",
        "Where.And", "Where.Every", "Where.First", "Where.First.customer.newsletter", "Where.First.discounts", "Where.First.items",
        "Where.First.orders", "Where.First.reviews",
        "Window.Count", "Window.From", "Window.Label", "Window.To", "Window.Unit", "Window.any", "Window.between", "Window.between.Sentence",
        "Window.between.day", "Window.between.hour", "Window.dates", "Window.dates.Sentence", "Window.last", "Window.last.Sentence",
        "Window.last.day", "Window.last.hour", "Window.olderThan", "Window.olderThan.Sentence", "Window.olderThan.day", "Window.olderThan.hour",
        "Wrong.Decimals", "Wrong.Hours", "Wrong.Long", "Wrong.Many", "Wrong.Order", "Wrong.Percent", "Wrong.Share",
        "Yes"
    ];

    /// <summary>The texts in the working language, by short name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> LoadAsync()
    {
        var texts = new Dictionary<string, string>();
        foreach (var name in Names)
            texts[name] = await localizationService.GetResourceAsync(Prefix + name);
        return texts;
    }
}
