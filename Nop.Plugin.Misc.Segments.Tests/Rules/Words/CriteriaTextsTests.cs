using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Criteria;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Words;

/// <summary>What a merchant reads of the criteria in the editor.</summary>
[TestFixture]
public sealed class CriteriaTextsTests
{
    private const string Prefix = "Plugins.Misc.Segments.";

    private DescriberHost _host = null!;

    [OneTimeSetUp]
    public async Task SetUp() => _host = await DescriberHost.CreateAsync();

    [OneTimeTearDown]
    public async Task TearDown() => await _host.DisposeAsync();

    [TestCaseSource(typeof(DescriberHost), nameof(DescriberHost.Cultures))]
    public async Task Every_criterion_has_a_name_and_a_hint_that_is_a_sentence(string culture)
    {
        var texts = DescriberHost.TextsOf(culture);
        var criteria = await AllAsync();
        Assert.That(criteria, Is.Not.Empty);
        foreach (var criterion in criteria)
        {
            Assert.That(texts.GetValueOrDefault(criterion.ResourceKey), Is.Not.Null.And.Not.Empty, criterion.Name);
            Assert.That(texts.GetValueOrDefault($"{criterion.ResourceKey}.Hint"), Does.EndWith("."), criterion.Name);
        }
    }

    [TestCaseSource(typeof(DescriberHost), nameof(DescriberHost.Cultures))]
    public async Task A_sentence_of_the_editor_has_a_place_for_all_that_is_asked(string culture)
    {
        var texts = DescriberHost.TextsOf(culture);
        var windows = _host.Catalogue.Activities.ToDictionary(activity => activity.Name, activity => activity.TakesWindow);
        foreach (var criterion in await AllAsync())
            if (texts.TryGetValue($"{criterion.ResourceKey}.Sentence", out var sentence))
            {
                Assert.That(sentence, Does.Contain("{value}"), criterion.Name);
                Assert.That(sentence.Contains("{operator}"), Is.EqualTo(criterion.Operators.Count > 1), criterion.Name);
                Assert.That(sentence.Contains("{window}"), Is.EqualTo(criterion is Measure measure && windows[measure.ActivityName]), criterion.Name);
            }
    }

    [TestCaseSource(typeof(DescriberHost), nameof(DescriberHost.Cultures))]
    public async Task Yes_and_no_are_said_in_words(string culture)
    {
        var texts = DescriberHost.TextsOf(culture);
        foreach (var criterion in (await AllAsync()).Where(criterion => criterion.Kind == ValueKind.YesNo))
            Assert.That(new[] { texts.GetValueOrDefault($"{criterion.ResourceKey}.Yes"), texts.GetValueOrDefault($"{criterion.ResourceKey}.No") },
                Has.None.Null.And.Unique, criterion.Name);
    }

    [TestCaseSource(typeof(DescriberHost), nameof(DescriberHost.Cultures))]
    public async Task Every_operator_and_every_group_has_a_name(string culture)
    {
        var texts = DescriberHost.TextsOf(culture);
        foreach (var name in (await AllAsync()).SelectMany(criterion => criterion.Operators).Distinct().Select(Operator.NameOf))
            Assert.That(texts, Does.ContainKey($"{Prefix}Editor.Operator.{name}"));
        foreach (var group in (await FieldsAsync()).Select(field => field.Group).Distinct())
            Assert.That(texts, Does.ContainKey($"{Prefix}Editor.MenuGroup.{group}"));
        foreach (var filter in _host.Catalogue.Activities.SelectMany(activity => activity.Filters))
            Assert.That(texts, Does.ContainKey($"{Prefix}Editor.MenuGroup.{filter.Name.Split('.')[0]}"));
    }

    private async Task<IReadOnlyList<Criterion>> AllAsync()
    {
        var fields = await FieldsAsync();
        return
        [
            .. fields, .. fields.SelectMany(field => field.Filters), .. _host.Catalogue.Activities,
            .. _host.Catalogue.Activities.SelectMany(activity => activity.Measures.Concat<Criterion>(activity.Filters))
        ];
    }

    private async Task<IReadOnlyList<CustomerField>> FieldsAsync()
    {
        var fields = _host.Catalogue.Fields.ToList();
        foreach (var family in _host.Catalogue.Families)
            fields.AddRange(await family.ListAsync());
        return fields;
    }
}
