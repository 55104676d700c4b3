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

    [GeneratedRegex("%(?<key>[^%\\s]+)%")]
    private static partial Regex Places();

    private static bool Holds(string condition, Dictionary<string, Token> values)
    {
        var key = condition.Trim().TrimStart('!').Trim('%', ' ');
        var value = values.GetValueOrDefault(key)?.Value?.ToString() ?? "";
        var holds = value.Length > 0 && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
        return condition.TrimStart().StartsWith('!') ? !holds : holds;
    }
}
