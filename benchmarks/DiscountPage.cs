using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Data;
using Nop.Plugin.Misc.Segments;
using Nop.Plugin.Misc.Segments.Audiences.Discounts;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Services.Discounts;
using Shop.Demo;

namespace Segments.Benchmarks;

/// <summary>A category page: a shop asks the rule for each of 20 discounts on each of 50 products.</summary>
internal sealed class DiscountPage : IAsyncDisposable
{
    /// <summary>The products of the page.</summary>
    public const int Products = 50;

    /// <summary>The discounts that are limited to a segment.</summary>
    public const int Discounts = 20;

    private readonly BenchmarkShop _shop;
    private readonly IServiceScopeFactory _scopes;
    private readonly DiscountRequirementValidationRequest[] _requests;

    private DiscountPage(BenchmarkShop shop, Customer customer, List<int> requirementIds)
    {
        _shop = shop;
        _scopes = shop.Get<IServiceScopeFactory>();
        _requests = [.. requirementIds.Select(id => new DiscountRequirementValidationRequest { DiscountRequirementId = id, Customer = customer })];
    }

    /// <summary>Makes a shop with the discounts, each for a segment of its own; the customer is in every other one.</summary>
    public static async Task<DiscountPage> CreateAsync()
    {
        var shop = await BenchmarkShop.OnSqliteAsync(new DemoOptions(100, 300, 490));
        var customer = await shop.Get<IRepository<Customer>>().Table.FirstAsync(c => !c.IsSystemAccount);
        var requirementIds = new List<int>();
        for (var n = 0; n < Discounts; n++)
        {
            var segment = new Segment { Name = $"Segment {n}", Active = true, Definition = "{}", RefreshedOnUtc = DateTime.UnixEpoch };
            await shop.Get<IRepository<Segment>>().InsertAsync(segment, false);
            if (n % 2 == 0)
                await shop.Get<IRepository<SegmentMember>>().InsertAsync(
                    new SegmentMember { SegmentId = segment.Id, CustomerId = customer.Id, EnteredOnUtc = DateTime.UnixEpoch }, false);

            var discount = new Discount { Name = segment.Name, IsActive = true };
            await shop.Get<IRepository<Discount>>().InsertAsync(discount, false);
            var requirement = new DiscountRequirement { DiscountId = discount.Id, DiscountRequirementRuleSystemName = SegmentsDefaults.SystemName };
            await shop.Get<IRepository<DiscountRequirement>>().InsertAsync(requirement, false);
            await shop.Get<RequirementChoices>().SaveAsync(requirement.Id, new RequirementChoice([segment.Id], SegmentMatch.Any));
            requirementIds.Add(requirement.Id);
        }

        return new DiscountPage(shop, customer, requirementIds);
    }

    /// <summary>Begins a request, as a shop does: with services, and a rule, of its own.</summary>
    public PageRequest Begin()
    {
        var scope = _scopes.CreateAsyncScope();
        var accessor = new HttpContextAccessor { HttpContext = new DefaultHttpContext { RequestServices = scope.ServiceProvider } };
        return new PageRequest(scope, new SegmentsPlugin(accessor, _scopes), _requests);
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();
}

/// <summary>One visitor's view of the page.</summary>
internal sealed class PageRequest(AsyncServiceScope scope, SegmentsPlugin rule, DiscountRequirementValidationRequest[] requests) : IAsyncDisposable
{
    /// <summary>The first question, which reads what is stored.</summary>
    public async Task<bool> AskOnceAsync() => (await rule.CheckRequirementAsync(requests[0])).IsValid;

    /// <summary>Prices all products; answers how often a discount was given.</summary>
    public async Task<int> PriceAsync()
    {
        var granted = 0;
        for (var product = 0; product < DiscountPage.Products; product++)
            foreach (var request in requests)
                if ((await rule.CheckRequirementAsync(request)).IsValid)
                    granted++;
        return granted;
    }

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
