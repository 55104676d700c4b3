using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Nop.Plugin.Misc.Segments.Rules;

namespace Shop.CommandLine;

/// <summary>Counts what definitions match: one JSON line each.</summary>
internal static class EvaluateCommand
{
    // The lines are for programs and for people: letters of other languages stay letters.
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task RunAsync(IServiceProvider services, IReadOnlyList<DefinitionFile> files, TextWriter output, CancellationToken cancellationToken)
    {
        var evaluator = services.GetRequiredService<ISegmentEvaluator>();
        var population = await evaluator.CountPopulationAsync(false, cancellationToken);
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await output.WriteLineAsync(await LineAsync(evaluator, file, population, cancellationToken));
            await output.FlushAsync(cancellationToken);
        }
    }

    private static async Task<string> LineAsync(ISegmentEvaluator evaluator, DefinitionFile file, int population, CancellationToken cancellationToken)
    {
        try
        {
            var definition = await evaluator.ResolveNamesAsync(await evaluator.ReadAsync(await File.ReadAllTextAsync(file.Path, cancellationToken)));
            // The first time pays for translating the query and for reading the tables from the disk: it is not counted.
            await evaluator.CountAsync(definition, false, cancellationToken);
            var watch = Stopwatch.StartNew();
            var count = await evaluator.CountAsync(definition, false, cancellationToken);
            return JsonSerializer.Serialize(
                new { file = file.Name, count, population, milliseconds = Math.Round(watch.Elapsed.TotalMilliseconds, 1) }, _json);
        }
        // Whatever is wrong with one definition must not keep the others from being counted.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return JsonSerializer.Serialize(new { file = file.Name, error = exception.Message }, _json);
        }
    }
}
