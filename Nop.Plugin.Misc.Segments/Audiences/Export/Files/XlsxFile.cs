using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Nop.Plugin.Misc.Segments.Audiences.Export.Files;

/// <summary>
/// A workbook, written from its first row to its last without holding more than a few of them. Texts are written as texts, which no program takes for
/// formulas; those that look like one are marked, so that they stay texts when somebody edits them. What does not fit into a sheet goes on in the next one.
/// </summary>
public sealed class XlsxFile : IMemberFile
{
    /// <summary>Rows that a sheet can hold, its header included.</summary>
    public const int RowsPerSheet = 1_048_576;

    private const int LongestText = 32_767;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string TypePrefix = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private readonly ZipArchive _archive;
    private readonly int _rowsPerSheet;
    private IReadOnlyList<string> _titles = [];
    private XmlWriter? _sheet;
    private int _sheets;
    private int _row;

    /// <summary>Begins the workbook.</summary>
    /// <param name="stream">Where it goes; stays open.</param>
    /// <param name="rowsPerSheet">Rows of a sheet, its header included.</param>
    public XlsxFile(Stream stream, int rowsPerSheet = RowsPerSheet)
    {
        _archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        _rowsPerSheet = rowsPerSheet;
    }

    private enum Style
    {
        Plain = 0,
        Title = 1,
        Moment = 2,
        QuotedText = 3,
        Amount = 4
    }

    /// <inheritdoc />
    public void WriteHeader(IReadOnlyList<string> titles)
    {
        _titles = titles;
        BeginSheet();
    }

    /// <inheritdoc />
    public void WriteRow(IReadOnlyList<object?> values)
    {
        if (_row == _rowsPerSheet)
        {
            EndSheet();
            BeginSheet();
        }

        BeginRow();
        foreach (var value in values)
            WriteCell(value);
        _sheet!.WriteEndElement();
    }

    /// <inheritdoc />
    public void Flush() => _sheet?.Flush();

    /// <inheritdoc />
    public void Finish()
    {
        EndSheet();
        WriteStyles();
        WriteWorkbook();
        WritePart("_rels/.rels", writer =>
        {
            writer.WriteStartElement("Relationships", PackageRelationships);
            WriteRelationship(writer, "rId1", $"{Relationships}/officeDocument", "xl/workbook.xml");
        });
        WriteContentTypes();
        _archive.Dispose();
    }

    private void BeginSheet()
    {
        _sheets++;
        _row = 0;
        _sheet = Open($"xl/worksheets/sheet{_sheets}.xml");
        _sheet.WriteStartElement("worksheet", Main);

        // The titles stay in sight.
        _sheet.WriteStartElement("sheetViews", Main);
        _sheet.WriteStartElement("sheetView", Main);
        _sheet.WriteAttributeString("workbookViewId", "0");
        _sheet.WriteStartElement("pane", Main);
        _sheet.WriteAttributeString("ySplit", "1");
        _sheet.WriteAttributeString("topLeftCell", "A2");
        _sheet.WriteAttributeString("activePane", "bottomLeft");
        _sheet.WriteAttributeString("state", "frozen");
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();

        _sheet.WriteStartElement("cols", Main);
        _sheet.WriteStartElement("col", Main);
        _sheet.WriteAttributeString("min", "1");
        _sheet.WriteAttributeString("max", Number(Math.Max(1, _titles.Count)));
        _sheet.WriteAttributeString("width", "22");
        _sheet.WriteAttributeString("customWidth", "1");
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();

        _sheet.WriteStartElement("sheetData", Main);
        BeginRow();
        foreach (var title in _titles)
            WriteText(title, Style.Title);
        _sheet.WriteEndElement();
    }

    private void EndSheet()
    {
        if (_sheet is null)
            return;
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.Dispose();
        _sheet = null;
    }

    private void BeginRow()
    {
        _row++;
        _sheet!.WriteStartElement("row", Main);
        _sheet.WriteAttributeString("r", Number(_row));
    }

    private void WriteCell(object? value)
    {
        switch (value)
        {
            case null:
                _sheet!.WriteStartElement("c", Main);
                _sheet.WriteEndElement();
                break;
            case DateTime moment:
                WriteNumber(moment.ToOADate().ToString("R", CultureInfo.InvariantCulture), Style.Moment);
                break;
            case decimal amount:
                WriteNumber(amount.ToString(CultureInfo.InvariantCulture), Style.Amount);
                break;
            case IFormattable number:
                WriteNumber(number.ToString(null, CultureInfo.InvariantCulture), Style.Plain);
                break;
            default:
                var text = value.ToString() ?? string.Empty;
                WriteText(text, SpreadsheetText.IsDangerous(text) ? Style.QuotedText : Style.Plain);
                break;
        }
    }

