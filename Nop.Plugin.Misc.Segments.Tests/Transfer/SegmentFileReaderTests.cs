using System.Text;
using Nop.Plugin.Misc.Segments.Transfer;
using Nop.Plugin.Misc.Segments.Transfer.Import;

namespace Nop.Plugin.Misc.Segments.Tests.Transfer;

[TestFixture]
public class SegmentFileReaderTests
{
    [TestCase("", "Empty", "")]
    [TestCase("{", "NotJson", "")]
    [TestCase("name;email\n1;2", "NotJson", "")]
    [TestCase("[]", "NotSegments", "")]
    [TestCase("3", "NotSegments", "")]
    [TestCase("{}", "NotSegments", "")]
    [TestCase("""{"format":"other"}""", "NotSegments", "format")]
    [TestCase("""{"format":7}""", "NotSegments", "format")]
    [TestCase("""{"format":"nopcommerce-segments"}""", "UnknownVersion", "version")]
    [TestCase("""{"format":"nopcommerce-segments","version":2}""", "UnknownVersion", "version")]
    [TestCase("""{"format":"nopcommerce-segments","version":"1"}""", "UnknownVersion", "version")]
    [TestCase("""{"format":"nopcommerce-segments","version":1}""", "NoSegments", "segments")]
    [TestCase("""{"format":"nopcommerce-segments","version":1,"segments":[]}""", "NoSegments", "segments")]
    [TestCase("""{"format":"nopcommerce-segments","version":1,"segments":[7]}""", "WrongSegment", "segments[0]")]
    [TestCase("""{"format":"nopcommerce-segments","version":1,"segments":[{"definition":{}}]}""", "NoName", "segments[0].name")]
    [TestCase("""{"format":"nopcommerce-segments","version":1,"segments":[{"name":" ","definition":{}}]}""", "WrongText", "segments[0].name")]
    [TestCase("""{"format":"nopcommerce-segments","version":1,"segments":[{"name":7,"definition":{}}]}""", "WrongText", "segments[0].name")]
    [TestCase("""{"format":"nopcommerce-segments","version":1,"segments":[{"name":"A"}]}""", "NoRules", "segments[0].definition")]
    [TestCase("""{"format":"nopcommerce-segments","version":1,"segments":[{"name":"A","definition":"{}"}]}""", "NoRules", "segments[0].definition")]
    [TestCase("""{"format":"nopcommerce-segments","version":1,"segments":[{"name":"A","includeGuests":"yes","definition":{}}]}""", "WrongYesNo", "segments[0].includeGuests")]
    [TestCase("""{"format":"nopcommerce-segments","version":1,"segments":[{"name":"A","id":7,"definition":{}}]}""", "UnknownMember", "segments[0]")]
    [TestCase("""{"format":"nopcommerce-segments","version":1,"segments":[{"name":"A","name":"B","definition":{}}]}""", "UnknownMember", "segments[0]")]
    [TestCase("""{"format":"nopcommerce-segments","version":1,"segments":[{"name":"\ud800","definition":{}}]}""", "NotText", "")]
    public void A_bad_file_is_refused_with_its_place(string text, string problem, string path)
    {
        var (segments, problems) = SegmentFileReader.Read(TransferShop.Of("bad.json", text));

        Assert.That(segments, Is.Empty);
        Assert.That(problems.Select(found => (found.File, found.Text, found.Path)), Is.EqualTo(new[] { ("bad.json", problem, path) }));
    }

    [Test]
    public void Size_and_bytes_are_looked_at_first()
    {
        var large = new ChosenFile("large.json", new byte[SegmentFile.MaximumSize + 1]);
        var binary = new ChosenFile("picture.json", new byte[] { 0x89, 0x50, 0x4e, 0x47, 0xff });
        var utf16 = new ChosenFile("utf16.json", Encoding.Unicode.GetBytes(TransferShop.FileOf(("A", "{}"))));

        Assert.That(SegmentFileReader.Read(large).Problems.Single().Text, Is.EqualTo("TooLarge"));
        Assert.That(SegmentFileReader.Read(binary).Problems.Single().Text, Is.EqualTo("NotText"));
        Assert.That(SegmentFileReader.Read(utf16).Problems.Single().Text, Is.EqualTo("NotJson"));
    }

    [Test]
    public void A_mark_of_the_encoding_is_no_harm()
    {
        var file = new ChosenFile("a.json", Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(TransferShop.FileOf(("A", "{}")))).ToArray());
        Assert.That(SegmentFileReader.Read(file).Segments.Single().Segment.Name, Is.EqualTo("A"));
    }

    [Test]
    public void Where_JSON_ends_to_be_JSON_is_said()
    {
        var problem = SegmentFileReader.Read(TransferShop.Of("bad.json", "{\n  \"format\": nothing\n}")).Problems.Single();
        Assert.That(problem.Details, Is.EqualTo(new object[] { 2L, 14L }).Or.EqualTo(new object[] { 2L, 13L }));
    }

    [Test]
    public void Bare_rules_are_called_as_their_file()
    {
        var found = SegmentFileReader.Read(TransferShop.Of("vip.json", """{"version":1,"rules":{"match":"all","rules":[]}}""")).Segments.Single();
        Assert.That((found.IsBare, found.Segment.Name), Is.EqualTo((true, "vip")));
    }
}
