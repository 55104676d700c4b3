namespace Nop.Plugin.Misc.Segments.Models.Editor;

/// <summary>What can be asked, as the rule builder offers it.</summary>
/// <param name="Fields">What a customer is or has.</param>
/// <param name="Activities">What customers do.</param>
/// <param name="Quantifiers">Which of the orders of a customer have to pass.</param>
/// <param name="Segment">Whether the customer is a member of another segment.</param>
public sealed record CatalogueModel(
    IReadOnlyList<CriterionModel> Fields,
    IReadOnlyList<ActivityModel> Activities,
    IReadOnlyList<QuantifierModel> Quantifiers,
    SegmentCriterionModel Segment);

/// <summary>One thing to ask about.</summary>
/// <param name="Name">Its name in definitions.</param>
/// <param name="Text">Its name for merchants.</param>
/// <param name="Hint">What it means.</param>
/// <param name="Kind">The kind of its value.</param>
/// <param name="Operators">Its operators, the most usual first.</param>
/// <param name="Sentence">Its sentence with places such as {operator}; null for the general one.</param>
/// <param name="List">For choices and codes: the list that they come from.</param>
/// <param name="Subcategories">Whether choices can take in all that lies below them.</param>
/// <param name="Yes">For yes and no: what yes means, or null.</param>
/// <param name="No">For yes and no: what no means, or null.</param>
/// <param name="Group">For fields: the group under which they are offered.</param>
/// <param name="Filters">For fields: what narrows them down; null for the many that take nothing.</param>
public sealed record CriterionModel(
    string Name,
    string Text,
    string? Hint,
    string Kind,
    IReadOnlyList<string> Operators,
    string? Sentence,
    string? List,
    bool Subcategories,
    string? Yes,
    string? No,
    string? Group = null,
    IReadOnlyList<CriterionModel>? Filters = null);

/// <summary>Something that customers do.</summary>
/// <param name="Name">Its name in definitions.</param>
/// <param name="Text">Its name for merchants.</param>
/// <param name="Measures">What can be measured of it.</param>
/// <param name="Filters">What narrows it down.</param>
/// <param name="TakesWindow">Whether it can be narrowed down to a time.</param>
public sealed record ActivityModel(
    string Name, string Text, IReadOnlyList<CriterionModel> Measures, IReadOnlyList<CriterionModel> Filters, bool TakesWindow);

/// <summary>Which of the orders of a customer have to pass: every one, the first, the latest.</summary>
/// <param name="Kind">Its name in definitions, such as "every".</param>
/// <param name="Name">What it speaks of; in definitions the value of that member.</param>
/// <param name="Activity">The activity beside which it is offered.</param>
/// <param name="Text">Its name for merchants.</param>
/// <param name="Hint">What it means.</param>
/// <param name="Sentence">Its sentence.</param>
/// <param name="Filters">What such an order has to pass.</param>
/// <param name="TakesWindow">Whether it can be narrowed down to a time.</param>
public sealed record QuantifierModel(
    string Kind,
    string Name,
    string Activity,
    string Text,
    string? Hint,
    string Sentence,
    IReadOnlyList<CriterionModel> Filters,
    bool TakesWindow);

/// <summary>The membership in another segment.</summary>
/// <param name="Text">Its name for merchants.</param>
/// <param name="Hint">What it means.</param>
/// <param name="Sentence">Its sentence.</param>
/// <param name="Operators">Its operators, the most usual first.</param>
/// <param name="List">The list of the segments.</param>
public sealed record SegmentCriterionModel(string Text, string? Hint, string Sentence, IReadOnlyList<string> Operators, string List);
