using Nop.Plugin.Misc.Segments.Rules.Words;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>
/// Says definitions in plain words. Each language brings its own sentence for each criterion, so that word order is its own;
/// the pieces (comparisons, windows, filters, lists) are filled into it.
/// </summary>
public sealed class DefinitionDescriber(RuleWordsFactory wordsFactory) : IDefinitionDescriber
{
    /// <inheritdoc />
    public async Task<string> DescribeAsync(SegmentDefinition definition, int languageId = 0)
    {
        var words = await wordsFactory.CreateAsync(languageId);
        return await words.Texts.SayAsync("Definition", await words.Conditions.SayAsync(definition.Rules));
    }
}
