using Nop.Plugin.Misc.Segments.Audiences.Roles;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.Segments.Factories.Editor;

/// <summary>Says whether rules can be used: they can be read, the shop has all that they name, and they do not build on themselves.</summary>
public class EditorCheck(ISegmentEvaluator evaluator, SegmentGraph graph, RoleReaders readers, ILocalizationService localizationService)
{
    /// <summary>The rules, or what is wrong with them: never both, never neither.</summary>
    /// <param name="json">The rules.</param>
    /// <param name="segmentId">The segment whose they are; 0 for a new one.</param>
    public async Task<(SegmentDefinition? Definition, IReadOnlyList<DefinitionError> Errors)> ReadAsync(string? json, int segmentId = 0)
    {
        try
        {
            var definition = await evaluator.ResolveNamesAsync(await evaluator.ReadAsync(json ?? string.Empty));
            IReadOnlyList<DefinitionError> errors = await evaluator.FindMissingAsync(definition);
            if (errors.Count == 0 && await graph.FindCycleAsync(segmentId, definition) is { } chain)
                errors = [await DescribeCycleAsync(definition, chain)];
            else if (errors.Count == 0 && segmentId != 0 && await readers.FeedsItselfAsync(segmentId, definition))
                errors = [new DefinitionError("rules", await localizationService.GetResourceAsync($"{SegmentsDefaults.ResourcePrefix}.Roles.Error.Itself"))];
            return errors.Count == 0 ? (definition, []) : (null, errors);
        }
        catch (DefinitionException e)
        {
            return (null, e.Errors);
        }
    }

    /// <summary>The chain of names, at the first condition that names a segment.</summary>
    private async Task<DefinitionError> DescribeCycleAsync(SegmentDefinition definition, IReadOnlyList<string> chain) => new(
        DefinitionFacts.ChoicesOf(definition).First(use => use.IsSingle).Path,
        string.Format(await localizationService.GetResourceAsync($"{BuilderTexts.Prefix}Wrong.Cycle"), string.Join(" \u2192 ", chain)));
}
