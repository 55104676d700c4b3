using BenchmarkDotNet.Running;
using Segments.Benchmarks.Scale;

namespace Segments.Benchmarks;

/// <summary>"conditions" and "discounts" measure in a few seconds, "export" and "roles" in some minutes, "scale" a whole shop; anything else is for BenchmarkDotNet.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["conditions"]:
                await ConditionsReport.WriteAsync(Console.Out);
                return 0;
            case ["discounts"]:
                await DiscountsReport.WriteAsync(Console.Out);
                return 0;
            case ["export"]:
                await ExportReport.WriteAsync(Console.Out);
                return 0;
            case ["roles"]:
                await RolesReport.WriteAsync(Console.Out);
                return 0;
            case ["scale", .. var rest]:
                return await ScaleAsync(rest);
            default:
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
                return 0;
        }
    }

    private static async Task<int> ScaleAsync(string[] arguments)
    {
        try
        {
            await new ScaleRun(ScaleOptions.Parse(arguments), new ScaleReport(Console.Out)).RunAsync();
            return 0;
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
