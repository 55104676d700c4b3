namespace Nop.Plugin.Misc.Segments.Health;

/// <summary>How much a finding matters.</summary>
public enum HealthSeverity
{
    /// <summary>All works; it could be better.</summary>
    Advice = 0,

    /// <summary>Something may be out of date, or become so.</summary>
    Warning = 10,

    /// <summary>Something does not work.</summary>
    Problem = 20
}
