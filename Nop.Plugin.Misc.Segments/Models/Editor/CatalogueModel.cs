namespace Nop.Plugin.Misc.Segments.Models.Editor;

/// <summary>What can be asked, as the rule builder offers it.</summary>
/// <param name="Fields">What a customer is or has.</param>
/// <param name="Activities">What customers do.</param>
/// <param name="Every">What has to hold for everything that a customer did.</param>
public sealed record CatalogueModel(
    IReadOnlyList<CriterionModel> Fields, IReadOnlyList<ActivityModel> Activities, IReadOnlyList<EveryModel> Every);

/// <summary>One thing to ask about.</summary>
/// <param name="Name">Its name in definitions.</param>
/// <param name="Text">Its name for merchants.</param>
/// <param name="Hint">What it means.</param>
/// <param name="Kind">The kind of its value.</param>
/// <param name="Operators">Its operators, the most usual first.</param>
/// <param name="Sentence">Its sentence with places such as {operator}; null for the general one.</param>
/// <param name="List">For choices: the list that they come from.</param>
/// <param name="Subcategories">Whether choices can take in all that lies below them.</param>
/// <param name="Yes">For yes and no: what yes means, or null.</param>
/// <param name="No">For yes and no: what no means, or null.</param>
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
    string? No);

/// <summary>Something that customers do.</summary>
/// <param name="Name">Its name in definitions.</param>
/// <param name="Text">Its name for merchants.</param>
/// <param name="Measures">What can be measured of it.</param>
/// <param name="Filters">What narrows it down.</param>
public sealed record ActivityModel(string Name, string Text, IReadOnlyList<CriterionModel> Measures, IReadOnlyList<CriterionModel> Filters);

/// <summary>What has to hold for everything that a customer did.</summary>
/// <param name="Name">Its name in definitions.</param>
/// <param name="Activity">The activity beside which it is offered.</param>
/// <param name="Text">Its name for merchants.</param>
/// <param name="Hint">What it means.</param>
/// <param name="Sentence">Its sentence.</param>
/// <param name="Filters">What each one has to pass.</param>
public sealed record EveryModel(string Name, string Activity, string Text, string? Hint, string Sentence, IReadOnlyList<CriterionModel> Filters);
