using System.Text;
using Nop.Plugin.Misc.Segments.Audiences.Lists;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences.Lists;

/// <summary>Files of addresses as shops get them: from spreadsheets, from other systems, out of mails.</summary>
[TestFixture]
[Category("Audiences")]
public class AddressReaderTests
{
    private static readonly string[] _two = ["ann@example.com", "ben@example.com"];

    [TestCase("ann@example.com\nben@example.com")]
    [TestCase("ann@example.com\r\nben@example.com\r\n\r\n")]
    [TestCase("ann@example.com\rben@example.com")]
    [TestCase("E-mail\nann@example.com\nben@example.com")]
    [TestCase("Name,E-mail\nAnn,ann@example.com\nBen,ben@example.com")]
    [TestCase("Name;E-mail;Remark\nAnn;ann@example.com;a, b, c, d, e\nBen;ben@example.com;\n")]
    [TestCase("Ann\tann@example.com\nBen\tben@example.com")]
    [TestCase("sep=;\nName;Mail\nAnn;ann@example.com\nBen;ben@example.com")]
    [TestCase("\"Lee, Ann\",\"ann@example.com\"\n\"Old \"\"Ben\"\"\nof the hill\",\"ben@example.com\"")]
    [TestCase("Ann,Size 12\",ann@example.com\nBen,\"12,ben@example.com")]
    [TestCase("ann@example.com, ben@example.com")]
    [TestCase("Ann <ann@example.com>; Ben <ben@example.com>;")]
    [TestCase("mailto:ann@example.com\n  BEN@Example.COM  ")]
    [TestCase("ann@example.com\nANN@example.com\nben@example.com\nann@example.com")]
    [TestCase("Mail,Friend\nann@example.com,x\nben@example.com,carl@example.com,5\n")]
    public void The_addresses_are_found_wherever_they_stand(string text)
    {
        foreach (var content in new[] { Encoding.UTF8.GetBytes(text), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)] })
        {
            var file = AddressReader.Read(content);
            Assert.That(file.Emails, Is.EqualTo(_two));
            Assert.That(file.UnreadableCount, Is.Zero, string.Join("\n", file.Unreadable));
            Assert.That(file.Problem, Is.Null);
        }
    }

    [Test]
    public void What_is_no_address_is_told_with_its_line()
    {
        var file = AddressReader.Read(Encoding.UTF8.GetBytes("Name;Mail\nAnn;ann@example.com\n\nBen;ben at example.com\nCy;\nDee;dee@\n;;\nEve;eve@example.com"));

        Assert.That(file.Emails, Is.EqualTo(new[] { "ann@example.com", "eve@example.com" }));
        Assert.That(file.UnreadableCount, Is.EqualTo(3));
        Assert.That(file.Unreadable, Is.EqualTo(new[] { new UnreadableLine(4, "Ben ben at example.com"), new UnreadableLine(5, "Cy"), new UnreadableLine(6, "Dee dee@") }));
    }

    [Test]
    public void Only_the_first_unreadable_lines_are_shown_and_not_to_their_end()
    {
        var file = AddressReader.Read(Encoding.UTF8.GetBytes("ann@example.com\n" + string.Concat(Enumerable.Repeat(new string('x', 200) + "\n", 30))));

        Assert.That(file.UnreadableCount, Is.EqualTo(30));
        Assert.That(file.Unreadable, Has.Count.EqualTo(10));
        Assert.That(file.Unreadable[0], Is.EqualTo(new UnreadableLine(2, new string('x', 80) + "\u2026")));
    }

    [Test]
    public void Old_spreadsheets_write_letters_their_own_way()
    {
        var file = AddressReader.Read([.. "Name;Mail\nJ"u8, 0xFC, .. "rgen;j"u8, 0xFC, .. "rgen@example.com\n"u8]);

        Assert.That(file.Emails, Is.EqualTo(new[] { "jürgen@example.com" }));
        Assert.That(file.UnreadableCount, Is.Zero);
    }

    [Test]
    public void An_address_that_no_column_holds_is_none()
    {
        var file = AddressReader.Read(Encoding.UTF8.GetBytes($"{new string('a', 250)}@example.com\nann@example.com"));

        Assert.That(file.Emails, Is.EqualTo(new[] { "ann@example.com" }));
        Assert.That(file.UnreadableCount, Is.EqualTo(1));
    }

    [Test]
    public void A_file_that_cannot_be_used_says_why()
    {
        Assert.That(AddressReader.Read([]).Problem, Is.EqualTo(AddressFileProblem.NoAddresses));
        Assert.That(AddressReader.Read("Name;Mail\nAnn;none\n"u8.ToArray()).Problem, Is.EqualTo(AddressFileProblem.NoAddresses));
        Assert.That(AddressReader.Read(new byte[AddressFile.MaximumSize + 1]).Problem, Is.EqualTo(AddressFileProblem.TooLarge));
        var most = Encoding.UTF8.GetBytes("ann@example.com" + new string('\n', AddressFile.MaximumLines) + "ben@example.com");
        Assert.That(AddressReader.Read(most).Problem, Is.EqualTo(AddressFileProblem.TooManyLines));
        Assert.That(AddressReader.Read(most[..^15]).Problem, Is.Null);
    }
}
