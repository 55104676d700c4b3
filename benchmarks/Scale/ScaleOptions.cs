using System.Globalization;

namespace Segments.Benchmarks.Scale;

/// <summary>What a scale run is asked for.</summary>
/// <param name="Customers">Customers to make.</param>
/// <param name="Orders">Orders to make, with about two lines each.</param>
/// <param name="Database">A PostgreSQL connection string or a SQLite file; null for a SQLite file that goes away.</param>
/// <param name="Json">The file that the figures are written to as JSON; null for none.</param>
/// <param name="Keep">Whether the database stays, and a filled one of the same size is used again.</param>
/// <param name="Runs">How often each refresh is timed, beside the first time that warms up.</param>
/// <param name="Only">The parts to run; empty for all.</param>
internal sealed record ScaleOptions(int Customers, int Orders, string? Database, string? Json, bool Keep, int Runs, IReadOnlyList<string> Only)
{
    /// <summary>How to call it.</summary>
    public const string Usage =
        "scale --customers N --orders M [--database CONNECTION STRING|FILE] [--json FILE] [--keep] [--runs N] [--only refresh,count,drain,latency]";

    /// <summary>All parts, in the order in which they run.</summary>
    public static readonly IReadOnlyList<string> Parts = ["refresh", "count", "drain", "latency"];

    /// <summary>Reads the command line that follows the word "scale".</summary>
    /// <exception cref="FormatException">Something is unknown, missing or no number above 0.</exception>
    public static ScaleOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new ScaleOptions(100_000, 500_000, null, null, false, 3, []);
        for (var i = 0; i < arguments.Count; i++)
            options = arguments[i] switch
            {
                "--customers" => options with { Customers = Number(arguments, ++i) },
                "--orders" => options with { Orders = Number(arguments, ++i) },
                "--database" => options with { Database = Value(arguments, ++i) },
                "--json" => options with { Json = Value(arguments, ++i) },
                "--runs" => options with { Runs = Number(arguments, ++i) },
                "--only" => options with { Only = PartsOf(Value(arguments, ++i)) },
                "--keep" => options with { Keep = true },
                var unknown => throw new FormatException($"'{unknown}' is not known. {Usage}")
            };
        return options;
    }

    /// <summary>Whether a part is to run.</summary>
    public bool Includes(string part) => Only.Count == 0 || Only.Contains(part);

    private static string Value(IReadOnlyList<string> arguments, int index) =>
        index < arguments.Count ? arguments[index] : throw new FormatException($"'{arguments[index - 1]}' needs a value. {Usage}");

    private static int Number(IReadOnlyList<string> arguments, int index) =>
        int.TryParse(Value(arguments, index), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new FormatException($"'{arguments[index - 1]}' needs a number above 0. {Usage}");

    private static string[] PartsOf(string list)
    {
        var parts = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.All(Parts.Contains) ? parts : throw new FormatException($"The parts are {string.Join(", ", Parts)}. {Usage}");
    }
}
