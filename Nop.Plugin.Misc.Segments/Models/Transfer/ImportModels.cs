using Nop.Plugin.Misc.Segments.Models.Editor;
using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models.Transfer;

/// <summary>The page on which segments are imported.</summary>
public record ImportPageModel : BaseNopModel
{
    /// <summary>All that its script needs, as JSON that may stand in a page.</summary>
    public string Data { get; set; } = "{}";
}

/// <summary>What an import will do, ready to be read.</summary>
/// <param name="Ready">Whether all is settled.</param>
/// <param name="Problems">What is wrong with the files.</param>
/// <param name="Segments">The segments.</param>
/// <param name="Names">The names that this shop does not know.</param>
/// <param name="MoreNames">How many more such names there are.</param>
/// <param name="General">What else keeps the import from being done, or null.</param>
public sealed record ImportCheckModel(
    bool Ready,
    IReadOnlyList<ImportProblemModel> Problems,
    IReadOnlyList<ImportSegmentModel> Segments,
    IReadOnlyList<UnknownNameModel> Names,
    int MoreNames,
    string? General);

/// <summary>Something wrong with a file.</summary>
/// <param name="File">The file.</param>
/// <param name="Place">Where in it; null for the whole.</param>
/// <param name="Message">What is wrong.</param>
public sealed record ImportProblemModel(string File, string? Place, string Message);

/// <summary>A segment of the import.</summary>
/// <param name="Index">Which one; what is decided about it is posted under this number.</param>
/// <param name="File">The file.</param>
/// <param name="Name">Its name in the file.</param>
/// <param name="Description">What it is for, or null.</param>
/// <param name="Words">Its rules in plain words, as they will be stored.</param>
/// <param name="Exists">Whether the shop has a segment of this name.</param>
/// <param name="Taken">Whether it needs another name to be added.</param>
/// <param name="Target">The name it will have.</param>
/// <param name="Replace">Whether it only gives its rules to the shop's segment.</param>
/// <param name="Skip">Whether it is left out of the import.</param>
/// <param name="Problem">What is wrong with it, or null.</param>
/// <param name="Notes">What else to know.</param>
public sealed record ImportSegmentModel(
    int Index, string File, string Name, string? Description, string Words, bool Exists, bool Taken, string Target, bool Replace, bool Skip,
    string? Problem, IReadOnlyList<string> Notes);

/// <summary>A name that this shop does not know.</summary>
/// <param name="List">The list to choose from.</param>
/// <param name="Name">The name, as it is posted with what was decided.</param>
/// <param name="Text">The name as it is shown.</param>
/// <param name="Label">What kind of thing it names.</param>
/// <param name="Options">What can take its place, where that is not looked up by what is typed; else null.</param>
/// <param name="Chosen">What takes its place, or null.</param>
/// <param name="Dropped">Whether it is left out.</param>
/// <param name="Places">Where it stands.</param>
public sealed record UnknownNameModel(
    string List, string Name, string Text, string Label, IReadOnlyList<OptionModel>? Options, OptionModel? Chosen, bool Dropped,
    IReadOnlyList<UnknownPlaceModel> Places);

/// <summary>Something that can be chosen.</summary>
/// <param name="Id">What is posted; never shown.</param>
/// <param name="Text">What a merchant calls it.</param>
public sealed record OptionModel(string Id, string Text);

/// <summary>Where an unknown name stands.</summary>
/// <param name="Segment">The segment's name in the file.</param>
/// <param name="Words">The condition in plain words.</param>
/// <param name="Effect">What leaving the name out will do there; null when that was not worked out.</param>
/// <param name="Warn">Whether that lets other customers in.</param>
public sealed record UnknownPlaceModel(string Segment, string Words, string? Effect, bool Warn);

/// <summary>The import is done.</summary>
/// <param name="Url">The page to go on to.</param>
public sealed record ImportDoneModel(string Url);

/// <summary>All that the import page's script needs.</summary>
/// <param name="Urls">Where to ask.</param>
/// <param name="MaximumSize">How many bytes a file may have.</param>
/// <param name="Texts">The page's texts, by short name.</param>
public sealed record ImportPageData(ImportUrls Urls, int MaximumSize, IReadOnlyDictionary<string, string> Texts);

/// <summary>The addresses that the import page asks.</summary>
/// <param name="Check">For what importing will do.</param>
/// <param name="Run">To do it.</param>
/// <param name="Choices">For choices by what was typed.</param>
/// <param name="List">The list of segments.</param>
public sealed record ImportUrls(string Check, string Run, string Choices, string List);
