using Nop.Plugin.Misc.Segments.Rules.Words;

namespace Nop.Plugin.Misc.Segments.Rules.Explanation;

/// <inheritdoc />
public sealed class ExplanationDescriber(RuleWordsFactory wordsFactory) : IExplanationDescriber
{
    /// <inheritdoc />
    public async Task<RuleText> DescribeAsync(GroupExplanation rules, int languageId = 0) =>
        await DescribeAsync(rules, true, new ExplanationWords(await wordsFactory.CreateAsync(languageId)));

    /// <inheritdoc />
    public async Task<IReadOnlyList<MissingText>> DescribeAsync(NearMiss nearMiss, int languageId = 0)
    {
        var words = new ExplanationWords(await wordsFactory.CreateAsync(languageId));
        var missing = new List<MissingText>();
        foreach (var (condition, isWanted, shortfall) in nearMiss.Missing)
            missing.Add(new MissingText(
                await words.SayAsync(condition.Condition),
                isWanted,
                await words.CompareAsync(condition),
                shortfall is { } number ? await words.SayMoreAsync(condition.Condition, number) : null));
        return missing;
    }

    private static async Task<RuleText> DescribeAsync(NodeExplanation node, bool wanted, ExplanationWords words)
    {
        if (node is ConditionExplanation condition)
            return new RuleText(await words.SayAsync(node.Node), node.IsMet, wanted, await words.CompareAsync(condition), []);

        var group = (GroupExplanation)node;
        var parts = new List<RuleText>();
        foreach (var part in group.Parts)
            parts.Add(await DescribeAsync(part, group.Group.Match == GroupMatch.None ? !wanted : wanted, words));
        return new RuleText(await words.SayAsync(node.Node), node.IsMet, wanted, null, parts);
    }
}
