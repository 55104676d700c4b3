using Nop.Services.Localization;

namespace Nop.Plugin.Misc.Segments.Factories.Transfer;

/// <summary>The texts of the import page's script.</summary>
public sealed class ImportTexts(ILocalizationService localizationService)
{
    /// <summary>What the keys of the texts of import and export start with.</summary>
    internal const string Prefix = $"{SegmentsDefaults.ResourcePrefix}.Transfer.";

    /// <summary>The short names by which the script asks for them.</summary>
    internal static readonly IReadOnlyList<string> Names =
    [
        "Activate", "Activate.Hint", "Add.Many", "Add.One", "Again", "Checking", "Choose", "Choose.Button", "Chosen", "Clash",
        "Clash.Keep", "Clash.Name", "Clash.Replace", "Drop", "Drop.All", "Dropped", "Failed", "Import", "Importing", "MoreNames",
        "Names.Text", "Names.Title", "NotYet", "Open.Many", "Open.One", "Pick", "Picker.Failed", "Picker.Nothing", "Picker.Searching",
        "Place", "Problems.Title", "Replace.Many", "Replace.One", "Segments.Title", "Skip", "Taken", "TooLarge", "Undo", "Use",
        "Warning"
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
