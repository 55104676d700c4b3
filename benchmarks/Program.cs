using BenchmarkDotNet.Running;

namespace Segments.Benchmarks;

/// <summary>"conditions" and "discounts" measure in a few seconds; anything else is for BenchmarkDotNet.</summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        if (args is ["conditions"])
            await ConditionsReport.WriteAsync(Console.Out);
        else if (args is ["discounts"])
            await DiscountsReport.WriteAsync(Console.Out);
        else
            BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    }
}
