using System.Text.Json;
using Shop.CommandLine;

namespace Nop.Plugin.Misc.Segments.Tests.CommandLine;

[TestFixture]
public class CommandLineRunnerTests
{
    private const string HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    private const string ONE_ORDER = """
        { "version": 1, "rules": { "match": "all", "rules": [ { "activity": "orders", "measure": "count", "operator": "equals", "value": 1 } ] } }
        """;

    private const string REPEATERS = """
        { "version": 1, "rules": { "match": "all", "rules": [ { "activity": "orders", "measure": "count", "operator": "atLeast", "value": 2 } ] } }
        """;

    private const string BEST = """
        { "version": 1, "rules": { "match": "all", "rules": [
            { "activity": "orders", "measure": "count", "operator": "greaterThan", "value": 10 },
            { "activity": "orders", "measure": "total", "operator": "atLeast", "value": 1000 } ] } }
        """;

    private const string NOBODY = """
        { "version": 1, "rules": { "match": "all", "rules": [ { "field": "customer.country", "operator": "isAnyOf", "value": ["Atlantis"] } ] } }
        """;

    private CommandLineShop _shop = null!;

    [SetUp]
    public void Begin() => _shop = new CommandLineShop();

    [TearDown]
    public void End() => _shop.Dispose();

    [Test]
    public async Task The_imported_data_set_evaluates_to_the_known_numbers()
    {
        var imported = await _shop.RunAsync("import", OnlineRetailFile.Find());
        Assert.That(imported.ExitCode, Is.Zero, imported.Error);
        Assert.That(imported.Output, Does.StartWith("Imported 4,339 customers with 18,536 uncancelled orders, 8,911,407.90 in sales"));

        _shop.Write("definitions/best.json", BEST);
        _shop.Write("definitions/once.json", ONE_ORDER);
        _shop.Write("definitions/repeaters.json", REPEATERS);
        var evaluated = await _shop.RunAsync("evaluate", Path.Combine(_shop.Folder, "definitions"), "--now", "2011-12-10T00:00:00Z");

        Assert.That(evaluated.ExitCode, Is.Zero, evaluated.Error);
        var lines = Lines(evaluated.Output);
        Assert.Multiple(() =>
        {
            Assert.That(lines.Select(line => line.GetProperty("file").GetString()), Is.EqualTo(new[] { "best.json", "once.json", "repeaters.json" }));
            Assert.That(lines.Select(line => line.GetProperty("count").GetInt32()), Is.EqualTo(new[] { 337, 1_494, 2_845 }));
            Assert.That(lines.Select(line => line.GetProperty("population").GetInt32()), Has.All.EqualTo(4_339));
            Assert.That(lines.Select(line => line.GetProperty("milliseconds").GetDouble()), Has.All.Positive);
        });
    }

