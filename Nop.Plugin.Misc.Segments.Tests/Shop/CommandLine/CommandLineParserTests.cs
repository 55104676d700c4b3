using Shop.CommandLine;

namespace Nop.Plugin.Misc.Segments.Tests.CommandLine;

[TestFixture]
public class CommandLineParserTests
{
    [Test]
    public void Without_arguments_the_shop_is_served()
    {
        var options = CommandLineParser.Parse([]);
        Assert.That(options, Is.EqualTo(new ShopOptions { Paths = options.Paths }));
        Assert.That(options.Verb, Is.EqualTo(ShopVerb.Serve));
        Assert.That(options.Clock, Is.SameAs(TimeProvider.System));
    }

    [Test]
    public void Options_take_their_value_after_a_space_or_an_equals_sign()
    {
        var options = CommandLineParser.Parse(
        [
            "generate", "--customers", "10", "--orders=20", "--seed", "-3", "--data", "x", "--database=Host=here;Database=shop",
            "--urls", "http://*:5001;http://localhost:0"
        ]);
        Assert.Multiple(() =>
        {
            Assert.That(options.Verb, Is.EqualTo(ShopVerb.Generate));
            Assert.That(options.Customers, Is.EqualTo(10));
            Assert.That(options.Orders, Is.EqualTo(20));
            Assert.That(options.Seed, Is.EqualTo(-3));
            Assert.That(options.DataFolder, Is.EqualTo("x"));
            Assert.That(options.Database, Is.EqualTo("Host=here;Database=shop"));
            Assert.That(options.Urls, Is.EqualTo("http://*:5001;http://localhost:0"));
        });
    }

    [TestCase("2011-12-10", "2011-12-10T00:00:00Z")]
    [TestCase("2011-12-10T00:00:00Z", "2011-12-10T00:00:00Z")]
    [TestCase("2011-12-10T01:30+02:00", "2011-12-09T23:30:00Z")]
    [TestCase("2011-12-10T01:30:15.5", "2011-12-10T01:30:15.5Z")]
    public void Now_is_a_clock_that_stands(string now, string expected)
    {
        var options = CommandLineParser.Parse(["evaluate", "a.json", "--now", now]);
        var moment = DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(options.Clock.GetUtcNow(), Is.EqualTo(moment));
        Assert.That(options.Paths, Is.EqualTo(new[] { "a.json" }));
    }

    [TestCase("import a.csv", ShopVerb.Import)]
    [TestCase("evaluate a b c", ShopVerb.Evaluate)]
    [TestCase("serve", ShopVerb.Serve)]
    [TestCase("help", ShopVerb.Help)]
    [TestCase("--help", ShopVerb.Help)]
    [TestCase("import -h", ShopVerb.Help)]
    public void Verbs_are_known(string line, ShopVerb verb)
    {
        Assert.That(CommandLineParser.Parse(line.Split(' ')).Verb, Is.EqualTo(verb));
    }

    [TestCase("sell", "Unknown verb 'sell'")]
    [TestCase("--port 80", "Unknown option '--port'")]
    [TestCase("import a.csv --seed 3", "Unknown option '--seed' for 'import'")]
    [TestCase("import", "'import' takes exactly one file")]
    [TestCase("import a b", "'import' takes exactly one file")]
    [TestCase("evaluate", "'evaluate' takes at least one file or folder")]
    [TestCase("generate 5", "Unexpected argument '5' for 'generate'")]
    [TestCase("--now", "Option '--now' needs a value")]
    [TestCase("--now --data x", "Option '--now' needs a value")]
    [TestCase("--now tomorrow", "not 'tomorrow'")]
    [TestCase("--now 2011-13-01", "not '2011-13-01'")]
    [TestCase("--data a --data b", "given twice")]
    [TestCase("--urls localhost", "not 'localhost'")]
    [TestCase("--database shop", "takes a connection string")]
    [TestCase("generate --customers 0", "a whole number from 1 to 10,000,000, not '0'")]
    [TestCase("generate --orders 1.5", "not '1.5'")]
    [TestCase("generate --seed x", "not 'x'")]
    public void What_is_not_understood_is_refused_in_one_line(string line, string message)
    {
        var exception = Assert.Throws<InputException>(() => CommandLineParser.Parse(line.Split(' ')));
        Assert.That(exception!.Message, Does.Contain(message).And.Not.Contain("\n"));
    }
}
