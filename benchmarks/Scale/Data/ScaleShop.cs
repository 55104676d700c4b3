namespace Segments.Benchmarks.Scale.Data;

/// <summary>What all made-up shops of a scale run have in common.</summary>
internal static class ScaleShop
{
    /// <summary>The seed of all that is random.</summary>
    public const long Seed = 42;

    /// <summary>How many products there are.</summary>
    public const int Products = 2_000;

    /// <summary>How many categories; the first ones are the parents of the others.</summary>
    public const int Categories = 50;

    /// <summary>How many of the categories have subcategories.</summary>
    public const int ParentCategories = 10;

    /// <summary>How many manufacturers.</summary>
    public const int Manufacturers = 20;

    /// <summary>For how many days the shop has been open.</summary>
    public const int OpenDays = 5 * 365;

    /// <summary>When the shop opened.</summary>
    public static readonly DateTime Opened = ScaleClock.Beginning.AddDays(-OpenDays);

    /// <summary>A moment without fractions of a second, as shops store most of theirs.</summary>
    public static DateTime Whole(DateTime moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>An amount in whole cents.</summary>
    public static decimal Cents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