    [Test]
    public async Task One_bad_definition_does_not_stop_the_others()
    {
        await _shop.RunAsync("generate", "--customers", "30", "--orders", "60");
        var folder = Path.GetDirectoryName(_shop.Write("definitions/b-not-json.json", "{ oops"))!;
        _shop.Write("definitions/a-once.json", ONE_ORDER);
        _shop.Write("definitions/B-first.json", ONE_ORDER);
        _shop.Write("definitions/c-unknown.json", NOBODY);
        _shop.Write("definitions/readme.txt", "not a definition");

        var (exitCode, output, error) = await _shop.RunAsync("evaluate", folder);
        var lines = Lines(output);
        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.Zero);
            Assert.That(error, Is.Empty);
            string[] names = ["B-first.json", "a-once.json", "b-not-json.json", "c-unknown.json"];
            Assert.That(lines.Select(line => line.GetProperty("file").GetString()), Is.EqualTo(names));
            Assert.That(lines[0].GetProperty("count").GetInt32(), Is.Positive);
            Assert.That(lines[1].GetProperty("population").GetInt32(), Is.EqualTo(30));
            Assert.That(lines[2].GetProperty("error").GetString(), Is.Not.Empty);
            Assert.That(lines[2].TryGetProperty("count", out _), Is.False);
            Assert.That(lines[3].GetProperty("error").GetString(), Does.Contain("Atlantis").And.Contain("rules[0].value"));
        });
    }

    [Test]
    public async Task A_definition_is_explained_for_one_customer()
    {
        await _shop.RunAsync("generate", "--customers", "30", "--orders", "60");
        var folder = Path.GetDirectoryName(_shop.Write("definitions/b-not-json.json", "{ oops"))!;
        var file = _shop.Write("definitions/best.json", BEST);

        var (exitCode, output, error) = await _shop.RunAsync("evaluate", folder, "--explain", "12");
        var lines = Lines(output);
        var nobody = Lines((await _shop.RunAsync("evaluate", file, "--explain=999999")).Output).Single();

        Assert.That(exitCode, Is.Zero, error);
        Assert.That(lines[0].GetProperty("error").GetString(), Is.Not.Empty);
        Assert.That(lines[1].GetProperty("file").GetString(), Is.EqualTo("best.json"));
        Assert.That(lines[1].GetProperty("customer").GetInt32(), Is.EqualTo(12));
        Assert.That(lines[1].GetProperty("standing").GetString(), Is.EqualTo("registered"));
        var rules = lines[1].GetProperty("rules");
        Assert.That(rules.GetProperty("match").GetString(), Is.EqualTo("all"));
        var conditions = rules.GetProperty("rules").EnumerateArray().ToList();
        Assert.That(conditions.Select(condition => condition.GetProperty("measure").GetString()), Is.EqualTo(new[] { "count", "total" }));
        foreach (var condition in conditions)
        {
            var holds = condition.GetProperty("operator").GetString() == "greaterThan"
                ? condition.GetProperty("actual").GetDecimal() > condition.GetProperty("value").GetDecimal()
                : condition.GetProperty("actual").GetDecimal() >= condition.GetProperty("value").GetDecimal();
            Assert.That(condition.GetProperty("met").GetBoolean(), Is.EqualTo(holds), $"{condition}");
        }

        var all = conditions.All(condition => condition.GetProperty("met").GetBoolean());
        Assert.That(rules.GetProperty("met").GetBoolean(), Is.EqualTo(all));
        Assert.That(lines[1].GetProperty("matches").GetBoolean(), Is.EqualTo(all));
        Assert.That(nobody.GetProperty("standing").GetString(), Is.EqualTo("notFound"));
    }

    [Test]
    public async Task Generating_tells_the_passwords_on_the_side_and_the_result_in_one_line()
    {
        var (exitCode, output, error) = await _shop.RunAsync("generate", "--customers", "30", "--orders", "60", "--seed", "5");
        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.Zero);
            Assert.That(output, Does.Match("^Generated 30 customers, 1 guests, 60 orders with [0-9]+ lines, .*\n$"));
            Assert.That(error, Does.Contain("admin@example.com").And.Contain("clerk@example.com"));
        });
    }

    [TestCase("generate --customers many", "Option '--customers'")]
    [TestCase("import nowhere.csv", "There is no file 'nowhere.csv'.")]
    [TestCase("import .", "'.' is a folder")]
    [TestCase("evaluate nowhere", "There is no file or folder 'nowhere'.")]
    [TestCase("dance", "Unknown verb 'dance'")]
    [TestCase("evaluate x.json --explain somebody", "Option '--explain' takes a whole number")]
    [TestCase("generate --explain 5", "Unknown option '--explain' for 'generate'")]
    [TestCase("--now soon", "Option '--now'")]
    public async Task Wrong_input_is_one_line_and_nothing_is_touched(string line, string message)
    {
        AssertRefused(await _shop.RunAsync(line.Split(' ')), message);
        Assert.Multiple(() =>
        {
            Assert.That(_shop.WasOpened, Is.False);
            Assert.That(Directory.Exists(_shop.Data), Is.False);
        });
    }

    [Test]
    public async Task A_broken_file_is_refused_before_the_database_is_opened()
    {
        var file = _shop.Write("broken.csv", $"{HEADER}\n1,2,X,lots,2010-12-01 08:26:00,1,1,UK\n");
        AssertRefused(await _shop.RunAsync("import", file), "broken.csv, line 2, column Quantity: 'lots' is not a whole number.");
        Assert.That(_shop.WasOpened, Is.False);
    }

    [Test]
    public async Task An_empty_folder_of_definitions_is_refused()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_shop.Folder, "none")).FullName;
        AssertRefused(await _shop.RunAsync("evaluate", folder), "There is no .json file in the folder");
    }

    [Test]
    public async Task A_database_out_of_reach_is_refused()
    {
        var file = _shop.Write("small.csv", $"{HEADER}\n1,2,X,1,2010-12-01 08:26:00,1,1,UK\n");
        var answer = await _shop.RunAsync("import", file, "--database", "Host=127.0.0.1;Port=1;Database=shop;Username=me;Password=none;Timeout=2");
        AssertRefused(answer, "The database cannot be reached: ");
    }

    [Test]
    public async Task A_full_shop_is_not_filled_again()
    {
        await _shop.RunAsync("generate", "--customers", "5", "--orders", "8");
        AssertRefused(await _shop.RunAsync("generate", "--customers", "5", "--orders", "8"), "This shop has orders or products already.");
    }

    private static void AssertRefused((int ExitCode, string Output, string Error) answer, string message)
    {
        Assert.Multiple(() =>
        {
            Assert.That(answer.ExitCode, Is.EqualTo(CommandLineRunner.WrongInput));
            Assert.That(answer.Output, Is.Empty);
            Assert.That(answer.Error, Does.Contain(message));
            Assert.That(answer.Error.TrimEnd('\n'), Does.Not.Contain("\n"), "one line");
        });
    }

    private static List<JsonElement> Lines(string output)
    {
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
    }
}
