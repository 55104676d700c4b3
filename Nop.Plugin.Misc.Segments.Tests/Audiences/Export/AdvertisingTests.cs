using Nop.Plugin.Misc.Segments.Audiences.Export;
using Nop.Plugin.Misc.Segments.Audiences.Export.Advertising;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences.Export;

/// <summary>What the advertisers' own pages ask for; the hashes of Meta are the examples of its page of customer information parameters.</summary>
[TestFixture]
[Category("Audiences")]
public class AdvertisingTests
{
    [TestCase("(650) 555-1212", "US", "16505551212")]
    [TestCase("1-650-555-1212", "US", "16505551212")]
    [TestCase("+1 650 555 1212", null, "16505551212")]
    [TestCase("0170 1234567", "DE", "491701234567")]
    [TestCase("+49 (0)170 / 123 45 67", "FR", "491701234567")]
    [TestCase("0049 170 1234567", null, "491701234567")]
    [TestCase("06 1234 5678", "NL", "31612345678")]
    [TestCase("020 7183 8750", "GB", "442071838750")]
    [TestCase("06 30 123 4567", "HU", "36301234567")]
    [TestCase("8 (912) 345-67-89", "RU", "79123456789")]
    [TestCase("06 1234 5678", "IT", "390612345678")]
    [TestCase("242 365 1234", "BS", "12423651234")]
    [TestCase("365 1234", "BS", "12423651234")]
    [TestCase("612 345 678", "es", "34612345678")]
    [TestCase("0170 1234567", null, null)]
    [TestCase("0170 1234567", "AQ", null)]
    [TestCase("555-1212", "US", null)]
    [TestCase("112", "DE", null)]
    [TestCase("+123456789012345678", null, null)]
    [TestCase("ask at the desk", "DE", null)]
    [TestCase("", "DE", null)]
    [TestCase(null, "DE", null)]
    public void A_telephone_number_is_known_by_its_country_or_not_at_all(string? typed, string? country, string? expected) =>
        Assert.That(PhoneNumber.ToInternational(typed, country), Is.EqualTo(expected));

    [Test]
    public void Meta_gets_its_columns_with_its_own_examples_of_hashes()
    {
        Assert.That(MetaColumns.All.Select(column => column.Name), Is.EqualTo(new[] { "email", "phone", "fn", "ln", "zip", "ct", "st", "country" }));
        var member = Member("  John_Smith@gmail.com ", "Mary", "Valéry", "(650)555-1212", "94035-1234", "New York", new Place("California", "CA"), "US");

        Assert.That(Value(MetaColumns.All, "email", member), Is.EqualTo("62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f"));
        Assert.That(Value(MetaColumns.All, "phone", member), Is.EqualTo("e323ec626319ca94ee8bff2e4c87cf613be6ea19919ed1364124e16807ab3176"));
        Assert.That(Value(MetaColumns.All, "fn", member), Is.EqualTo("6915771be1c5aa0c886870b6951b03d7eafc121fea0e80a5ea83beb7c449f4ec"));
        Assert.That(Value(MetaColumns.All, "ln", member), Is.EqualTo("08e1996b5dd49e62a4b4c010d44e4345592a863bb9f8e3976219bac29417149c"));
        Assert.That(Value(MetaColumns.All, "zip", member), Is.EqualTo(ContactHash.Of("94035")));
        Assert.That(Value(MetaColumns.All, "ct", member), Is.EqualTo(ContactHash.Of("newyork")));
        Assert.That(Value(MetaColumns.All, "st", member), Is.EqualTo(ContactHash.Of("ca")));
        Assert.That(Value(MetaColumns.All, "country", member), Is.EqualTo(ContactHash.Of("us")));
    }

