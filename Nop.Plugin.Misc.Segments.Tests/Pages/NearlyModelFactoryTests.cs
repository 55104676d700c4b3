using Microsoft.Extensions.DependencyInjection;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Factories.Explanation;
using Nop.Plugin.Misc.Segments.Models.Explanation;
using Nop.Plugin.Misc.Segments.Rules.Explanation;
using Nop.Plugin.Misc.Segments.Tests.Audiences;

namespace Nop.Plugin.Misc.Segments.Tests.Pages;

/// <summary>The segments that the customer's page shows as nearly reached.</summary>
[TestFixture]
internal sealed class NearlyModelFactoryTests
{
    private const string TenOrders = """{ "activity": "orders", "measure": "count", "operator": "atLeast", "value": 10 }""";
    private const string NewsletterToo = """{ "field": "customer.newsletter", "operator": "is", "value": true }""";

    private AudienceShop _shop = null!;
    private int _customerId;

    /// <summary>A registered customer with six orders.</summary>
    [SetUp]
    public async Task OpenAsync()
    {
        _shop = await AudienceShop.CreateAsync();
        var customer = await _shop.AddRegisteredAsync("anna@example.com");
        for (var i = 0; i < 6; i++)
            await _shop.AddAsync(await _shop.NewOrderAsync(customer.Id, 10));
        _customerId = customer.Id;
    }

    [TearDown]
    public async Task CloseAsync() => await _shop.DisposeAsync();

    [Test]
    public async Task The_nearest_come_first_with_what_is_missing()
    {
        await AddAsync("A", $"{TenOrders}, {NewsletterToo}");
        await AddAsync("B", $$"""{ "activity": "orders", "measure": "count", "operator": "atLeast", "value": 5 }, {{NewsletterToo}}""");
        await AddAsync("C", TenOrders);
        await AddAsync("D", """{ "activity": "orders", "measure": "count", "operator": "atLeast", "value": 7 }""");

        var nearly = await FindAsync();

        Assert.That(nearly.Segments.Select(segment => segment.Name), Is.EqualTo(new[] { "D", "C", "B" }), "two conditions are missing of A");
        Assert.That(nearly.Segments.Select(segment => segment.Missing.Count), Has.All.EqualTo(1));
        Assert.That(nearly.Segments.Select(segment => segment.Missing[0].More.Length > 0), Is.EqualTo(new[] { true, true, false }));
        Assert.That(nearly.Note, Is.Empty);
    }

    [Test]
    public async Task Members_inactive_segments_and_those_that_need_attention_are_left_out()
    {
        var member = await AddAsync("Member", TenOrders);
        await _shop.AddAsync(new SegmentMember { SegmentId = member.Id, CustomerId = _customerId, EnteredOnUtc = AudienceShop.Day });
        await AddAsync("Inactive", TenOrders, segment => segment.Active = false);
        await AddAsync("Unreadable", "oops");
        await AddAsync("Broken", TenOrders, segment => segment.State = SegmentState.NeedsAttention);

        Assert.That((await FindAsync()).Segments, Is.Empty);
    }

    [Test]
    public async Task No_more_than_fifty_segments_are_looked_at()
    {
        for (var i = 0; i < NearlyModelFactory.MostSegments; i++)
            await AddAsync($"A{i:00}", NewsletterToo);
        await AddAsync("B", TenOrders);

        var nearly = await FindAsync();

        Assert.That(nearly.Segments, Is.Empty);
        Assert.That(nearly.Note, Is.Not.Empty);
    }

    private Task<NearlyModel> FindAsync() => _shop.InRequestAsync<IServiceProvider, NearlyModel>(services =>
        ActivatorUtilities.CreateInstance<NearlyModelFactory>(services, new Numbers()).PrepareAsync(_customerId));

    private async Task<Segment> AddAsync(string name, string rules, Action<Segment>? change = null)
    {
        var segment = await _shop.AddSegmentAsync(name);
        segment.Definition = $$"""{ "version": 1, "rules": { "match": "all", "rules": [{{rules}}] } }""";
        change?.Invoke(segment);
        await _shop.ChangeAsync(segment);
        return segment;
    }

    /// <summary>Says nothing but numbers: this shop has no texts.</summary>
    private sealed class Numbers : IExplanationDescriber
    {
        public Task<RuleText> DescribeAsync(GroupExplanation rules, int languageId) => throw new NotSupportedException();

        public Task<IReadOnlyList<MissingText>> DescribeAsync(NearMiss nearMiss, int languageId) => Task.FromResult<IReadOnlyList<MissingText>>(
            nearMiss.Missing.Select(missing => new MissingText("", missing.IsWanted, new ComparisonText("", "", ""), missing.Shortfall?.ToString())).ToList());
    }
}
