using System.Text;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Plugin.Misc.Segments.Audiences.Export;
using Nop.Plugin.Misc.Segments.Tests.Platform;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences.Export;

[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
[Category("Audiences")]
public class MemberExporterTests(string database)
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private AudienceShop _shop = null!;

    [SetUp]
    public async Task Open() => _shop = await AudienceShop.CreateAsync(database);

    [TearDown]
    public async Task Close()
    {
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [Test]
    public async Task Members_stand_in_the_file_with_what_was_chosen()
    {
        var anna = await _shop.AddCustomerAsync("anna@example.com", c => (c.FirstName, c.LastName) = ("Anna", "=Svensson"));
        var bert = await _shop.AddCustomerAsync("bert@example.com");
        await _shop.AddCustomerAsync("stranger@example.com");
        await _shop.AddAsync(await _shop.NewOrderAsync(anna.Id, 100));
        await _shop.AddAsync(await _shop.NewOrderAsync(anna.Id, 50.5m));
        var segment = await _shop.AddSegmentAsync("VIP", anna, bert);

        var (lines, written) = await ExportAsync(segment.Id, MemberFileKind.Csv, "Email", "LastName", "Entered", "Orders", "Spent", "LastOrder");

        Assert.That(written, Is.EqualTo(2));
        Assert.That(lines, Is.EqualTo(new[]
        {
            "Email,LastName,Entered,Orders,Spent,LastOrder",
            "anna@example.com,'=Svensson,2026-05-04 14:00,2,150.50,2026-05-04 14:00",
            "bert@example.com,,2026-05-04 14:00,0,0.00,"
        }));
    }

    [Test]
    public async Task Who_has_been_deleted_is_not_given_out()
    {
        var gone = await _shop.AddCustomerAsync("gone@example.com", c => c.Deleted = true);
        var here = await _shop.AddCustomerAsync("here@example.com");
        var segment = await _shop.AddSegmentAsync("VIP", gone, here);

        var (lines, _) = await ExportAsync(segment.Id, MemberFileKind.Csv, "Email");

        Assert.That(lines, Is.EqualTo(new[] { "Email", "here@example.com" }));
    }

    [Test]
    public async Task An_address_is_that_of_the_profile_or_else_of_the_bill()
    {
        var germany = await _shop.AddAsync(new Country { Name = "Germany", TwoLetterIsoCode = "DE", ThreeLetterIsoCode = "DEU" });
        var france = await _shop.AddAsync(new Country { Name = "France", TwoLetterIsoCode = "FR", ThreeLetterIsoCode = "FRA" });
        var bill = await _shop.AddAsync(new Address
        {
            FirstName = "Bill",
            City = "Paris",
            ZipPostalCode = "75001",
            CountryId = france.Id,
            PhoneNumber = "01 44 55 66 77",
            CreatedOnUtc = AudienceShop.Day
        });
        var profile = await _shop.AddCustomerAsync("profile@example.com", c =>
        {
            (c.FirstName, c.City, c.CountryId, c.BillingAddressId) = ("Anna", "Berlin", germany.Id, bill.Id);
        });
        var bare = await _shop.AddCustomerAsync("bare@example.com", c => c.BillingAddressId = bill.Id);
        var segment = await _shop.AddSegmentAsync("VIP", profile, bare);

        var (lines, _) = await ExportAsync(segment.Id, MemberFileKind.Csv, "FirstName", "Phone", "Zip", "City", "Country");

        Assert.That(lines[1..], Is.EqualTo(new[]
        {
            "Anna,01 44 55 66 77,,Berlin,Germany",
            "Bill,01 44 55 66 77,75001,Paris,France"
        }));
    }

    [Test]
    public async Task An_audience_leaves_out_whom_nobody_could_find()
    {
        var found = await _shop.AddCustomerAsync("found@example.com");
        var guest = await _shop.AddCustomerAsync(null);
        var segment = await _shop.AddSegmentAsync("VIP", found, guest);

        var (lines, written) = await ExportAsync(segment.Id, MemberFileKind.GoogleAds);

        Assert.That(written, Is.EqualTo(1));
        Assert.That(lines[0], Is.EqualTo("Email,Phone,First Name,Last Name,Country,Zip"));
        Assert.That(lines[1], Does.Match("^[0-9a-f]{64},,,,,$"));
    }

    [Test]
    public async Task No_member_is_lost_or_doubled_where_pages_meet()
    {
        const int count = (2 * MemberReader.PageSize) + 1;
        await _shop.AddAllAsync(Enumerable.Range(1, count)
            .Select(n => new Customer { Email = $"{n}@example.com", Active = true, CreatedOnUtc = AudienceShop.Day, LastActivityDateUtc = AudienceShop.Day })
            .ToList());
        var members = _shop.Rows<Customer>().OrderBy(c => c.Id).ToArray();
        var segment = await _shop.AddSegmentAsync("Everybody");
        await _shop.AddAllAsync(members
            .Select(c => new Domain.SegmentMember { SegmentId = segment.Id, CustomerId = c.Id, EnteredOnUtc = AudienceShop.Day }).ToList());

        var (lines, written) = await ExportAsync(segment.Id, MemberFileKind.Csv, "Email");

        Assert.That(written, Is.EqualTo(members.Length));
        Assert.That(lines[1..], Is.EqualTo(members.Select(c => c.Email)));
    }

    [Test]
    public async Task Nobody_in_it_makes_a_file_with_titles()
    {
        var segment = await _shop.AddSegmentAsync("Nobody");

        var (lines, written) = await ExportAsync(segment.Id, MemberFileKind.Meta);

        Assert.That(written, Is.Zero);
        Assert.That(lines, Is.EqualTo(new[] { "email,phone,fn,ln,zip,ct,st,country" }));
    }

    private async Task<(string[] Lines, int Written)> ExportAsync(int segmentId, MemberFileKind kind, params string[] names)
    {
        var format = MemberFileFormat.Of(kind);
        var columns = format.FixedColumns ?? [.. MemberColumns.All.Where(column => names.Contains(column.Name))];
        var stream = new MemoryStream();
        var written = await _shop.InRequestAsync<MemberExporter, int>(exporter => exporter.WriteAsync(
            segmentId, format, columns, [.. columns.Select(column => column.Name)], Berlin, new CountingPipe(stream)));
        return (Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries), written);
    }
}
