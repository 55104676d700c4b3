using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>A page of the list.</summary>
public record SegmentListModel : BasePagedListModel<SegmentModel>;
