using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models.Triggers;

/// <summary>A trigger on the page of its segment.</summary>
public record TriggerRowModel : BaseNopEntityModel
{
    /// <summary>The name.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>What it does and when, in a sentence.</summary>
    public string Sentence { get; set; } = string.Empty;

    /// <summary>Whether it fires.</summary>
    public bool Active { get; set; }

    /// <summary>How often it was done, waits, was not needed and failed; in words.</summary>
    public string Counts { get; set; } = string.Empty;

    /// <summary>Whether some of it failed.</summary>
    public bool HasFailures { get; set; }
}

/// <summary>The triggers of a segment, on its page.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Rows">The triggers.</param>
/// <param name="CanManage">Whether the visitor may add and change them.</param>
public sealed record TriggersModel(int SegmentId, IReadOnlyList<TriggerRowModel> Rows, bool CanManage);
