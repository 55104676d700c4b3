namespace Nop.Plugin.Misc.Segments.Tests.Infrastructure.Events;

/// <summary>Who sees to it that a change of the shop reaches the members.</summary>
internal enum Healing
{
    /// <summary>An event, as soon as the response is out.</summary>
    Event,

    /// <summary>The same, but what the rules name is gone: the segment says so and keeps its members.</summary>
    NeedsAttention,

    /// <summary>The schedule, within the hour.</summary>
    Hour,

    /// <summary>The schedule, after the shop's next midnight.</summary>
    Midnight,

    /// <summary>The schedule, when it refreshes every segment in full.</summary>
    FullRefresh
}

/// <summary>One row of the table in docs/developers/events.md.</summary>
/// <param name="What">What happens in the shop, as the table says it.</param>
/// <param name="Rule">The rules of a segment that reads it.</param>
/// <param name="Act">Lets it happen.</param>
internal sealed record EventCase(string What, Func<EventScene, string> Rule, Func<EventScene, Task> Act)
{
    /// <summary>What was there before the segment was.</summary>
    public Func<EventScene, Task> Before { get; init; } = _ => Task.CompletedTask;

    /// <summary>Clears away what would be in the next test's way.</summary>
    public Func<EventScene, Task> After { get; init; } = _ => Task.CompletedTask;

    /// <summary>Who sees to it.</summary>
    public Healing Healing { get; init; }

    /// <summary>Whether the segment takes guests in.</summary>
    public bool IncludeGuests { get; init; }

    /// <inheritdoc />
    public override string ToString() => What;
}
