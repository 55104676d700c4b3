using System.Text.Json;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences;

/// <summary>What is wrong with a trigger is stored so that everybody reads it in their own language.</summary>
[Category("Audiences")]
public class TriggerProblemTests
{
    private static readonly Dictionary<string, string> Texts = JsonSerializer.Deserialize<Dictionary<string, string>>(
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(typeof(SegmentsPlugin).Assembly.Location)!, "Localization", "triggers.en-US.json")))!;

    [Test]
    public void What_is_stored_is_read_again_and_has_a_text([Values] TriggerFault fault)
    {
        var problem = TriggerProblem.Read(new TriggerException(fault, "example.com", "503").Message);
        Assert.That(problem?.Fault, Is.EqualTo(fault));
        Assert.That(problem?.Values, Is.EqualTo(new[] { "example.com", "503" }));
        Assert.That(Texts, Contains.Key($"Plugins.Misc.Segments.Trigger.Problem.{fault}"));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("#")]
    [TestCase("#1 of the queue is gone")]
    [TestCase("#0")]
    [TestCase("ABCD2345EFGH")]
    [TestCase("MailGone")]
    public void A_code_and_the_words_of_an_exception_are_no_such_problem(string? stored) => Assert.That(TriggerProblem.Read(stored), Is.Null);
}
