using System.Collections.ObjectModel;
using System.Reflection;

namespace Shop.Web;

/// <summary>The texts of the shop's own pages in its three languages, as the file shop.texts holds them.</summary>
public static class ShopTexts
{
    private static readonly string[] _languages = ["en", "de", "nl"];

    /// <summary>The texts by the two-letter code of their language, then by resource key.</summary>
    public static IReadOnlyDictionary<string, IDictionary<string, string>> Read()
    {
        var texts = _languages.ToDictionary(language => language, _ => (IDictionary<string, string>)new Dictionary<string, string>());
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream("shop.texts")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('|');
            if (line.StartsWith('#') || parts.Length != _languages.Length + 1)
                continue;

            for (var i = 0; i < _languages.Length; i++)
                texts[_languages[i]][parts[0]] = parts[i + 1];
        }

        return new ReadOnlyDictionary<string, IDictionary<string, string>>(texts);
    }
}
