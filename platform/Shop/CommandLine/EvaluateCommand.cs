using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Explanation;

namespace Shop.CommandLine;

/// <summary>Counts what definitions match, or explains them for one customer: one JSON line each.</summary>
internal static class EvaluateCommand
{
    // The lines are for programs and for people: letters of other languages stay letters.
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Counts the customers that match.</summary>
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

    /// <summary>Says why one customer matches, or does not: the rules as a tree, one JSON line for each definition.</summary>
    public static async Task ExplainAsync(
        IServiceProvider services, IReadOnlyList<DefinitionFile> files, int customerId, TextWriter output, CancellationToken cancellationToken)
    {
        var evaluator = services.GetRequiredService<ISegmentEvaluator>();
        var explainer = services.GetRequiredService<ISegmentExplainer>();
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await output.WriteLineAsync(await LineAsync(file, async () =>
            {
                var explanation = ExplanationWriter.Write(await explainer.ExplainAsync(await ReadAsync(evaluator, file, cancellationToken), false, customerId));
                explanation.Insert(0, "file", file.Name);
                explanation.Insert(1, "customer", customerId);
                return explanation;
            }));
            await output.FlushAsync(cancellationToken);
        }
    }

    private static Task<string> LineAsync(ISegmentEvaluator evaluator, DefinitionFile file, int population, CancellationToken cancellationToken) =>
        LineAsync(file, async () =>
        {
            var definition = await ReadAsync(evaluator, file, cancellationToken);
            // The first time pays for translating the query and for reading the tables from the disk: it is not counted.
            await evaluator.CountAsync(definition, false, cancellationToken);
            var watch = Stopwatch.StartNew();
            var count = await evaluator.CountAsync(definition, false, cancellationToken);
            return new JsonObject
            {
                ["file"] = file.Name,
                ["count"] = count,
                ["population"] = population,
                ["milliseconds"] = Math.Round(watch.Elapsed.TotalMilliseconds, 1)
            };
        });

    private static async Task<SegmentDefinition> ReadAsync(ISegmentEvaluator evaluator, DefinitionFile file, CancellationToken cancellationToken) =>
        await evaluator.ResolveNamesAsync(await evaluator.ReadAsync(await File.ReadAllTextAsync(file.Path, cancellationToken)));

    private static async Task<string> LineAsync(DefinitionFile file, Func<Task<JsonObject>> work)
    {
        try
        {
            return (await work()).ToJsonString(_json);
        }
        // Whatever is wrong with one definition must not keep the others from being looked at.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new JsonObject { ["file"] = file.Name, ["error"] = exception.Message }.ToJsonString(_json);
        }
    }
}
