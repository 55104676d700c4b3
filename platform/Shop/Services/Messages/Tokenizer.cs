using System.Net;
using System.Text.RegularExpressions;
using Nop.Services.Messages;

namespace Shop.Services.Messages;

/// <summary>Puts values in the places of a template: %Name%, and %if (Name) ... endif% around what only holds for a value.</summary>
internal sealed partial class Tokenizer : ITokenizer
{
    public string Replace(string template, IEnumerable<Token> tokens, bool htmlEncode)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(template);
        ArgumentNullException.ThrowIfNull(tokens);
        var values = tokens.GroupBy(t => t.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.Last(), StringComparer.OrdinalIgnoreCase);
        var kept = Conditions().Replace(template, match => Holds(match.Groups["condition"].Value, values) ? match.Groups["text"].Value : "");
        return Places().Replace(kept, match =>
        {
            if (!values.TryGetValue(match.Groups["key"].Value, out var token))
                return match.Value;
            var text = token.Value?.ToString() ?? "";
            return htmlEncode && !token.NeverHtmlEncoded ? WebUtility.HtmlEncode(text) : text;
        });
    }

    [GeneratedRegex(@"%if\s*\((?<condition>[^)]*)\)(?<text>.*?)endif%", RegexOptions.Singleline)]
    private static partial Regex Conditions();

    [GeneratedRegex("""^\s*%(?<key>[^%\s]+)%\s*(?<operator>==|!=)\s*"(?<text>[^"]*)"\s*$""")]
    private static partial Regex Comparison();

    [GeneratedRegex("%(?<key>[^%\\s]+)%")]
    private static partial Regex Places();

    // Of the conditions that the real one knows: a value, its negation, and whether a value is (not) a text in quotation marks.
    private static bool Holds(string condition, Dictionary<string, Token> values)
    {
        var comparison = Comparison().Match(condition);
        if (comparison.Success)
            return ValueOf(comparison.Groups["key"].Value) == comparison.Groups["text"].Value == (comparison.Groups["operator"].Value == "==");

        var value = ValueOf(condition.Trim().TrimStart('!').Trim('%', ' '));
        var holds = value.Length > 0 && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
        return condition.TrimStart().StartsWith('!') ? !holds : holds;

        string ValueOf(string key) => values.GetValueOrDefault(key)?.Value?.ToString() ?? "";
    }
}
