using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Models.Editor;

/// <summary>Who matches the rules as they stand on the page.</summary>
/// <param name="Count">How many customers match.</param>
/// <param name="Population">How many customers there are.</param>
/// <param name="Sample">Some of those who match, the newest first.</param>
/// <param name="Sentence">The rules in plain words.</param>
public sealed record PreviewModel(int Count, int Population, IReadOnlyList<SampleCustomerModel> Sample, string Sentence);

/// <summary>One customer of the sample.</summary>
/// <param name="Name">The full name; empty when there is none.</param>
/// <param name="Email">The e-mail address; null for a guest.</param>
/// <param name="Url">The customer's page.</param>
public sealed record SampleCustomerModel(string Name, string? Email, string? Url);

/// <summary>What keeps rules from being used.</summary>
/// <param name="Errors">What is wrong, with the path of the rule.</param>
public sealed record RefusalModel(IReadOnlyList<DefinitionError> Errors);

/// <summary>Choices that were found.</summary>
/// <param name="Items">The choices, in the order a merchant expects.</param>
/// <param name="Unknown">Of what was pasted, what means nothing in this shop; null where nothing was pasted.</param>
public sealed record FoundChoicesModel(IReadOnlyList<ChoiceModel> Items, IReadOnlyList<string>? Unknown = null);
