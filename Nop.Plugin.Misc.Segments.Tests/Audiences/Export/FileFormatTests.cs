using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Nop.Plugin.Misc.Segments.Audiences.Export.Files;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences.Export;

[TestFixture]
[Category("Audiences")]
public class FileFormatTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [TestCase("=1+1", "'=1+1")]
    [TestCase("+49 30 123", "'+49 30 123")]
    [TestCase("-cmd", "'-cmd")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase("\tx", "'\tx")]
    [TestCase("\r=x", "'\r'=x")]
    [TestCase("  =1", "  '=1")]
    [TestCase("\"=1", "\"'=1")]
    [TestCase("\" =1\"", "\" '=1\"")]
    [TestCase("a,=1", "a,'=1")]
    [TestCase("a;+1", "a;'+1")]
    [TestCase("＝1", "'＝1")]
    [TestCase("Anna-Maria", "Anna-Maria")]
    [TestCase("anna+news@example.com", "anna+news@example.com")]
    [TestCase("1 = 1", "1 = 1")]
    [TestCase("", "")]
    public void No_text_begins_a_formula(string text, string expected)
    {
        Assert.That(SpreadsheetText.Neutralize(text), Is.EqualTo(expected));
        Assert.That(SpreadsheetText.IsDangerous(text), Is.EqualTo(expected != text));
    }

    [Test]
    public void Csv_keeps_its_rows_whatever_stands_in_them()
    {
        var file = Write(stream => new CsvFile(stream, byteOrderMark: true), ["Name", "Number", "Moment"],
            ["He said \"no\", then; left\r\nat once", 12.5m, new DateTime(2026, 5, 4, 13, 7, 0)],
            [null, 1_000_000, null],
            ["=HYPERLINK(\"http://x\")", null, null]);

        Assert.That(file[..3], Is.EqualTo(Encoding.UTF8.Preamble.ToArray()));
        Assert.That(Encoding.UTF8.GetString(file[3..]), Is.EqualTo(
            "Name,Number,Moment\r\n"
            + "\"He said \"\"no\"\", then; left\r\nat once\",12.50,2026-05-04 13:07\r\n"
            + ",1000000,\r\n"
            + "\"'=HYPERLINK(\"\"http://x\"\")\",,\r\n"));
    }

    [Test]
    public void Csv_for_machines_has_no_mark() =>
        Assert.That(Encoding.UTF8.GetString(Write(stream => new CsvFile(stream, byteOrderMark: false), ["Email"])), Is.EqualTo("Email\r\n"));

    [Test]
    public void Xlsx_holds_texts_numbers_and_moments()
    {
        var file = Write(stream => new XlsxFile(stream), ["Name", "Number", "Moment"],
            ["=1+1", 12.5m, new DateTime(2026, 5, 4, 12, 0, 0)],
            ["Zoë \u0001𝄞 <b>&", 3, null]);

        using var archive = new ZipArchive(new MemoryStream(file));
        Assert.That(archive.Entries.Select(entry => entry.FullName), Is.EquivalentTo(new[]
        {
            "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/worksheets/sheet1.xml"
        }));
        foreach (var entry in archive.Entries)
            Assert.That(() => Load(archive, entry.FullName), Throws.Nothing, entry.FullName);

        var rows = RowsOf(archive, 1);
        Assert.That(rows.Select(TextsOf), Is.EqualTo(new[]
        {
            new[] { "Name", "Number", "Moment" },
            ["=1+1", "12.5", "46146.5"],
            ["Zoë 𝄞 <b>&", "3", ""]
        }));
        var formula = rows[1].Elements(Main + "c").First();
        Assert.That((string?)formula.Attribute("t"), Is.EqualTo("inlineStr"), "a text is never a formula");
        Assert.That(StyleOf(archive, formula).Attribute("quotePrefix"), Is.Not.Null, "and stays one when it is edited");
    }

    [Test]
    public void Xlsx_goes_on_in_another_sheet_where_one_is_full()
    {
        var file = Write(stream => new XlsxFile(stream, rowsPerSheet: 3), ["N"], [1], [2], [3], [4], [5]);

        using var archive = new ZipArchive(new MemoryStream(file));
        Assert.That(Enumerable.Range(1, 3).Select(sheet => RowsOf(archive, sheet).SelectMany(TextsOf)), Is.EqualTo(new[]
        {
            new[] { "N", "1", "2" },
            ["N", "3", "4"],
            ["N", "5"]
        }));
        Assert.That(Load(archive, "xl/workbook.xml").Descendants(Main + "sheet").Count(), Is.EqualTo(3));
    }

    [Test]
    public void A_workbook_that_was_not_finished_cannot_be_opened()
    {
        var stream = new MemoryStream();
        var file = new XlsxFile(stream);
        file.WriteHeader(["N"]);
        file.WriteRow([1]);
        file.Flush();

        Assert.That(() => new ZipArchive(new MemoryStream(stream.ToArray())), Throws.InstanceOf<InvalidDataException>());
    }

    private static byte[] Write(Func<Stream, IMemberFile> open, string[] titles, params object?[][] rows)
    {
        var stream = new MemoryStream();
        var file = open(stream);
        file.WriteHeader(titles);
        foreach (var row in rows)
            file.WriteRow(row);
        file.Finish();
        return stream.ToArray();
    }

    private static XDocument Load(ZipArchive archive, string name)
    {
        using var part = archive.GetEntry(name)!.Open();
        return XDocument.Load(part);
    }

    private static List<XElement> RowsOf(ZipArchive archive, int sheet) =>
        [.. Load(archive, $"xl/worksheets/sheet{sheet}.xml").Descendants(Main + "row")];

    private static string[] TextsOf(XElement row) => [.. row.Elements(Main + "c").Select(cell => cell.Value)];

    private static XElement StyleOf(ZipArchive archive, XElement cell) =>
        Load(archive, "xl/styles.xml").Descendants(Main + "cellXfs").Single().Elements().ElementAt((int)cell.Attribute("s")!);
}
