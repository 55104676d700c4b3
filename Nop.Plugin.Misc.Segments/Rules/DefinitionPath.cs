namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>How messages name a place in a definition: <c>rules[1].rules[0].where[2].value</c>, counted from the outermost group.</summary>
internal static class DefinitionPath
{
    public static string Rule(string group, int index) => Of(group, $"rules[{index}]");

    public static string Filter(string condition, int index) => Of(condition, $"where[{index}]");

    public static string Of(string parent, string member) => parent.Length == 0 ? member : $"{parent}.{member}";
}
