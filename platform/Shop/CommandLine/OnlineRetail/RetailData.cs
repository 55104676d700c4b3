namespace Shop.CommandLine.OnlineRetail;

/// <summary>The invoices of a file that name their customer, checked and ready to be stored.</summary>
public sealed record RetailData(IReadOnlyList<RetailInvoice> Invoices, IReadOnlyList<RetailProduct> Products, int SkippedLines)
{
    /// <summary>The invoices that are sales, not cancellations.</summary>
    public IEnumerable<RetailInvoice> Sales => Invoices.Where(invoice => !invoice.IsCancelled);
}

/// <summary>An invoice: all lines of one number.</summary>
public sealed class RetailInvoice
{
    public required string Number { get; init; }
    public required int Customer { get; init; }
    public required string Country { get; init; }

    /// <summary>The time of its earliest line.</summary>
    public required DateTime TimeUtc { get; set; }

    public List<RetailLine> Lines { get; } = [];

    /// <summary>Numbers that start with C are cancellations.</summary>
    public bool IsCancelled => Number.StartsWith('C');

    /// <summary>The exact sum, then rounded to the cent.</summary>
    public decimal Total => Math.Round(Lines.Sum(line => line.Quantity * line.UnitPrice), 2, MidpointRounding.AwayFromZero);
}

/// <summary>One line of an invoice.</summary>
/// <param name="Product">The place of the product in the file's list of products.</param>
public readonly record struct RetailLine(int Product, int Quantity, decimal UnitPrice);

/// <summary>A product by its stock code.</summary>
/// <param name="Name">The description that its lines use most.</param>
/// <param name="Price">The highest price it was sold at.</param>
/// <param name="FirstSeenUtc">The time of its earliest line.</param>
public sealed record RetailProduct(string StockCode, string Name, decimal Price, DateTime FirstSeenUtc)
{
    /// <summary>The name of its category: the first two characters of its code.</summary>
    public string Category => StockCode[..Math.Min(2, StockCode.Length)].ToUpperInvariant();
}
