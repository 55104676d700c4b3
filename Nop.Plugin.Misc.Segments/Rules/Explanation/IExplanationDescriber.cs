namespace Nop.Plugin.Misc.Segments.Rules.Explanation;

/// <summary>Says explanations in plain words.</summary>
public interface IExplanationDescriber
{
    /// <summary>The rules as a tree of texts.</summary>
    /// <param name="rules">The rules with their outcomes, and with what the customer really has.</param>
    /// <param name="languageId">The language; 0 for the current one.</param>
    Task<RuleText> DescribeAsync(GroupExplanation rules, int languageId = 0);

    /// <summary>What is missing, condition by condition.</summary>
    /// <param name="nearMiss">What keeps the customer out.</param>
    /// <param name="languageId">The language; 0 for the current one.</param>
    Task<IReadOnlyList<MissingText>> DescribeAsync(NearMiss nearMiss, int languageId = 0);
}

/// <summary>A rule in words.</summary>
/// <param name="Rule">What it asks for: of a condition what stands behind "Customers who", of a group how its rules go together.</param>
/// <param name="IsMet">Whether it holds.</param>
/// <param name="IsWanted">Whether it has to hold; false where it may not.</param>
/// <param name="Comparison">What a condition compares; null for a group.</param>
/// <param name="Parts">The rules of a group.</param>
public sealed record RuleText(string Rule, bool IsMet, bool IsWanted, ComparisonText? Comparison, IReadOnlyList<RuleText> Parts);

/// <summary>What a condition compares, in words.</summary>
/// <param name="Name">What is compared, such as "Number of orders".</param>
/// <param name="Actual">What there is.</param>
/// <param name="Asked">What is asked for.</param>
public sealed record ComparisonText(string Name, string Actual, string Asked);

/// <summary>A condition that would have to turn, in words.</summary>
/// <param name="Rule">What it asks for: what stands behind "Customers who".</param>
/// <param name="IsWanted">Whether it has to hold; false where it may not.</param>
/// <param name="Comparison">What it compares.</param>
/// <param name="More">How much more is needed, such as "2 more"; null where it is no matter of more.</param>
public sealed record MissingText(string Rule, bool IsWanted, ComparisonText Comparison, string? More);
