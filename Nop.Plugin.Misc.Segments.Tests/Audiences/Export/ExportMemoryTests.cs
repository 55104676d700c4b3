using System.Globalization;
using Nop.Core.Domain.Customers;
using Nop.Plugin.Misc.Segments.Audiences.Export;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Tests.Rules.Queries;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences.Export;

/// <summary>However many members there are, a page of them is read at a time, and is on its way before the next one is read.</summary>
[TestFixture]
[NonParallelizable]
[Category("Audiences")]
public class ExportMemoryTests
{
    private const int Members = 200_000;
    private const int Pages = Members / MemberReader.PageSize;
    private const int MostHeldBytes = 1_000_000;

    private CommandRecorder _recorder = null!;
    private AudienceShop _shop = null!;
    private Segment _segment = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _recorder = new CommandRecorder();
        _shop = await AudienceShop.CreateAsync();
        await _shop.AddAllAsync(Enumerable.Range(1, Members)
            .Select(n => new Customer { Email = $"{n}@example.com", Active = true, CreatedOnUtc = AudienceShop.Day, LastActivityDateUtc = AudienceShop.Day })
            .ToList());
        _segment = await _shop.AddSegmentAsync("Everybody");
        var ids = _shop.Rows<Customer>().Where(c => c.Email is not null).Select(c => c.Id);
        await _shop.AddAllAsync(ids
            .Select(id => new SegmentMember { SegmentId = _segment.Id, CustomerId = id, EnteredOnUtc = AudienceShop.Day }).ToList());
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        _recorder.Dispose();
        await _shop.DisposeAsync();
    }

    [TestCase(MemberFileKind.Csv)]
    [TestCase(MemberFileKind.Xlsx)]
    [TestCase(MemberFileKind.GoogleAds)]
    [TestCase(MemberFileKind.Meta)]
    public async Task A_page_at_a_time(MemberFileKind kind)
    {
        var format = MemberFileFormat.Of(kind);
        var columns = format.FixedColumns ?? MemberColumns.All;
        var pipe = new CountingPipe(Stream.Null);
        var written = 0;
        var commands = await _recorder.RecordAsync(() => _shop.InRequestAsync<MemberExporter>(async exporter => written = await exporter.WriteAsync(
            _segment.Id, format, columns, [.. columns.Select(column => column.Name)], TimeZoneInfo.Utc, pipe)));

        var reading = commands.Where(command => command.Sql.Contains("CustomerSegmentMember", StringComparison.Ordinal)).ToList();
        var pages = reading.Where(command => command.Sql.Contains("LIMIT", StringComparison.Ordinal)).ToList();
        Assert.That(written, Is.EqualTo(Members));
        Assert.That(pages, Has.Count.EqualTo(Pages + 1), "the last one is found to be empty");
        Assert.That(pages.All(command => command.Parameters.Any(parameter => Convert.ToInt64(parameter.Value, CultureInfo.InvariantCulture) == MemberReader.PageSize)),
            "no query brings more than a page");
        Assert.That(reading, Has.Count.EqualTo(columns.Any(column => column.NeedsOrders) ? (2 * Pages) + 1 : Pages + 1));
        Assert.That(pipe.Flushes, Is.EqualTo(Pages + 1), "each page is handed on before the next");
        Assert.That(pipe.MostHeld, Is.InRange(1, MostHeldBytes));
        await TestContext.Out.WriteLineAsync($"{kind}: at most {pipe.MostHeld} bytes held at a time.");
    }
}
