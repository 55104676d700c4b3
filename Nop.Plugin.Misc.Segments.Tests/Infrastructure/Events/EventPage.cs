using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Nop.Plugin.Misc.Segments.Tests.Infrastructure.Events;

/// <summary>The page docs/developers/events.md, as tests read it.</summary>
internal static partial class EventPage
{
    private static readonly Lazy<string> Page = new(() => File.ReadAllText(PathOf()));

    /// <summary>By what happens, the events of its row: each entry names those of which one is raised.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> Rows { get; } = Page.Value.Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Count(letter => letter == '|') == 4)
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Where(cells => cells[1] != "what happens")
        .ToDictionary(cells => cells[1], cells => (IReadOnlyList<IReadOnlyList<string>>)cells[2].Split(", ")
            .Select(entry => (IReadOnlyList<string>)NamesIn(entry).ToList()).Where(names => names.Count > 0).ToList());

    /// <summary>All that stands between backticks.</summary>
    public static IReadOnlySet<string> Names { get; } = NamesIn(Page.Value).ToHashSet();

    /// <summary>How the page names an event.</summary>
    public static string NameOf(Type type) =>
        type.IsGenericType ? $"{type.Name.Split('`')[0].Replace("Event", string.Empty)}<{type.GetGenericArguments()[0].Name}>" : type.Name;

    private static IEnumerable<string> NamesIn(string text) => Backticks().Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Backticks();

    private static string PathOf([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "developers", "events.md");
}
