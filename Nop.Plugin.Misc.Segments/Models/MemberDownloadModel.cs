using Nop.Plugin.Misc.Segments.Audiences.Export;
using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>What somebody wants to have of a segment's members.</summary>
public record MemberDownloadModel : BaseNopModel
{
    /// <summary>The segment.</summary>
    public int SegmentId { get; set; }

    /// <summary>The kind of file.</summary>
    public MemberFileKind Kind { get; set; }

    /// <summary>The names of the chosen columns; of no account where the kind of file has its own.</summary>
    public List<string> Columns { get; set; } = [];

    /// <summary>All columns, by name with what stands over them.</summary>
    public List<KeyValuePair<string, string>> AvailableColumns { get; set; } = [];
}
