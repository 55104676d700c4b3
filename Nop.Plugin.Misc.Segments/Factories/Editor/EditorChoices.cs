using System.Globalization;
using Nop.Plugin.Misc.Segments.Models.Editor;
using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Factories.Editor;

/// <summary>Finds the entries of lists for the rule builder: by what was typed, by what was pasted, or by what rules hold.</summary>
public class EditorChoices(ChoiceLookup lookup)
{
    /// <summary>How many entries a search gives at most.</summary>
    internal const int SearchCount = 30;

    /// <summary>The first entries that contain a term; none when there is no such list.</summary>
    public async Task<IReadOnlyList<ChoiceModel>> SearchAsync(string? listName, string term)
    {
        if (lookup.FindList(listName) is { } list)
            return (await list.SearchAsync(term, SearchCount)).Select(ModelOf).ToList();
        return lookup.FindCodes(listName) is { } codes ? (await codes.SearchAsync(term, SearchCount)).Select(ModelOf).ToList() : [];
    }

    /// <summary>The entries with these ids or codes, as definitions hold them; what is gone is left out.</summary>
    public async Task<IReadOnlyList<ChoiceModel>> FindAsync(string? listName, IReadOnlyCollection<string> ids)
    {
        if (lookup.FindList(listName) is { } list)
            return (await list.FindAsync(NumbersIn(ids))).Select(ModelOf).ToList();
        return lookup.FindCodes(listName) is { } codes ? (await codes.FindAsync(ids)).Select(ModelOf).ToList() : [];
    }

    /// <summary>The entries that pasted texts mean, in the order of the texts, and the texts that mean none.</summary>
    public async Task<FoundChoicesModel> ResolveAsync(string? listName, IReadOnlyList<string> texts)
    {
        if (lookup.FindList(listName) is { } list)
            return await ResolveAsync(list, texts);
        return lookup.FindCodes(listName) is { } codes ? await ResolveAsync(codes, texts) : new FoundChoicesModel([], texts);
    }

    private static async Task<FoundChoicesModel> ResolveAsync(IChoiceList list, IReadOnlyList<string> texts)
    {
        var ids = await list.ResolveAsync(texts);
        var items = (await list.FindAsync(texts.SelectMany(text => ids[text]).Distinct().ToList())).ToDictionary(item => item.Id);
        return new FoundChoicesModel(
            texts.SelectMany(text => ids[text]).Distinct().Where(items.ContainsKey).Select(id => ModelOf(items[id])).ToList(),
            texts.Where(text => !ids[text].Any(items.ContainsKey)).ToList());
    }

    /// <summary>A code is meant by itself or by what it is called; what only contains the text is not meant.</summary>
    private static async Task<FoundChoicesModel> ResolveAsync(ICodeList list, IReadOnlyList<string> texts)
    {
        var known = await list.SearchAsync(string.Empty, int.MaxValue);
        var found = texts
            .Select(text => (Text: text, Code: known.FirstOrDefault(code => Is(code.Code, text)) ?? known.FirstOrDefault(code => Is(code.Text, text))))
            .ToList();
        return new FoundChoicesModel(
            found.Select(pair => pair.Code).OfType<CodeItem>().Distinct().Select(ModelOf).ToList(),
            found.Where(pair => pair.Code is null).Select(pair => pair.Text).ToList());
    }

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static List<int> NumbersIn(IEnumerable<string> texts) => texts
        .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (int?)null)
        .OfType<int>().ToList();

    private static ChoiceModel ModelOf(ChoiceItem item) => new(item.Id, item.Text, item.Detail);

    private static ChoiceModel ModelOf(CodeItem item) => new(item.Code, item.Text, null);
}
