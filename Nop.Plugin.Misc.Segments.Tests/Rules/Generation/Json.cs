using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Generation;

/// <summary>Pieces of JSON text.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An object of the members that are there; in any order, as none means anything.</summary>
    public static Gen<string> Object(params (string Name, string Value)[] members)
    {
        var given = members.Where(member => member.Value.Length > 0).Select(member => $"{Quote(member.Name)}: {member.Value}").ToArray();
        return from shuffled in Gen.Frequency((3, Gen.Constant(given)), (1, Gen.Shuffle(given))) select $"{{ {string.Join(", ", shuffled)} }}";
    }

    public static string Array(IEnumerable<string> values) => $"[{string.Join(", ", values)}]";

    public static string Quote(string text) => JsonSerializer.Serialize(text, _readable);

    public static string Quote(DateOnly day) => Quote(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static string Number(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Two numbers, the smaller first.</summary>
    public static string Range(decimal one, decimal other) => Array([Number(Math.Min(one, other)), Number(Math.Max(one, other))]);

    /// <summary>Two days, the earlier first.</summary>
    public static string Range(DateOnly one, DateOnly other) => Array([Quote(one < other ? one : other), Quote(one > other ? one : other)]);
}
