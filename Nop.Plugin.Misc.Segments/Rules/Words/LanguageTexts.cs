using System.Globalization;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.Segments.Rules.Words;

/// <summary>The texts of one language from which sentences about rules are put together.</summary>
/// <param name="localizationService">The shop's texts.</param>
/// <param name="languageId">The language.</param>
/// <param name="culture">How the language writes numbers and dates.</param>
internal sealed class LanguageTexts(ILocalizationService localizationService, int languageId, CultureInfo culture)
{
    /// <summary>What the key of a criterion's name starts with.</summary>
    private const string CriteriaPrefix = $"{SegmentsDefaults.ResourcePrefix}.Criteria.";

    private const string WordsPrefix = $"{SegmentsDefaults.ResourcePrefix}.Words.";

    /// <summary>The language's id.</summary>
    public int LanguageId => languageId;

    /// <summary>How the language writes numbers and dates.</summary>
    public CultureInfo Culture => culture;

    /// <summary>Under which key the sentences of a criterion stand: its name, which the fields of a family share.</summary>
    public static string KeyOf(Criterion criterion) =>
        criterion.ResourceKey.StartsWith(CriteriaPrefix, StringComparison.Ordinal) ? criterion.ResourceKey[CriteriaPrefix.Length..] : criterion.Name;

    /// <summary>The first of some texts that there is, or null.</summary>
    public async Task<string?> FindAsync(params IEnumerable<string> keys)
    {
        foreach (var key in keys)
            if (await FindResourceAsync(WordsPrefix + key) is { } text)
                return text;
        return null;
    }

    /// <summary>A text of the plugin that need not be there, by its whole key.</summary>
    public async Task<string?> FindResourceAsync(string key) =>
        await localizationService.GetResourceAsync(key, languageId, false, string.Empty, true) is { Length: > 0 } text ? text : null;

    /// <summary>A criterion's own name, as in the editor.</summary>
    public async Task<string> NameAsync(Criterion criterion) =>
        await FindResourceAsync(criterion.ResourceKey) is { } text ? Fill(text, criterion.Subject ?? string.Empty) : criterion.Name;

    /// <summary>A text with its places filled.</summary>
    /// <exception cref="InvalidOperationException">There is no such text.</exception>
    public async Task<string> SayAsync(string key, params object[] pieces) =>
        Fill(await FindAsync(key) ?? throw new InvalidOperationException($"The text {WordsPrefix}{key} is missing."), pieces);

    /// <summary>The same for a number, of which nothing or just one may be said in another way.</summary>
    public async Task<string> SayCountAsync(string key, decimal count) =>
        count is 0 or 1 && await FindAsync($"{key}.{(count == 0 ? "zero" : "one")}") is { } special
            ? Fill(special, Number(count))
            : await SayAsync(key, Number(count));

    /// <summary>Fills the places of a text.</summary>
    public string Fill(string text, params object[] pieces) => string.Format(culture, text, pieces);

    /// <summary>A number as the language writes it, with up to four decimals.</summary>
    public string Number(decimal number) => number.ToString(number == decimal.Truncate(number) ? "N0" : "#,0.####", culture);

    /// <summary>A day as the language writes it.</summary>
    public string Day(DateOnly day) => day.ToString("d", culture);

    /// <summary>Several sentences or their parts that hold together.</summary>
    public async Task<string> JoinAsync(IEnumerable<string> parts, bool all = true) => string.Join(await SayAsync(all ? "Group.And" : "Group.Or"), parts);

    /// <summary>A part of a sentence without the comma that would lead on to the next part.</summary>
    public static string End(string part) => part.TrimEnd(',');
}
