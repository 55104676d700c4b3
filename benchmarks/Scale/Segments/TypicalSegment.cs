namespace Segments.Benchmarks.Scale.Segments;

/// <summary>A segment that shops have, in the language of rules and in SQL by hand.</summary>
/// <param name="Name">What it means.</param>
/// <param name="Rules">The rules of its outermost group, as JSON.</param>
/// <param name="Queries">
/// Queries that give the ids of the same customers, each in its own way: the fastest is what the plugin is compared with. They may use the parameters
/// @now, @hours24 (a day before), @days30, @days90 and @days365 (the first moment of the day so many days ago).
/// </param>
internal sealed record TypicalSegment(string Name, string Rules, IReadOnlyList<string> Queries)
{
    /// <summary>The whole definition.</summary>
    public string Definition => $$"""{ "version": 1, "rules": {{Rules}} }""";
}