    [Test]
    public void Meta_gets_names_without_punctuation_and_places_without_blanks()
    {
        var member = Member("a@example.com", "Anne-Marie ", "O'Neill, Jr.", null, "SW1A 1AA", "St. Gallen", new Place("Nordrhein-Westfalen", "NW"), "DE");

        Assert.That(Value(MetaColumns.All, "fn", member), Is.EqualTo(ContactHash.Of("annemarie")));
        Assert.That(Value(MetaColumns.All, "ln", member), Is.EqualTo(ContactHash.Of("oneill jr")));
        Assert.That(Value(MetaColumns.All, "zip", member), Is.EqualTo(ContactHash.Of("sw1a1aa")));
        Assert.That(Value(MetaColumns.All, "ct", member), Is.EqualTo(ContactHash.Of("stgallen")));
        Assert.That(Value(MetaColumns.All, "st", member), Is.EqualTo(ContactHash.Of("nordrheinwestfalen")), "letters stand for states of America only");
    }

    [Test]
    public void Google_gets_its_columns_with_country_and_postal_code_readable()
    {
        Assert.That(
            GoogleAdsColumns.All.Select(column => column.Name), Is.EqualTo(new[] { "Email", "Phone", "First Name", "Last Name", "Country", "Zip" }));
        var member = Member(" Anna @Example.com", " Anna  Maria ", "Pérez", "0170 1234567", " 10117 ", "Berlin", null, "de");

        Assert.That(Value(GoogleAdsColumns.All, "Email", member), Is.EqualTo(ContactHash.Of("anna@example.com")));
        Assert.That(Value(GoogleAdsColumns.All, "Phone", member), Is.EqualTo(ContactHash.Of("+491701234567")));
        Assert.That(Value(GoogleAdsColumns.All, "First Name", member), Is.EqualTo(ContactHash.Of("anna maria")));
        Assert.That(Value(GoogleAdsColumns.All, "Last Name", member), Is.EqualTo(ContactHash.Of("pérez")));
        Assert.That(Value(GoogleAdsColumns.All, "Country", member), Is.EqualTo("DE"));
        Assert.That(Value(GoogleAdsColumns.All, "Zip", member), Is.EqualTo("10117"));
    }

    [Test]
    public void Nothing_is_hashed_where_there_is_nothing()
    {
        var member = Member(null, " ", "", "", null, "", null, null);

        Assert.That(GoogleAdsColumns.All.Concat(MetaColumns.All).Select(column => column.Value(member)), Is.All.Null);
        Assert.That(GoogleAdsColumns.CanBeFound(member), Is.False);
        Assert.That(MetaColumns.CanBeFound(member), Is.False);
    }

    [TestCase("a@example.com", null, null, null, null, true)]
    [TestCase(null, "+49 170 1234567", null, null, null, true)]
    [TestCase(null, null, "Anna", "Svensson", "10117", true)]
    [TestCase(null, null, "Anna", "Svensson", null, false)]
    [TestCase(null, "12", "Anna", null, "10117", false)]
    public void Who_could_not_be_found_is_left_out(string? email, string? phone, string? first, string? last, string? zip, bool found)
    {
        var member = Member(email, first, last, phone, zip, null, null, "DE");

        Assert.That(GoogleAdsColumns.CanBeFound(member), Is.EqualTo(found));
        Assert.That(MetaColumns.CanBeFound(member), Is.EqualTo(found));
    }

    private static object? Value(IReadOnlyList<MemberColumn> columns, string name, ExportedMember member) =>
        columns.Single(column => column.Name == name).Value(member);

    private static ExportedMember Member(
        string? email, string? first, string? last, string? phone, string? zip, string? city, Place? state, string? countryCode) => new()
        {
            CustomerId = 1,
            CreatedOnUtc = DateTime.UnixEpoch,
            EnteredOnUtc = DateTime.UnixEpoch,
            Email = email,
            FirstName = first,
            LastName = last,
            Phone = phone,
            Zip = zip,
            City = city,
            State = state,
            Country = countryCode is null ? null : new Place(countryCode, countryCode)
        };
}