    private void WriteNumber(string number, Style style)
    {
        BeginCell(style);
        _sheet!.WriteElementString("v", Main, number);
        _sheet.WriteEndElement();
    }

    private void WriteText(string text, Style style)
    {
        BeginCell(style);
        _sheet!.WriteAttributeString("t", "inlineStr");
        _sheet.WriteStartElement("is", Main);
        _sheet.WriteStartElement("t", Main);
        _sheet.WriteAttributeString("xml", "space", null, "preserve");
        _sheet.WriteString(Writable(text));
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
    }

    private void BeginCell(Style style)
    {
        _sheet!.WriteStartElement("c", Main);
        if (style != Style.Plain)
            _sheet.WriteAttributeString("s", Number((int)style));
    }

    private void WriteStyles() => WritePart("xl/styles.xml", writer => writer.WriteRaw(
        $"""
         <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" quotePrefix="1"/><xf xfId="0" numFmtId="4" applyNumberFormat="1"/></cellXfs></styleSheet>
         """));

    private void WriteWorkbook()
    {
        WritePart("xl/workbook.xml", writer =>
        {
            writer.WriteStartElement("workbook", Main);
            writer.WriteStartElement("sheets", Main);
            for (var sheet = 1; sheet <= _sheets; sheet++)
            {
                writer.WriteStartElement("sheet", Main);
                writer.WriteAttributeString("name", Number(sheet));
                writer.WriteAttributeString("sheetId", Number(sheet));
                writer.WriteAttributeString("r", "id", Relationships, $"rId{sheet}");
                writer.WriteEndElement();
            }
        });
        WritePart("xl/_rels/workbook.xml.rels", writer =>
        {
            writer.WriteStartElement("Relationships", PackageRelationships);
            for (var sheet = 1; sheet <= _sheets; sheet++)
                WriteRelationship(writer, $"rId{sheet}", $"{Relationships}/worksheet", $"worksheets/sheet{sheet}.xml");
            WriteRelationship(writer, $"rId{_sheets + 1}", $"{Relationships}/styles", "styles.xml");
        });
    }

    private void WriteContentTypes() => WritePart("[Content_Types].xml", writer =>
    {
        writer.WriteStartElement("Types", ContentTypes);
        WriteType(writer, "Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        WriteType(writer, "Default", "Extension", "xml", "application/xml");
        WriteType(writer, "Override", "PartName", "/xl/workbook.xml", TypePrefix + "sheet.main+xml");
        WriteType(writer, "Override", "PartName", "/xl/styles.xml", TypePrefix + "styles+xml");
        for (var sheet = 1; sheet <= _sheets; sheet++)
            WriteType(writer, "Override", "PartName", $"/xl/worksheets/sheet{sheet}.xml", TypePrefix + "worksheet+xml");
    });

    private static void WriteType(XmlWriter writer, string element, string attribute, string name, string type)
    {
        writer.WriteStartElement(element, ContentTypes);
        writer.WriteAttributeString(attribute, name);
        writer.WriteAttributeString("ContentType", type);
        writer.WriteEndElement();
    }

    private static void WriteRelationship(XmlWriter writer, string id, string type, string target)
    {
        writer.WriteStartElement("Relationship", PackageRelationships);
        writer.WriteAttributeString("Id", id);
        writer.WriteAttributeString("Type", type);
        writer.WriteAttributeString("Target", target);
        writer.WriteEndElement();
    }

    private void WritePart(string name, Action<XmlWriter> write)
    {
        using var writer = Open(name);
        write(writer);
    }

    private XmlWriter Open(string name)
    {
        var writer = XmlWriter.Create(
            _archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });
        writer.WriteStartDocument(standalone: true);
        return writer;
    }

    /// <summary>The text without what XML cannot hold, and no longer than a cell takes.</summary>
    private static string Writable(string text)
    {
        if (text.Length > LongestText)
            text = text[..LongestText];
        if (IsWritable(text))
            return text;

        var writable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
                writable.Append(rune.ToString());
        return writable.ToString();
    }

    private static bool IsWritable(string text)
    {
        for (var at = 0; at < text.Length; at++)
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                at++;
            else if (!XmlConvert.IsXmlChar(text[at]))
                return false;
        return true;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
