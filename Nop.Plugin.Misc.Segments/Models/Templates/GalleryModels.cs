using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models.Templates;

/// <summary>The gallery of templates.</summary>
public record GalleryModel : BaseNopModel
{
    /// <summary>All that its script needs, as JSON that may stand in a page.</summary>
    public string Data { get; set; } = "{}";

    /// <summary>Which orders count, in words.</summary>
    public string CountingOrders { get; set; } = string.Empty;
}

/// <summary>All that the gallery's script needs.</summary>
/// <param name="Culture">How numbers are written.</param>
/// <param name="Currency">The sign of the primary currency, or its code.</param>
/// <param name="Urls">Where to ask.</param>
/// <param name="Texts">The page's texts, by short name.</param>
/// <param name="Groups">The templates.</param>
public sealed record GalleryData(
    string Culture, string Currency, GalleryUrls Urls, IReadOnlyDictionary<string, string> Texts, IReadOnlyList<TemplateGroupModel> Groups);

/// <summary>The addresses that the gallery asks.</summary>
/// <param name="Count">For how many customers a template finds.</param>
/// <param name="Choices">For choices by what was typed.</param>
/// <param name="Use">The editor, which takes the template and what was filled in.</param>
public sealed record GalleryUrls(string Count, string Choices, string Use);

/// <summary>Templates that are good for the same thing.</summary>
/// <param name="Name">The group's name; never shown.</param>
/// <param name="Text">What a merchant calls it.</param>
/// <param name="Templates">The templates.</param>
public sealed record TemplateGroupModel(string Name, string Text, IReadOnlyList<TemplateModel> Templates);

/// <summary>One card.</summary>
/// <param name="Name">The template's name; never shown.</param>
/// <param name="Text">What a merchant calls it.</param>
/// <param name="Purpose">What to do with it.</param>
/// <param name="Sentence">Whom it means, with the inputs' names in curly brackets.</param>
/// <param name="Inputs">What is filled in.</param>
public sealed record TemplateModel(string Name, string Text, string Purpose, string Sentence, IReadOnlyList<TemplateInputModel> Inputs);

/// <summary>A place that is filled in.</summary>
/// <param name="Name">Its name in the sentence.</param>
/// <param name="Kind">The kind of value.</param>
/// <param name="Label">What screen readers call it.</param>
/// <param name="Value">What stands there at first; null for choices.</param>
/// <param name="Maximum">The largest number; null for choices.</param>
/// <param name="List">The list that choices come from; else null.</param>
public sealed record TemplateInputModel(string Name, string Kind, string Label, decimal? Value, decimal? Maximum, string? List);

/// <summary>How many customers a template finds.</summary>
/// <param name="Count">How many.</param>
/// <param name="Population">Of how many; null when that was not asked.</param>
public sealed record TemplateCountModel(int Count, int? Population);

/// <summary>What is still to be filled in before a template can be counted.</summary>
/// <param name="Open">The names of the inputs.</param>
public sealed record TemplateOpenModel(IReadOnlyList<string> Open);
