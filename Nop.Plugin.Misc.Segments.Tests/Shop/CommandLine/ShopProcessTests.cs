using System.Text.Json;

namespace Nop.Plugin.Misc.Segments.Tests.CommandLine;

/// <summary>The built shop from its command line, with the plugin loaded from its folder and installed.</summary>
[TestFixture]
public class ShopProcessTests
{
    private string _folder = null!;

    [SetUp]
    public void Begin() => _folder = Directory.CreateTempSubdirectory("segments-process-").FullName;

    [TearDown]
    public void End() => Directory.Delete(_folder, true);

    [Test]
    public async Task Generate_then_evaluate_prints_json_lines_and_nothing_else()
    {
        var data = Path.Combine(_folder, "data");
        var generated = await ShopProcess.RunAsync(data, "generate", "--customers", "40", "--orders", "160", "--now", "2026-03-01");
        Assert.That(generated.ExitCode, Is.Zero, generated.Error);
        Assert.That(generated.Output, Does.StartWith("Generated 40 customers"));
        Assert.That(generated.Error, Does.Contain("admin@example.com"), "the passwords are shown on the side");

        var definition = Path.Combine(_folder, "buyers.json");
        await File.WriteAllTextAsync(definition, """
            { "version": 1, "rules": { "match": "all", "rules": [
                { "activity": "orders", "measure": "count", "operator": "atLeast", "value": 1, "within": { "last": 2000, "unit": "day" } } ] } }
            """);
        var evaluated = await ShopProcess.RunAsync(data, "evaluate", definition, "--now", "2026-03-01");
        Assert.That(evaluated.ExitCode, Is.Zero, evaluated.Error);
        Assert.That(evaluated.Error, Is.Empty);
        var line = JsonDocument.Parse(evaluated.Output.TrimEnd()).RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(line.GetProperty("file").GetString(), Is.EqualTo("buyers.json"));
            Assert.That(line.GetProperty("count").GetInt32(), Is.InRange(20, 40));
            Assert.That(line.GetProperty("population").GetInt32(), Is.EqualTo(40));
            Assert.That(line.GetProperty("milliseconds").GetDouble(), Is.Positive);
        });

        var before = await File.ReadAllBytesAsync(Path.Combine(data, "shop.db"));
        var again = await ShopProcess.RunAsync(data, "generate", "--customers", "40", "--orders", "160");
        Assert.Multiple(() =>
        {
            Assert.That(again.ExitCode, Is.EqualTo(2));
            Assert.That(again.Error.TrimEnd().Split('\n'), Has.Length.EqualTo(1));
            Assert.That(File.ReadAllBytes(Path.Combine(data, "shop.db")), Is.EqualTo(before), "the database is as it was");
        });
    }

    [Test]
    public async Task Wrong_input_ends_with_code_2_one_line_and_no_database()
    {
        var data = Path.Combine(_folder, "data");
        foreach (var arguments in (string[][])[["evaluate", "nowhere.json"], ["import", "nowhere.csv"], ["dance"], ["--now", "soon"]])
        {
            var (exitCode, output, error) = await ShopProcess.RunAsync(data, arguments);
            Assert.Multiple(() =>
            {
                Assert.That(exitCode, Is.EqualTo(2), string.Join(' ', arguments));
                Assert.That(output, Is.Empty);
                Assert.That(error.TrimEnd().Split('\n'), Has.Length.EqualTo(1), error);
                Assert.That(Directory.Exists(data), Is.False);
            });
        }
    }

    [Test]
    public async Task Evaluating_where_there_is_no_shop_says_so()
    {
        var definition = Path.Combine(_folder, "any.json");
        await File.WriteAllTextAsync(definition, "{}");
        var (exitCode, _, error) = await ShopProcess.RunAsync(Path.Combine(_folder, "data"), "evaluate", definition);
        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(error, Does.StartWith("There is no shop in"));
    }
}
