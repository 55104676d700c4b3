namespace Shop.CommandLine;

/// <summary>What the command line asks for, read and checked as far as that goes without a database.</summary>
public sealed record ShopOptions
{
    /// <summary>What to do.</summary>
    public ShopVerb Verb { get; init; } = ShopVerb.Serve;

    /// <summary>A connection string; none means SQLite in the data folder.</summary>
    public string? Database { get; init; }

    /// <summary>The folder for the shop's own files; none means App_Data beside the project.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The moment the shop's clock stands at; none means that it runs.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>The addresses to listen on, separated by semicolons.</summary>
    public string? Urls { get; init; }

    /// <summary>The file to import, or the files and folders to evaluate, as they were written.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The customer for whom definitions are to be explained; none means that what they match is counted.</summary>
    public int? Explain { get; init; }

    /// <summary>How many registered customers to generate.</summary>
    public int Customers { get; init; } = DefaultCustomers;

    /// <summary>How many orders to generate.</summary>
    public int Orders { get; init; } = DefaultOrders;

    /// <summary>The seed of the generator: the same seed makes the same shop.</summary>
    public long Seed { get; init; } = DefaultSeed;

    public const int DefaultCustomers = 3_000;
    public const int DefaultOrders = 12_000;
    public const long DefaultSeed = 490;

    /// <summary>The clock that the options ask for.</summary>
    public TimeProvider Clock => Now is { } moment ? new StandingClock(moment) : TimeProvider.System;
}
