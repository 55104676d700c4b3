using BenchmarkDotNet.Running;

namespace Segments.Benchmarks;

/// <summary>"conditions" measures in a few seconds; anything else is for BenchmarkDotNet.</summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        if (args is ["conditions"])
            await ConditionsReport.WriteAsync(Console.Out);
        else
            BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    }
}
