using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Transfer;
using Nop.Plugin.Misc.Segments.Transfer.Import;

namespace Nop.Plugin.Misc.Segments.Tests.Transfer;

/// <summary>Segments go from one shop to another, where everything has other ids.</summary>
[TestFixture]
public class RoundTripTests
{
    private TransferShop _from = null!;
    private TransferShop _to = null!;

    [SetUp]
    public async Task Open()
    {
        _from = await TransferShop.CreateAsync();
        _to = await TransferShop.CreateAsync();
    }

    [TearDown]
    public async Task Close()
    {
        await _from.DisposeAsync();
        await _to.DisposeAsync();
    }

    [Test]
    public async Task What_is_exported_means_the_same_in_the_other_shop()
    {
        var germany = await _from.AddCountryAsync("Germany");
        var bikes = await _from.AddCategoryAsync("Bikes");
        var racing = await _from.AddCategoryAsync("Racing", bikes);
        var helmet = await _from.AddProductAsync("Helmet", "H-1");
        var lamp = await _from.AddProductAsync("Lamp");
        var loyal = await _from.AddSegmentAsync("Loyal", TransferShop.Definition("""{"activity":"orders","measure":"count","operator":"atLeast","value":3}"""));
        await _from.AddSegmentAsync("Aficionados", Rules(germany, racing, helmet, lamp, loyal.Id), active: false);

        foreach (var filler in new[] { "Italy", "Spain", "Norway" })
            await _to.AddCountryAsync(filler);
        await _to.AddProductAsync("H-1 spare part", "X");
        var lampThere = await _to.AddProductAsync("Lamp", "L-9");
        var helmetThere = await _to.AddProductAsync("Helm", "h-1");
        var otherRacing = await _to.AddCategoryAsync("Racing");
        var bikesThere = await _to.AddCategoryAsync("Bikes");
        var racingThere = await _to.AddCategoryAsync("Racing", bikesThere);
        var germanyThere = await _to.AddCountryAsync("Germany");
        await _to.AddSegmentAsync("Other", TransferShop.Definition("""{"activity":"orders","measure":"count","operator":"atLeast","value":1}"""));

        var file = await _from.ExportAsync();
        var imported = await _to.ImportAsync([new ChosenFile(file.FileName, file.Content)]);

        Assert.That(otherRacing, Is.Not.EqualTo(racingThere));
        Assert.That(imported.Select(segment => (segment.Name, segment.Active)), Is.EqualTo(new[] { ("Loyal", false), ("Aficionados", false) }), "in the order in which they build");
        Assert.That(JsonNode.DeepEquals(
            JsonNode.Parse(imported[1].Definition), JsonNode.Parse(Rules(germanyThere, racingThere, helmetThere, lampThere, imported[0].Id))), imported[1].Definition);
        var back = await _to.ExportAsync([.. imported]);
        Assert.That(JsonNode.DeepEquals(Lasting(back.Content), Lasting(file.Content)), Encoding.UTF8.GetString(back.Content));
    }

    [Test]
    public async Task A_file_is_for_people_too()
    {
        var country = await _from.AddCountryAsync("Österreich");
        var segment = await _from.AddSegmentAsync("Müller & Söhne: 20 % \"VIP\"/Größe", TransferShop.Definition($$"""{"field":"customer.country","operator":"isAnyOf","value":[{{country}}]}"""));
        segment.Description = "Wer hier wohnt";
        await _from.Shop.ChangeAsync(segment);

        var file = await _from.ExportAsync(segment);

        Assert.That(file.FileName, Is.EqualTo("segment-muller-sohne-20-vip-grosse.json"));
        Assert.That(Encoding.UTF8.GetString(file.Content), Does.Contain("Customers who live in “Österreich”.").And.Contain("Müller & Söhne").And.Contain("Wer hier wohnt").And.Contain("\n  \""));
        Assert.That((await _from.ExportAsync(segment, await _from.AddSegmentAsync("Zwei", segment.Definition))).FileName, Does.Match(@"^segments-\d{4}-\d\d-\d\d\.json$"));
    }

    [Test]
    public async Task What_is_gone_is_marked_and_asked_for()
    {
        var france = await _from.AddCountryAsync("France");
        await _from.AddSegmentAsync("Abroad", TransferShop.Definition($$"""{"field":"customer.country","operator":"isAnyOf","value":[{{france}},99]}"""));
        await _from.AddSegmentAsync("Whole", TransferShop.Definition($$"""{"field":"customer.country","operator":"isAnyOf","value":[{{france}}]}"""));
        await _from.AddSegmentAsync("Broken", "{}");

        var file = await _from.ExportAsync();

        Assert.That(file.Incomplete, Is.EqualTo(new[] { "Abroad" }));
        Assert.That(file.Unreadable, Is.EqualTo(new[] { "Broken" }));
        var plan = await _from.PlanAsync([new ChosenFile(file.FileName, file.Content)]);
        Assert.That(plan.IsReady, Is.False);
        Assert.That(plan.Unknown.Single().Key.Name, Is.EqualTo(SegmentFile.NameOfGone("99")));
    }

    [Test]
    public async Task A_segment_that_is_switched_off_has_a_name_too()
    {
        var sleeping = await _from.AddSegmentAsync("Sleeping", TransferShop.Definition("""{"activity":"orders","measure":"count","operator":"atLeast","value":3}"""), active: false);
        var user = await _from.AddSegmentAsync("User", TransferShop.Definition($$"""{"segment":{{sleeping.Id}},"operator":"is"}"""));

        var file = await _from.ExportAsync(user);

        Assert.That(file.Incomplete, Is.Empty);
        Assert.That(Encoding.UTF8.GetString(file.Content), Does.Contain("\"Sleeping\""));
    }

    private static string Rules(int country, int category, int product, int otherProduct, int segment) => TransferShop.Definition($$"""
        {"field":"customer.country","operator":"isNoneOf","value":[{{country}}]},
        {"match":"any","rules":[
          {"activity":"orders","measure":"total","operator":"atLeast","value":12.5,"within":{"last":90,"unit":"day"},
           "where":[{"field":"item.category","operator":"isAnyOf","value":[{{category}}],"includeSubcategories":true},
                    {"field":"item.product","operator":"isNoneOf","value":[{{product}},{{otherProduct}}]},
                    {"field":"order.status","operator":"isAnyOf","value":[30]}]},
          {"every":"order","where":[{"field":"item.product","operator":"isAnyOf","value":[{{product}}]}]}]},
        {"segment":{{segment}},"operator":"isNot"}
        """);

    /// <summary>What has to be the same in each shop's file: all but a product's name, which the other shop may know by its SKU.</summary>
    private static JsonNode Lasting(byte[] file)
    {
        var lasting = JsonNode.Parse(Encoding.UTF8.GetString(file).Replace("\"L-9\"", "\"Lamp\"").Replace("\"h-1\"", "\"H-1\""))!;
        // The words follow from the rules.
        foreach (var segment in lasting["segments"]!.AsArray())
            segment!.AsObject().Remove(SegmentFile.Words);
        return lasting;
    }
}
