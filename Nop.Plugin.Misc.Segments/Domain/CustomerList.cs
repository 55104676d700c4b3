using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>A list of e-mail addresses that a merchant imported, for rules to ask who stands on it.</summary>
public class CustomerList : BaseEntity
{
    /// <summary>What the merchant calls it; at most 200 characters.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>When it was imported.</summary>
    public DateTime CreatedOnUtc { get; set; }
}
