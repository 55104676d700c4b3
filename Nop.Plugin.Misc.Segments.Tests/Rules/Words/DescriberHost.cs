using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nop.Core;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Localization;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Choices;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Plugin.Misc.Segments.Rules.Explanation;
using Nop.Plugin.Misc.Segments.Rules.Words;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Services.Directory;
using Nop.Services.Helpers;
using Nop.Services.Localization;
using Shop.Data;
using Shop.Services.Catalog;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Words;

/// <summary>The describer with the plugin's own texts in three languages and the true catalogue; what can be chosen is made up.</summary>
internal sealed class DescriberHost : IAsyncDisposable
{
    /// <summary>An id that no list has.</summary>
    public const int Gone = 999;

    /// <summary>Where the name of what another plugin brings stands.</summary>
    public const string ForeignKey = "Plugins.Other.Colour";

    private static readonly Dictionary<(string List, int Id), string> Names = new()
    {
        [("affiliates", 1)] = "Jane",
        [("categories", 1)] = "Bikes",
        [("categories", 2)] = "Sale",
        [("countries", 1)] = "Germany",
        [("countries", 2)] = "France",
        [("discounts", 1)] = "Summer",
        [("discounts", 2)] = "Welcome",
        [("emailLists", 1)] = "Fair 2026",
        [("newsletterTypes", 1)] = "News",
        [("products", 1)] = "Helmet",
        [("products", 2)] = "Bell",
        [("roles", 1)] = "Trade",
        [("roles", 2)] = "Press",
        [("segments", 1)] = "VIP",
        [("stores", 1)] = "Berlin",
        [("stores", 2)] = "Utrecht"
    };

    private readonly TestDatabase _database;
    private readonly AsyncServiceScope _scope;
    private readonly DefinitionDescriber _describer;
    private readonly RuleWordsFactory _words;

    private DescriberHost(TestDatabase database)
    {
        _database = database;
        _scope = database.Shop.CreateScope();
        _describer = new DefinitionDescriber(_words = CreateWords());
    }

    public static IReadOnlyList<string> Cultures { get; } = ["en-US", "de-DE", "nl-NL"];

    public CriteriaCatalogue Catalogue => _scope.ServiceProvider.GetRequiredService<CriteriaCatalogue>();

    /// <summary>The texts of a language by their keys.</summary>
    public static IReadOnlyDictionary<string, string> TextsOf(string culture) => Texts[culture];

    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> Texts = Cultures.ToDictionary(culture => culture, ReadTexts);

    public static async Task<DescriberHost> CreateAsync()
    {
        var database = await TestDatabase.CreateAsync(configure: services => services
            .AddSegmentRules()
            .AddSingleton(new SegmentsSettings())
            .AddSingleton(Mock.Of<IDateTimeHelper>(times => times.DefaultStoreTimeZone == TimeZoneInfo.Utc)));
        await using (var context = database.Shop.Services.GetRequiredService<DatabaseEngine>().CreateContext())
        {
            context.Add(new CustomerAttribute { Id = 1, Name = "Skin type", AttributeControlTypeId = (int)AttributeControlType.Checkboxes });
            context.Add(new CustomerAttribute { Id = 2, Name = "Hobby", AttributeControlTypeId = (int)AttributeControlType.TextBox });
            context.Add(new GenericAttribute { Id = 1, KeyGroup = nameof(Customer), EntityId = 1, Key = "Loyalty", Value = "Gold" });
            await context.SaveChangesAsync();
        }

        return new DescriberHost(database);
    }

    /// <summary>What one condition, or one group, says in a language.</summary>
    public async Task<string> DescribeAsync(string condition, string culture) => await _describer.DescribeAsync(await ReadAllAsync(condition), IdOf(culture));

    /// <summary>The same for a condition that is put together in code.</summary>
    public Task<string> DescribeAsync(RuleNode condition, string culture) =>
        _describer.DescribeAsync(new SegmentDefinition(1, new RuleGroup(GroupMatch.All, [condition])), IdOf(culture));

    /// <summary>One condition, or one group.</summary>
    public async Task<RuleNode> ReadAsync(string condition) => (await ReadAllAsync(condition)).Rules.Rules[0];

