namespace Nop.Plugin.Misc.Segments.Rules.Explanation;

/// <summary>Finds the fewest conditions that would have to turn for rules to hold.</summary>
internal static class Turning
{
    /// <summary>The conditions, each with whether it would have to hold; none when the rule has the wanted outcome already.</summary>
    public static IReadOnlyList<(ConditionExplanation Condition, bool IsWanted)> Of(NodeExplanation node, bool wanted = true)
    {
        if (node.IsMet == wanted)
            return [];
        if (node is not GroupExplanation group)
            return [((ConditionExplanation)node, wanted)];

        // All hold and none holds ask something of each part; their opposites of any one of them.
        var wantedOfParts = group.Group.Match == GroupMatch.None ? !wanted : wanted;
        var turns = group.Parts.Select(part => Of(part, wantedOfParts));
        return AsksOfEach(group.Group.Match, wanted) ? turns.SelectMany(turn => turn).ToList() : turns.MinBy(turn => turn.Count)!;
    }

    private static bool AsksOfEach(GroupMatch match, bool wanted) => match == GroupMatch.Any ? !wanted : wanted;
}
