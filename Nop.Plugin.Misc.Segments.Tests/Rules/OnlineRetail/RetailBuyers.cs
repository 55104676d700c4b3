using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.OnlineRetail;

/// <summary>A customer of the data set with all its invoices that are not cancellations.</summary>
internal sealed class RetailBuyer(int number)
{
    public int Number { get; } = number;

    /// <summary>The time and the country of the first invoice, cancellations included.</summary>
    public DateTime First { get; set; } = DateTime.MaxValue;
    public string Country { get; set; } = "";

    public Dictionary<string, RetailOrder> Orders { get; } = [];

    public decimal Total => Orders.Values.Sum(order => order.Total);

    public int CountSince(DateTime from) => Orders.Values.Count(order => order.Time >= from);
}

/// <summary>An invoice with the stock codes of its lines.</summary>
internal sealed class RetailOrder
{
    private decimal _sum;

    public DateTime Time { get; set; } = DateTime.MaxValue;

    public List<string> Codes { get; } = [];

    public decimal Total => Math.Round(_sum, 2, MidpointRounding.AwayFromZero);

    public void Add(string code, decimal amount, DateTime time)
    {
        Codes.Add(code);
        _sum += amount;
        Time = time < Time ? time : Time;
    }
}

/// <summary>Reads the data set by a plain loop over its lines; nothing of the shop's own import is used.</summary>
internal static class RetailBuyers
{
    public static List<RetailBuyer> Read(string path)
    {
        var buyers = new Dictionary<int, RetailBuyer>();
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            // InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, CustomerID, Country.
            var cells = Cut(line);
            if (cells[6].Length == 0)
                continue;

            var number = (int)decimal.Parse(cells[6], CultureInfo.InvariantCulture);
            if (!buyers.TryGetValue(number, out var buyer))
                buyers.Add(number, buyer = new RetailBuyer(number));

            var time = DateTime.ParseExact(cells[4], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            if (time < buyer.First)
                (buyer.First, buyer.Country) = (time, cells[7]);

            if (cells[0].StartsWith('C'))
                continue;

            if (!buyer.Orders.TryGetValue(cells[0], out var order))
                buyer.Orders.Add(cells[0], order = new RetailOrder());
            order.Add(cells[1], int.Parse(cells[3], CultureInfo.InvariantCulture) * decimal.Parse(cells[5], CultureInfo.InvariantCulture), time);
        }

        // Who only ever cancelled is no customer.
        return buyers.Values.Where(buyer => buyer.Orders.Count > 0).ToList();
    }

    private static List<string> Cut(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var letter in line)
        {
            if (letter == '"')
                quoted = !quoted;
            else if (letter == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(letter);
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
