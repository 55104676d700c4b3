namespace Nop.Plugin.Misc.Segments.Health;

/// <summary>Something that the health page tells a merchant; all texts are ready to be read, in the words of the page's language.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Text">What is the matter, in a sentence or two.</param>
/// <param name="WhatToDo">What to do about it.</param>
public sealed record HealthFinding(HealthSeverity Severity, string Text, string WhatToDo)
{
    /// <summary>Where to do it, or what it is about.</summary>
    public IReadOnlyList<HealthLink> Links { get; init; } = [];
}
