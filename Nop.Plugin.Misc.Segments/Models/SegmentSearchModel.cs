using Nop.Web.Framework.Models;
using Nop.Web.Framework.Mvc.ModelBinding;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>The list page and what its grid asks for.</summary>
public record SegmentSearchModel : BaseSearchModel
{
    /// <summary>A part of the name; empty for all.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.List.SearchName")]
    public string? SearchName { get; set; }

    /// <summary>Whether there is any segment yet.</summary>
    public bool HasSegments { get; set; }

    /// <summary>Whether the visitor may make and change segments.</summary>
    public bool CanManage { get; set; }
}
