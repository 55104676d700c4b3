using System.Runtime.CompilerServices;
using Shop.Demo;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Queries;

/// <summary>
/// docs/developers/queries.md tells of the segments that the tests run. With SEGMENTS_WRITE_QUERIES, which names a file, it is made anew; that takes
/// both databases.
/// </summary>
[TestFixture]
internal sealed class QueryPageTests
{
    [Test]
    public async Task The_page_tells_of_every_typical_segment()
    {
        var path = Environment.GetEnvironmentVariable("SEGMENTS_WRITE_QUERIES");
        if (!string.IsNullOrEmpty(path))
            await File.WriteAllTextAsync(path, await QueryPage.MakeAsync(new DemoOptions(3_000, 12_000, 490)));
        else
            path = DocsPage();

        var page = await File.ReadAllTextAsync(path);
        foreach (var segment in TypicalSegment.All)
            Assert.That(page, Does.Contain($"## {segment.Name}\n").And.Contain(QueryPage.JsonBlock(segment)));
    }

    private static string DocsPage([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "docs", "developers", "queries.md");
}
