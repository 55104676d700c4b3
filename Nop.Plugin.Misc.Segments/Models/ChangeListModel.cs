using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>A page of the history.</summary>
public record ChangeListModel : BasePagedListModel<ChangeModel>;
