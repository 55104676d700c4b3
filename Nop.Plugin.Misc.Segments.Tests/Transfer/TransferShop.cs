using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Localization;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Tests.Audiences;
using Nop.Plugin.Misc.Segments.Transfer;
using Nop.Plugin.Misc.Segments.Transfer.Export;
using Nop.Plugin.Misc.Segments.Transfer.Import;

namespace Nop.Plugin.Misc.Segments.Tests.Transfer;

/// <summary>A shop from which segments are exported and into which they are imported.</summary>
internal sealed class TransferShop : IAsyncDisposable
{
    private TransferShop(AudienceShop shop) => Shop = shop;

    public AudienceShop Shop { get; }

    public static async Task<TransferShop> CreateAsync()
    {
        var shop = new TransferShop(await AudienceShop.CreateAsync());
        var english = await shop.Shop.AddAsync(new Language { Name = "English", LanguageCulture = "en-US", UniqueSeoCode = "en", Published = true });
        await shop.Shop.InRequestAsync<IRepository<LocaleStringResource>>(resources => resources.InsertAsync(
            Words().Select(word => new LocaleStringResource { LanguageId = english.Id, ResourceName = word.Key.ToLowerInvariant(), ResourceValue = word.Value }).ToList(), false));
        return shop;
    }

    /// <summary>What the rules are said with, as a shop has it once the plugin is installed.</summary>
    private static Dictionary<string, string> Words() => JsonSerializer.Deserialize<Dictionary<string, string>>(
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(typeof(SegmentsPlugin).Assembly.Location)!, "Localization", "words.en-US.json")))!;

    public async Task<int> AddCountryAsync(string name) =>
        (await Shop.AddAsync(new Country { Name = name, TwoLetterIsoCode = name[..2].ToUpperInvariant(), ThreeLetterIsoCode = name[..3].ToUpperInvariant() })).Id;

    public async Task<int> AddCategoryAsync(string name, int parent = 0) =>
        (await Shop.AddAsync(new Category { Name = name, ParentCategoryId = parent, CreatedOnUtc = AudienceShop.Day, UpdatedOnUtc = AudienceShop.Day })).Id;

    public async Task<int> AddProductAsync(string name, string? sku = null) => (await Shop.AddAsync(NewProduct(name, sku))).Id;

    public static Product NewProduct(string name, string? sku = null) =>
        new() { Name = name, Sku = sku, CreatedOnUtc = AudienceShop.Day, UpdatedOnUtc = AudienceShop.Day };

    public async Task<Segment> AddSegmentAsync(string name, string definition, bool active = true)
    {
        var segment = new Segment { Name = name, Definition = definition, Active = active };
        await Shop.InRequestAsync<ISegmentService>(segments => segments.InsertAsync(segment));
        return segment;
    }

    public Task<ExportedFile> ExportAsync(params Segment[] segments) =>
        Shop.InRequestAsync<SegmentExporter, ExportedFile>(exporter => exporter.ExportAsync(segments.Length > 0 ? segments : [.. Shop.Rows<Segment>()]));

    public Task<ImportPlan> PlanAsync(IReadOnlyList<ChosenFile> files, ImportDecisions? decisions = null) =>
        Shop.InRequestAsync<ImportPlanner, ImportPlan>(planner => planner.PlanAsync(files, decisions ?? ImportDecisions.None));

    public Task<ImportPlan> PlanAsync(string file, ImportDecisions? decisions = null) => PlanAsync([Of("some.json", file)], decisions);

    public async Task<IReadOnlyList<Segment>> ImportAsync(IReadOnlyList<ChosenFile> files, ImportDecisions? decisions = null)
    {
        var plan = await PlanAsync(files, decisions);
        return await Shop.InRequestAsync<SegmentImporter, IReadOnlyList<Segment>>(importer => importer.ImportAsync(plan, decisions?.Activate ?? false));
    }

    public Task<IReadOnlyList<Segment>> ImportAsync(string file, ImportDecisions? decisions = null) => ImportAsync([Of("some.json", file)], decisions);

    public static ChosenFile Of(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    /// <summary>A file with segments: each a name and the JSON of its outermost rules, all of which have to hold.</summary>
    public static string FileOf(params (string Name, string Rules)[] segments) => new JsonObject
    {
        ["format"] = SegmentFile.Format,
        ["version"] = SegmentFile.Version,
        ["segments"] = new JsonArray([.. segments.Select(segment => new JsonObject
        {
            ["name"] = segment.Name,
            ["definition"] = JsonNode.Parse(Definition(segment.Rules))
        })])
    }.ToJsonString();

    public static string Definition(string rules, string match = "all") => $$$"""{"version":1,"rules":{"match":"{{{match}}}","rules":[{{{rules}}}]}}""";

    public ValueTask DisposeAsync() => Shop.DisposeAsync();
}
