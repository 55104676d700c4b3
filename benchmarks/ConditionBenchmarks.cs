using BenchmarkDotNet.Attributes;
using Nop.Plugin.Misc.Segments.Rules;

namespace Segments.Benchmarks;

/// <summary>What a definition with 100 conditions costs before the database is asked.</summary>
[InProcess]
[MemoryDiagnoser]
public class ConditionBenchmarks
{
    private BenchmarkShop _shop = null!;
    private HundredConditions _definition = null!;

    /// <summary>Whether some of the hundred are filters of the others.</summary>
    [Params(false, true)]
    public bool WithFilters { get; set; }

    /// <summary>Makes the shop.</summary>
    [GlobalSetup]
    public async Task OpenAsync()
    {
        _shop = await BenchmarkShop.OnSqliteAsync(HundredConditions.Size);
        _definition = await HundredConditions.InAsync(_shop, WithFilters);
    }

    /// <summary>Removes the shop.</summary>
    [GlobalCleanup]
    public async Task CloseAsync() => await _shop.DisposeAsync();

    /// <summary>From text to definition.</summary>
    [Benchmark]
    public SegmentDefinition Read() => _definition.Read();

    /// <summary>From definition to predicate.</summary>
    [Benchmark]
    public object Compile() => _definition.Compile();
}
