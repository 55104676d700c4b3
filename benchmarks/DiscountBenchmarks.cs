using BenchmarkDotNet.Attributes;

namespace Segments.Benchmarks;

/// <summary>What the discounts of a category page cost after the request's one query.</summary>
[InProcess]
[MemoryDiagnoser]
public class DiscountBenchmarks
{
    private DiscountPage _page = null!;
    private PageRequest _request = null!;

    /// <summary>Makes the shop.</summary>
    [GlobalSetup]
    public async Task OpenAsync()
    {
        _page = await DiscountPage.CreateAsync();
        _request = _page.Begin();
        await _request.AskOnceAsync();
    }

    /// <summary>Removes the shop.</summary>
    [GlobalCleanup]
    public async Task CloseAsync()
    {
        await _request.DisposeAsync();
        await _page.DisposeAsync();
    }

    /// <summary>All questions of the page.</summary>
    [Benchmark]
    public Task<int> Price() => _request.PriceAsync();
}
