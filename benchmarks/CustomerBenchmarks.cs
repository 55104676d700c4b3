using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Shop.Demo;

namespace Segments.Benchmarks;

/// <summary>What one customer costs: in the rules of a typical segment, and where a request asks for the customer's segments.</summary>
[InProcess]
[MemoryDiagnoser]
public class CustomerBenchmarks
{
    private const string Definition = """
        { "version": 1, "rules": { "match": "all", "rules": [
          { "activity": "orders", "measure": "count", "operator": "greaterThan", "value": 10 },
          { "activity": "orders", "measure": "total", "operator": "atLeast", "value": 1000 } ] } }
        """;

    private BenchmarkShop _shop = null!;
    private SegmentDefinition _definition = null!;
    private EvaluationContext _context = null!;
    private CustomerScope _customer = null!;
    private int _customerId;

    /// <summary>Makes the shop with one filled segment.</summary>
    [GlobalSetup]
    public async Task OpenAsync()
    {
        _shop = await BenchmarkShop.OnSqliteAsync(new DemoOptions(3_000, 12_000, 490));
        _definition = await _shop.Get<ISegmentEvaluator>().ReadAsync(Definition);
        _customerId = (await _shop.Get<IRepository<Customer>>().Table.FirstAsync(customer => !customer.IsSystemAccount && customer.Email != null)).Id;
        _customer = CustomerScope.Of([_customerId]);
        _context = (await _shop.Get<EvaluationContextFactory>().CreateAsync(_definition, false)).With(_customer);
        var segment = new Segment { Name = "Big spenders", Definition = Definition, Active = true };
        await _shop.Get<ISegmentService>().InsertAsync(segment);
        await _shop.Get<IMembershipUpdater>().RefreshAsync(segment.Id, MembershipChangeReason.Edit);
    }

    /// <summary>Removes the shop.</summary>
    [GlobalCleanup]
    public async Task CloseAsync() => await _shop.DisposeAsync();

    /// <summary>From definition to predicate.</summary>
    [Benchmark]
    public object Compile() => _shop.Get<SegmentCompiler>().Compile(_definition, _context);

    /// <summary>Whether the customer matches, by a query.</summary>
    [Benchmark]
    public Task<List<int>> Evaluate() => _shop.Get<ISegmentEvaluator>().FindMatchesAsync(_definition, false, _customer);

    /// <summary>The customer's segments in a new request.</summary>
    [Benchmark]
    public async Task<int> LookUp()
    {
        await using var scope = _shop.Get<IServiceScopeFactory>().CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ISegmentService>().GetSegmentIdsAsync(_customerId)).Count;
    }
}
