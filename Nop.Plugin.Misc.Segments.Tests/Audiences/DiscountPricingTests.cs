using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Plugin.Misc.Segments.Audiences.Discounts;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Tests.Rules.Queries;
using Nop.Services.Discounts;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences;

/// <summary>What the rule costs where a shop asks it for each price of a page.</summary>
[TestFixture]
[NonParallelizable]
[Category("Audiences")]
public class DiscountPricingTests
{
    private const int Products = 50;
    private const int Discounts = 20;

    private CommandRecorder _recorder = null!;
    private AudienceShop _shop = null!;
    private Customer _member = null!;
    private Customer _stranger = null!;
    private readonly List<DiscountRequirement> _requirements = [];

    [OneTimeSetUp]
    public async Task Open()
    {
        _recorder = new CommandRecorder();
        _shop = await AudienceShop.CreateAsync();
        _member = await _shop.AddCustomerAsync("member@example.com");
        _stranger = await _shop.AddCustomerAsync("stranger@example.com");
        for (var n = 0; n < Discounts; n++)
        {
            var segment = await _shop.AddSegmentAsync($"Segment {n}", _member);
            var requirement = await _shop.AddRequirementAsync($"Discount {n}");
            await _shop.InRequestAsync<RequirementChoices>(
                choices => choices.SaveAsync(requirement.Id, new RequirementChoice([segment.Id], n % 2 == 0 ? SegmentMatch.Any : SegmentMatch.None)));
            _requirements.Add(requirement);
        }
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        _recorder.Dispose();
        await _shop.DisposeAsync();
    }

    [Test]
    public async Task A_page_of_products_costs_one_query_of_ours()
    {
        var granted = 0;
        var commands = await _recorder.RecordAsync(() => PriceAsync(_member, count => granted = count));

        Assert.That(granted, Is.EqualTo(Products * Discounts / 2));
        Assert.That(OurCommands(commands), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Each_request_asks_again()
    {
        var commands = await _recorder.RecordAsync(async () =>
        {
            await PriceAsync(_member, _ => { });
            await PriceAsync(_member, _ => { });
        });

        Assert.That(OurCommands(commands), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_visitor_without_a_record_costs_no_query_and_gets_nothing()
    {
        var granted = -1;
        var commands = await _recorder.RecordAsync(() => PriceAsync(null, count => granted = count));

        Assert.That(granted, Is.Zero);
        Assert.That(OurCommands(commands), Is.Empty);
    }

    [Test]
    public async Task Two_customers_in_one_request_do_not_get_each_others_answers()
    {
        await _shop.InRequestAsync<IHttpContextAccessor>(async accessor =>
        {
            var plugin = new SegmentsPlugin(accessor, accessor.HttpContext!.RequestServices.GetRequiredService<IServiceScopeFactory>());
            for (var round = 0; round < 2; round++)
            {
                Assert.That((await AskAsync(plugin, _requirements[0], _member)).IsValid, Is.True);
                Assert.That((await AskAsync(plugin, _requirements[0], _stranger)).IsValid, Is.False);
                Assert.That((await AskAsync(plugin, _requirements[0], null)).IsValid, Is.False);
            }
        });
    }

    [Test]
    public async Task Who_does_not_qualify_reads_why()
    {
        await _shop.InRequestAsync<IHttpContextAccessor>(async accessor =>
        {
            var plugin = new SegmentsPlugin(accessor, accessor.HttpContext!.RequestServices.GetRequiredService<IServiceScopeFactory>());
            Assert.That((await AskAsync(plugin, _requirements[0], _stranger)).UserError, Is.Not.Empty);
            Assert.That((await AskAsync(plugin, _requirements[0], _member)).UserError, Is.Null);
        });
    }

    [Test]
    public async Task Without_a_request_the_answer_is_the_same()
    {
        await _shop.InRequestAsync<IServiceScopeFactory>(async scopes =>
        {
            var plugin = new SegmentsPlugin(new HttpContextAccessor(), scopes);
            Assert.That((await AskAsync(plugin, _requirements[0], _member)).IsValid, Is.True);
            Assert.That((await AskAsync(plugin, _requirements[0], _stranger)).IsValid, Is.False);
        });
    }

    private Task PriceAsync(Customer? customer, Action<int> tell) => _shop.InRequestAsync<IHttpContextAccessor>(async accessor =>
    {
        var plugin = new SegmentsPlugin(accessor, accessor.HttpContext!.RequestServices.GetRequiredService<IServiceScopeFactory>());
        var granted = 0;
        for (var product = 0; product < Products; product++)
            foreach (var requirement in _requirements)
                granted += (await AskAsync(plugin, requirement, customer)).IsValid ? 1 : 0;
        tell(granted);
    });

    private static Task<DiscountRequirementValidationResult> AskAsync(SegmentsPlugin plugin, DiscountRequirement requirement, Customer? customer) =>
        plugin.CheckRequirementAsync(new DiscountRequirementValidationRequest { DiscountRequirementId = requirement.Id, Customer = customer! });

    // The visitor whom the stand-in makes up for a request without cookies is news to the consumers: what they read is not for the price.
    private static List<RecordedCommand> OurCommands(IReadOnlyList<RecordedCommand> commands) => [.. commands.Where(command =>
        command.Sql.Contains("CustomerSegmentRequirement", StringComparison.Ordinal)
        || command.Sql.Contains("CustomerSegmentMember", StringComparison.Ordinal))];
}
