using System.Globalization;
using System.Text;

namespace Nop.Plugin.Misc.Segments.Audiences.Export.Files;

/// <summary>A text file in UTF-8: commas, quotation marks where they are needed (RFC 4180), no text that a spreadsheet takes for a formula.</summary>
public sealed class CsvFile : IMemberFile
{
    private const string MomentFormat = "yyyy-MM-dd HH:mm";
    private const string AmountFormat = "0.00##";

    private readonly StreamWriter _writer;

    /// <summary>Begins the file.</summary>
    /// <param name="stream">Where it goes; stays open.</param>
    /// <param name="byteOrderMark">Whether it begins with the mark by which spreadsheets know the encoding, and which other readers may stumble over.</param>
    public CsvFile(Stream stream, bool byteOrderMark) =>
        _writer = new StreamWriter(stream, new UTF8Encoding(byteOrderMark), leaveOpen: true) { NewLine = "\r\n" };

    /// <inheritdoc />
    public void WriteHeader(IReadOnlyList<string> titles) => WriteRow(titles);

    /// <inheritdoc />
    public void WriteRow(IReadOnlyList<object?> values)
    {
        for (var column = 0; column < values.Count; column++)
        {
            if (column > 0)
                _writer.Write(',');
            WriteValue(values[column]);
        }

        _writer.WriteLine();
    }

    /// <inheritdoc />
    public void Flush() => _writer.Flush();

    /// <inheritdoc />
    public void Finish() => _writer.Flush();

    private void WriteValue(object? value)
    {
        switch (value)
        {
            case null:
                break;
            case DateTime moment:
                _writer.Write(moment.ToString(MomentFormat, CultureInfo.InvariantCulture));
                break;
            case decimal amount:
                _writer.Write(amount.ToString(AmountFormat, CultureInfo.InvariantCulture));
                break;
            case IFormattable number:
                _writer.Write(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                WriteText(value.ToString() ?? string.Empty);
                break;
        }
    }

    private void WriteText(string text)
    {
        var safe = SpreadsheetText.Neutralize(text);
        if (safe.AsSpan().IndexOfAny("\",;\t\r\n") < 0)
            _writer.Write(safe);
        else
        {
            _writer.Write('"');
            _writer.Write(safe.Replace("\"", "\"\"", StringComparison.Ordinal));
            _writer.Write('"');
        }
    }
}
