using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Shop.Demo;

namespace Shop.CommandLine.OnlineRetail;

/// <summary>
/// Reads the UCI Online Retail data set, https://archive.ics.uci.edu/dataset/352/online+retail, as comma separated values, packed or not.
/// The whole file is read and checked before anything is done with it.
/// </summary>
public sealed class RetailFile
{
    private static readonly string[] _columns = ["InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"];
    private static readonly string[] _times = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss", "M/d/yyyy H:mm"];

    private readonly string _name;
    private readonly Dictionary<string, RetailInvoice> _invoices = new(StringComparer.Ordinal);
    private readonly RetailProducts _products = new();
    private int _skipped;

    private RetailFile(string path)
    {
        _name = Path.GetFileName(path);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">There is no such file, or a line of it cannot be understood; the message names line and column.</exception>
    public static RetailData Read(string path, IProgress<DemoProgress>? progress = null)
    {
        if (Directory.Exists(path))
            throw new InputException($"'{path}' is a folder; 'import' takes a .csv or .csv.gz file.");
        if (!File.Exists(path))
            throw new InputException($"There is no file '{path}'.");
        try
        {
            using var file = File.OpenRead(path);
            return new RetailFile(path).Read(file, progress);
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputException($"The file '{path}' may not be read.");
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw new InputException($"The file '{path}' cannot be read to its end: {exception.Message}", exception);
        }
    }

    private RetailData Read(FileStream file, IProgress<DemoProgress>? progress)
    {
        using var stream = Unpack(file);
        using var text = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture) { CacheFields = true });
        try
        {
            ReadHeader(csv);
            while (csv.Read())
            {
                ReadLine(csv);
                if (csv.Parser.Row % 20_000 == 0)
                    progress?.Report(new DemoProgress("Reading", (int)(file.Position * 1000 / Math.Max(1, file.Length)), 1000));
            }
        }
        catch (BadDataException exception)
        {
            throw new InputException($"{_name}, line {csv.Parser.RawRow}: the quotes do not match.", exception);
        }

        if (_invoices.Count == 0)
            throw new InputException($"{_name} has no invoice with a CustomerID.");
        progress?.Report(new DemoProgress("Reading", 1000, 1000));
        // Orders get their numbers in the order in which they came in.
        var invoices = _invoices.Values.OrderBy(invoice => invoice.TimeUtc).ThenBy(invoice => invoice.Number, StringComparer.Ordinal).ToList();
        return new RetailData(invoices, _products.Finish(), _skipped);
    }

    private static Stream Unpack(FileStream file)
    {
        // Told by its first two bytes: names lie.
        var isPacked = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private void ReadHeader(CsvReader csv)
    {
        if (!csv.Read() || !csv.ReadHeader())
            throw new InputException($"{_name} is empty.");
        var missing = _columns.Except(csv.HeaderRecord!, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
            throw new InputException($"{_name}, line 1: there is no column {string.Join(", ", missing)}. Expected: {string.Join(", ", _columns)}.");
    }

    private void ReadLine(CsvReader csv)
    {
        if (csv.Parser.Count < csv.HeaderRecord!.Length)
            throw new InputException($"{_name}, line {csv.Parser.RawRow}: {csv.Parser.Count} values where the header names {csv.HeaderRecord.Length} columns.");

        var number = Text(csv, "InvoiceNo");
        var code = Text(csv, "StockCode");
        var quantity = Quantity(csv);
        var time = Time(csv);
        var price = Price(csv);
        var customer = Customer(csv);
        if (customer == 0)
        {
            _skipped++;
            return;
        }

        var product = _products.Add(code, csv.GetField("Description")?.Trim() ?? string.Empty, price, time);
        var invoice = Invoice(csv, number, customer, time);
        invoice.Lines.Add(new RetailLine(product, quantity, price));
    }

    private RetailInvoice Invoice(CsvReader csv, string number, int customer, DateTime time)
    {
        if (!_invoices.TryGetValue(number, out var invoice))
        {
            invoice = new RetailInvoice { Number = number, Customer = customer, Country = Text(csv, "Country"), TimeUtc = time };
            _invoices.Add(number, invoice);
        }

        if (invoice.Customer != customer)
            throw Wrong(csv, "CustomerID", $"invoice {number} belongs to customer {invoice.Customer} further up");
        if (time < invoice.TimeUtc)
            invoice.TimeUtc = time;
        return invoice;
    }

    private string Text(CsvReader csv, string column)
    {
        var text = csv.GetField(column)?.Trim();
        return string.IsNullOrEmpty(text) ? throw Wrong(csv, column, "it is empty") : text;
    }

    private int Quantity(CsvReader csv)
    {
        return int.TryParse(csv.GetField("Quantity"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var quantity)
            ? quantity
            : throw NotA(csv, "Quantity", "a whole number");
    }

    private DateTime Time(CsvReader csv)
    {
        const DateTimeStyles styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTime.TryParseExact(csv.GetField("InvoiceDate"), _times, CultureInfo.InvariantCulture, styles, out var time)
            ? time
            : throw NotA(csv, "InvoiceDate", "a time such as 2010-12-01 08:26:00");
    }

    private decimal Price(CsvReader csv)
    {
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(csv.GetField("UnitPrice"), styles, CultureInfo.InvariantCulture, out var price)
            ? price
            : throw NotA(csv, "UnitPrice", "an amount such as 2.55");
    }

    // Written as 17850 or, by tools that take it for a measurement, as 17850.0. None is a sale to nobody known.
    private int Customer(CsvReader csv)
    {
        var text = csv.GetField("CustomerID")?.Trim();
        if (string.IsNullOrEmpty(text))
            return 0;
        var digits = text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var customer) && customer > 0
            ? customer
            : throw NotA(csv, "CustomerID", "a number such as 17850");
    }

    private InputException NotA(CsvReader csv, string column, string kind)
    {
        return Wrong(csv, column, $"'{csv.GetField(column)}' is not {kind}");
    }

    private InputException Wrong(CsvReader csv, string column, string what)
    {
        return new InputException($"{_name}, line {csv.Parser.RawRow}, column {column}: {what}.");
    }
}
