using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>From which number on a condition such as "among the top 10 % by total spent" holds, as last worked out over all customers.</summary>
public class RankThreshold : BaseEntity
{
    /// <summary>What was ranked: a hash of the condition and of who is ranked; 64 characters, unique.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>
    /// The number of the last customer who is in, written out with all its decimals, because a column of numbers would round it; null when nobody has one.
    /// </summary>
    public string? Number { get; set; }

    /// <summary>When it was worked out.</summary>
    public DateTime ComputedOnUtc { get; set; }
}
