namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>How often time alone can change the outcome of a rule.</summary>
public enum TimeSensitivity
{
    /// <summary>Never.</summary>
    None = 0,

    /// <summary>At local midnight.</summary>
    Daily = 1,

    /// <summary>At any time; looked at once an hour.</summary>
    Hourly = 2
}
