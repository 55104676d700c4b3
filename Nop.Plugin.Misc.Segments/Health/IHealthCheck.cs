namespace Nop.Plugin.Misc.Segments.Health;

/// <summary>
/// Looks for one thing that may be wrong with segments or with what acts on them. The health page asks all that are registered; it is asked once a
/// page and has to be quick.
/// </summary>
public interface IHealthCheck
{
    /// <summary>What was found; empty when all is well.</summary>
    Task<IReadOnlyList<HealthFinding>> CheckAsync();
}