    /// <summary>What an explanation says in a language.</summary>
    public Task<RuleText> DescribeAsync(GroupExplanation rules, string culture) => new ExplanationDescriber(_words).DescribeAsync(rules, IdOf(culture));

    /// <summary>What is missing, in a language.</summary>
    public Task<IReadOnlyList<MissingText>> DescribeAsync(NearMiss nearMiss, string culture) => new ExplanationDescriber(_words).DescribeAsync(nearMiss, IdOf(culture));

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _database.DisposeAsync();
    }

    private Task<SegmentDefinition> ReadAllAsync(string conditions) => _scope.ServiceProvider.GetRequiredService<DefinitionReader>()
        .ReadAsync($$"""{ "version": 1, "rules": { "match": "all", "rules": [{{conditions}}] } }""");

    private static int IdOf(string culture) => Cultures.ToList().IndexOf(culture) + 1;

    private static RuleWordsFactory CreateWords()
    {
        var localization = new Mock<ILocalizationService>();
        localization.Setup(l => l.GetResourceAsync(It.IsAny<string>(), It.IsAny<int>(), It.IsAny<bool>(), It.IsAny<string>(), It.IsAny<bool>()))
            .ReturnsAsync((string key, int language, bool _, string otherwise, bool _) => Texts[Cultures[language - 1]].GetValueOrDefault(key, otherwise));
        var languages = new Mock<ILanguageService>();
        languages.Setup(l => l.GetLanguageByIdAsync(It.IsAny<int>()))
            .ReturnsAsync((int id) => new Language { Id = id, LanguageCulture = Cultures[id - 1] });
        var currencies = new Mock<ICurrencyService>();
        currencies.Setup(c => c.GetCurrencyByIdAsync(1)).ReturnsAsync(new Currency { CurrencyCode = "EUR", DisplayLocale = "de-DE" });
        return new RuleWordsFactory(new ChoiceLookup([], [new MadeUpLists()], [new MadeUpCodes("genders")]), new CurrencySettings { PrimaryStoreCurrencyId = 1 },
            currencies.Object, languages.Object, localization.Object, new PriceFormatter(Mock.Of<IWorkContext>(), currencies.Object, languages.Object),
            Mock.Of<IWorkContext>());
    }

    private static IReadOnlyDictionary<string, string> ReadTexts(string culture) =>
        Directory.GetFiles(LocalizationFolder(), $"*.{culture}.json")
            .SelectMany(path => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path))!)
            .Append(new(ForeignKey, "Favourite colour"))
            .ToDictionary();

    private static string LocalizationFolder([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "Nop.Plugin.Misc.Segments", "Localization");

    /// <summary>Every list there may be.</summary>
    private sealed class MadeUpLists : IChoiceListFamily
    {
        public string Prefix => string.Empty;

        public IChoiceList Find(string key) => new MadeUpList(key);
    }

    private sealed class MadeUpList(string name) : IChoiceList
    {
        public string Name => name;

        public Task<IReadOnlyList<ChoiceItem>> SearchAsync(string term, int count) => throw new NotSupportedException();

        public Task<IReadOnlyList<ChoiceItem>> FindAsync(IReadOnlyCollection<int> ids) => Task.FromResult<IReadOnlyList<ChoiceItem>>(
            ids.Where(id => id != Gone).Select(id => new ChoiceItem(id, Names.GetValueOrDefault((name, id), $"Choice {id}"))).ToList());

        public Task<ILookup<string, int>> ResolveAsync(IReadOnlyCollection<string> names) => throw new NotSupportedException();
    }

    private sealed class MadeUpCodes(string name) : ICodeList
    {
        public string Name => name;

        public Task<IReadOnlyList<CodeItem>> SearchAsync(string term, int count) => throw new NotSupportedException();

        public Task<IReadOnlyList<CodeItem>> FindAsync(IReadOnlyCollection<string> codes) =>
            Task.FromResult<IReadOnlyList<CodeItem>>(codes.Select(code => new CodeItem(code, code == "F" ? "Female" : code)).ToList());
    }
}
