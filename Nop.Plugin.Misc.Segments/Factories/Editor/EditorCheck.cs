using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Factories.Editor;

/// <summary>Says whether rules can be used: they can be read, and the shop has all that they name.</summary>
public class EditorCheck(ISegmentEvaluator evaluator)
{
    /// <summary>The rules, or what is wrong with them: never both, never neither.</summary>
    public async Task<(SegmentDefinition? Definition, IReadOnlyList<DefinitionError> Errors)> ReadAsync(string? json)
    {
        try
        {
            var definition = await evaluator.ResolveNamesAsync(await evaluator.ReadAsync(json ?? string.Empty));
            var missing = await evaluator.FindMissingAsync(definition);
            return missing.Count == 0 ? (definition, []) : (null, missing);
        }
        catch (DefinitionException e)
        {
            return (null, e.Errors);
        }
    }
}
