using Segments.Benchmarks.Scale;

namespace Nop.Plugin.Misc.Segments.Tests.Benchmarks;

/// <summary>The command line of the scale run.</summary>
public class ScaleOptionsTests
{
    [Test]
    public void All_options_are_read()
    {
        var options = ScaleOptions.Parse(
            ["--customers", "1,000,000", "--orders", "5000000", "--database", "Host=db", "--json", "out.json", "--keep", "--runs", "5", "--only", "refresh, drain"]);
        Assert.That(options with { Only = [] }, Is.EqualTo(new ScaleOptions(1_000_000, 5_000_000, "Host=db", "out.json", true, 5, options.Only) with { Only = [] }));
        Assert.That(ScaleOptions.Parts.Where(options.Includes), Is.EqualTo(new[] { "refresh", "drain" }));
    }

    [Test]
    public void Without_parts_all_are_run()
    {
        var options = ScaleOptions.Parse([]);
        Assert.That(ScaleOptions.Parts.All(options.Includes), Is.True);
        Assert.That((options.Keep, options.Database, options.Json), Is.EqualTo((false, (string?)null, (string?)null)));
    }

    [TestCase("--customers")]
    [TestCase("--customers", "0")]
    [TestCase("--orders", "many")]
    [TestCase("--runs", "-1")]
    [TestCase("--only", "refresh,lunch")]
    [TestCase("--unknown")]
    public void What_makes_no_sense_is_refused_with_how_to_call_it(params string[] arguments) =>
        Assert.That(() => ScaleOptions.Parse(arguments), Throws.TypeOf<FormatException>().With.Message.Contains(ScaleOptions.Usage));
}
