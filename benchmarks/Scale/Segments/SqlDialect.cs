namespace Segments.Benchmarks.Scale.Segments;

/// <summary>How amounts are summed up and compared on a database: SQLite keeps them as text, and floating numbers would not be exact.</summary>
/// <param name="OrderMoney">What an order of the alias o comes to, refunds taken off.</param>
/// <param name="Unit">How many of its units make one of the currency.</param>
/// <param name="NumberType">The type as which an amount can be compared with a number.</param>
internal sealed record SqlDialect(string OrderMoney, int Unit, string NumberType)
{
    /// <summary>PostgreSQL's.</summary>
    public static readonly SqlDialect Postgres = new("""o."OrderTotal" - o."RefundedAmount" """, 1, "numeric");

    /// <summary>SQLite's: in whole cents.</summary>
    public static readonly SqlDialect Sqlite = new(
        """CAST(round(o."OrderTotal" * 100) AS INTEGER) - CAST(round(o."RefundedAmount" * 100) AS INTEGER)""", 100, "REAL");

    /// <summary>Whether an amount is more than nothing.</summary>
    public string IsPositive(string column) => $"CAST({column} AS {NumberType}) > 0";
}
