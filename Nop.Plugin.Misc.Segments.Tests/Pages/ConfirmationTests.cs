using System.Text.RegularExpressions;

namespace Nop.Plugin.Misc.Segments.Tests.Pages;

/// <summary>What asks first does nothing by itself: a button that submits its form does so before anybody has answered.</summary>
public partial class ConfirmationTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(typeof(SegmentsPlugin).Assembly.Location)!, "Views");

    [Test]
    public void A_button_that_asks_first_submits_nothing()
    {
        var asked = 0;
        foreach (var view in Directory.GetFiles(Folder, "*.cshtml", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(view);
            var asking = Asking().Matches(text).Select(match => match.Groups[1].Value).ToHashSet();
            foreach (Match button in Button().Matches(text))
                if (asking.Contains(button.Groups[2].Value))
                {
                    asked++;
                    Assert.That(button.Groups[1].Value, Is.EqualTo("button"), $"{button.Groups[2].Value} in {view}");
                }
        }

        Assert.That(asked, Is.AtLeast(5));
    }

    [GeneratedRegex("""-confirmation [^>]*asp-button-id="([\w-]+)"[^>]*>""")]
    private static partial Regex Asking();

    [GeneratedRegex("""<button type="(\w+)" id="([\w-]+)"[^>]*>""")]
    private static partial Regex Button();
}
