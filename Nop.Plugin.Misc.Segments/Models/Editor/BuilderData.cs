using System.Text.Json.Nodes;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Models.Editor;

/// <summary>All that the rule builder needs of the shop; its script reads it as JSON.</summary>
/// <param name="Culture">How numbers are written.</param>
/// <param name="Currency">The sign of the primary currency, or its code.</param>
/// <param name="CountingText">Which orders count, in words.</param>
/// <param name="Limits">How large a definition may be.</param>
/// <param name="Urls">Where to ask.</param>
/// <param name="Texts">The builder's own texts, by short name.</param>
/// <param name="Catalogue">What can be asked.</param>
/// <param name="Definition">The rules to edit; null when there are none yet.</param>
/// <param name="Choices">The choices that the rules make, by list.</param>
/// <param name="Errors">What was wrong when saving.</param>
public sealed record BuilderData(
    string Culture,
    string Currency,
    string CountingText,
    BuilderLimits Limits,
    BuilderUrls Urls,
    IReadOnlyDictionary<string, string> Texts,
    CatalogueModel Catalogue,
    JsonNode? Definition,
    IReadOnlyDictionary<string, IReadOnlyList<ChoiceModel>> Choices,
    IReadOnlyList<DefinitionError> Errors);

/// <summary>How large a definition may be.</summary>
/// <param name="Depth">Levels of groups, the outermost counted.</param>
/// <param name="Conditions">Conditions and filters together.</param>
/// <param name="Values">Entries of one list.</param>
/// <param name="TextLength">Characters of one text.</param>
public sealed record BuilderLimits(int Depth, int Conditions, int Values, int TextLength);

/// <summary>The addresses that the builder asks.</summary>
/// <param name="Preview">For who matches.</param>
/// <param name="Choices">For choices by what was typed or pasted.</param>
/// <param name="Templates">The page of templates to start from.</param>
public sealed record BuilderUrls(string Preview, string Choices, string Templates);

/// <summary>One choice of a list.</summary>
/// <param name="Id">What stands in definitions, never shown: a number, or for a code its text.</param>
/// <param name="Text">What a merchant calls it.</param>
/// <param name="Detail">What tells it from others of the same name, or null.</param>
public sealed record ChoiceModel(object Id, string Text, string? Detail);
