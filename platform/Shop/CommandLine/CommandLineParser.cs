using System.Data.Common;
using System.Globalization;

namespace Shop.CommandLine;

/// <summary>Reads the command line. Whatever it does not know is refused with one line that says what is known.</summary>
public static class CommandLineParser
{
    public const string Usage = """
        Usage: Shop [verb] [options]

          (no verb)                    serve the shop; the first start fills it with demo data
          import FILE                  take over invoices of the UCI Online Retail data set (.csv or .csv.gz)
          generate                     fill an empty shop: --customers N (3000)  --orders M (12000)  --seed S (490)
          evaluate FILE-OR-FOLDER...   count what segment definitions match: one JSON line each
                                       --explain ID  say instead why that customer matches, or does not: each rule
                                                     with its outcome, the value there is and the value asked for
          criteria                 print everything that rules can ask, as it stands in docs/criteria.md

        Options for every verb:
          --database "Host=..."        PostgreSQL instead of SQLite
          --data DIR                   the folder of the shop's own files (App_Data)
          --now ISO                    a clock that stands, e.g. 2011-12-10T00:00:00Z
          --urls URLS                  where to listen, e.g. http://localhost:5000
        """;

    private static readonly string[] _moments =
    [
        "yyyy-MM-dd",
        "yyyy-MM-ddTHH:mmK",
        "yyyy-MM-ddTHH:mm:ssK",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK",
        "yyyy-MM-dd HH:mm:ssK"
    ];

    /// <summary>Turns arguments into options.</summary>
    /// <exception cref="InputException">An argument is unknown, missing or malformed.</exception>
    public static ShopOptions Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Any(argument => argument is "--help" or "-h" or "-?"))
            return new ShopOptions { Verb = ShopVerb.Help };

        var verb = ShopVerb.Serve;
        var rest = arguments;
        if (arguments.Count > 0 && !arguments[0].StartsWith('-'))
        {
            verb = VerbOf(arguments[0]);
            rest = arguments.Skip(1).ToList();
        }

        var options = new ShopOptions { Verb = verb };
        var paths = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rest.Count; i++)
        {
            if (!rest[i].StartsWith('-'))
            {
                paths.Add(rest[i]);
                continue;
            }

            var (name, value) = Split(rest[i]);
            // Only a known option takes the argument that follows it.
            if (!IsKnown(name, verb))
                throw new InputException($"Unknown option '{name}'{ForVerb(verb)}. Known here: {string.Join(", ", KnownFor(verb))}.");
            if (!seen.Add(name))
                throw new InputException($"Option '{name}' is given twice.");
            if (value is null)
            {
                if (i + 1 >= rest.Count || rest[i + 1].StartsWith("--", StringComparison.Ordinal))
                    throw new InputException($"Option '{name}' needs a value.");
                value = rest[++i];
            }

            options = Apply(options, name, value);
        }

        return options with { Paths = CheckPaths(verb, paths) };
    }

    private static ShopVerb VerbOf(string word)
    {
        return word switch
        {
            "serve" => ShopVerb.Serve,
            "import" => ShopVerb.Import,
            "generate" => ShopVerb.Generate,
            "evaluate" => ShopVerb.Evaluate,
            "criteria" => ShopVerb.Criteria,
            "help" => ShopVerb.Help,
            _ => throw new InputException($"Unknown verb '{word}'. Known: serve, import, generate, evaluate, criteria, help.")
        };
    }

    private static (string Name, string? Value) Split(string argument)
    {
        var equals = argument.IndexOf('=');
        return equals < 0 ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
    }

    private static IEnumerable<string> KnownFor(ShopVerb verb)
    {
        string[] common = ["--database", "--data", "--now", "--urls"];
        return verb switch
        {
            ShopVerb.Generate => ["--customers", "--orders", "--seed", .. common],
            ShopVerb.Evaluate => ["--explain", .. common],
            _ => common
        };
    }

    private static bool IsKnown(string name, ShopVerb verb)
    {
        return KnownFor(verb).Contains(name, StringComparer.Ordinal);
    }

    private static string ForVerb(ShopVerb verb)
    {
        return verb == ShopVerb.Serve ? string.Empty : $" for '{verb.ToString().ToLowerInvariant()}'";
    }

    private static ShopOptions Apply(ShopOptions options, string name, string value)
    {
        return name switch
        {
            "--database" => options with { Database = ConnectionString(value) },
            "--data" => options with { DataFolder = Folder(value) },
            "--now" => options with { Now = Moment(value) },
            "--urls" => options with { Urls = Addresses(value) },
            "--customers" => options with { Customers = Number(name, value, 1, 10_000_000) },
            "--orders" => options with { Orders = Number(name, value, 0, 100_000_000) },
            "--explain" => options with { Explain = Number(name, value, 1, int.MaxValue) },
            "--seed" => options with { Seed = Seed(value) },
            _ => throw new InputException($"Unknown option '{name}'.")
        };
    }

    private static string ConnectionString(string value)
    {
        try
        {
            var builder = new DbConnectionStringBuilder { ConnectionString = value };
            if (builder.ContainsKey("Host") || builder.ContainsKey("Server") || builder.ContainsKey("Data Source"))
                return value;
        }
        catch (ArgumentException)
        {
            // Told below, in words of our own.
        }

        throw new InputException("Option '--database' takes a connection string such as \"Host=localhost;Database=shop;Username=me\".");
    }

    private static string Folder(string value)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw new InputException("Option '--data' takes the path of a folder.");
        if (File.Exists(value))
            throw new InputException($"Option '--data' takes a folder, but '{value}' is a file.");
        return value;
    }

    private static DateTimeOffset Moment(string value)
    {
        const DateTimeStyles styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParseExact(value, _moments, CultureInfo.InvariantCulture, styles, out var moment)
            ? moment
            : throw new InputException($"Option '--now' takes a date or a moment such as 2011-12-10T00:00:00Z, not '{value}'.");
    }

    private static string Addresses(string value)
    {
        foreach (var address in value.Split(';', StringSplitOptions.TrimEntries))
        {
            // The listener's own wildcards are no host names to Uri.
            var plain = address.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal);
            if (!Uri.TryCreate(plain, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                throw new InputException($"Option '--urls' takes addresses such as http://localhost:5000, not '{address}'.");
        }

        return value;
    }

    private static int Number(string name, string value, int least, int most)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        var range = string.Create(CultureInfo.InvariantCulture, $"{least:N0} to {most:N0}");
        throw new InputException($"Option '{name}' takes a whole number from {range}, not '{value}'.");
    }

    private static long Seed(string value)
    {
        return long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw new InputException($"Option '--seed' takes a whole number, not '{value}'.");
    }

    private static List<string> CheckPaths(ShopVerb verb, List<string> paths)
    {
        switch (verb)
        {
            case ShopVerb.Import when paths.Count != 1:
                throw new InputException("'import' takes exactly one file: import FILE.");
            case ShopVerb.Evaluate when paths.Count == 0:
                throw new InputException("'evaluate' takes at least one file or folder: evaluate FILE-OR-FOLDER...");
            case ShopVerb.Serve or ShopVerb.Generate or ShopVerb.Criteria when paths.Count > 0:
                throw new InputException($"Unexpected argument '{paths[0]}'{ForVerb(verb)}.");
            default:
                return paths;
        }
    }
}
