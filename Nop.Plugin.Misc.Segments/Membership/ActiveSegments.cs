using Microsoft.Extensions.DependencyInjection;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>What consumers have to know about all active segments together.</summary>
/// <param name="Installed">Whether the plugin is installed.</param>
/// <param name="Sources">What at least one of them reads.</param>
/// <param name="IncludeGuests">Whether one of them takes guests in.</param>
public sealed record ActiveSegmentsFacts(bool Installed, RuleSources Sources, bool IncludeGuests);

/// <summary>Keeps those facts for so short that another node's change is seen within seconds, and this node's at once.</summary>
public sealed class ActiveSegments(IServiceScopeFactory scopeFactory, PluginState state, TimeProvider timeProvider)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(2);
    private volatile Entry? _entry;

    /// <summary>The facts, at most two seconds old.</summary>
    public async Task<ActiveSegmentsFacts> GetFactsAsync()
    {
        if (_entry is { } entry && timeProvider.GetElapsedTime(entry.ReadAt) < Lifetime)
            return entry.Facts;

        var readAt = timeProvider.GetTimestamp();
        var facts = await ReadAsync();
        _entry = new Entry(facts, readAt);
        return facts;
    }

    /// <summary>Something about the segments has changed.</summary>
    public void Forget() => _entry = null;

    private async Task<ActiveSegmentsFacts> ReadAsync()
    {
        if (!await state.IsInstalledAsync())
            return new ActiveSegmentsFacts(false, RuleSources.None, false);

        await using var scope = scopeFactory.CreateAsyncScope();
        var evaluator = scope.ServiceProvider.GetRequiredService<ISegmentEvaluator>();
        var segments = await scope.ServiceProvider.GetRequiredService<IRepository<Segment>>().Table
            .Where(segment => segment.Active)
            .Select(segment => new { segment.Definition, segment.IncludeGuests })
            .ToListAsync();

        var sources = RuleSources.None;
        foreach (var segment in segments)
            sources |= await SourcesOfAsync(evaluator, segment.Definition, segment.IncludeGuests);
        return new ActiveSegmentsFacts(true, sources, segments.Any(segment => segment.IncludeGuests));
    }

    private static async Task<RuleSources> SourcesOfAsync(ISegmentEvaluator evaluator, string definition, bool includeGuests)
    {
        try
        {
            return DefinitionFacts.SourcesOf(await evaluator.ReadAsync(definition), includeGuests);
        }
        catch (DefinitionException)
        {
            // The segment needs attention; until a merchant has seen to it its members stay as they are.
            return RuleSources.None;
        }
    }

    private sealed record Entry(ActiveSegmentsFacts Facts, long ReadAt);
}
