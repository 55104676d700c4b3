namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>What a full refresh did.</summary>
/// <param name="Entered">Customers who entered.</param>
/// <param name="Left">Customers who left.</param>
/// <param name="Members">Members afterwards.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record RefreshResult(int Entered, int Left, int Members, int Milliseconds);
