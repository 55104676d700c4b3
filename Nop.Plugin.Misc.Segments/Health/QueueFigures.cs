namespace Nop.Plugin.Misc.Segments.Health;

/// <summary>What waits to be looked at.</summary>
/// <param name="Waiting">Entries of the queue, also those whose time has not come.</param>
/// <param name="Oldest">For how long the oldest entry has waited since its time came; null when none has.</param>
/// <param name="SetAside">Customers whom segments could not be evaluated for.</param>
public sealed record QueueFigures(int Waiting, TimeSpan? Oldest, int SetAside);
