using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>The tiles of a segment's page, each value ready to be read, beside the same of all other customers.</summary>
public record SegmentFiguresModel : BaseNopModel
{
    /// <summary>The tiles.</summary>
    public IReadOnlyList<FigureModel> Figures { get; set; } = [];
}
