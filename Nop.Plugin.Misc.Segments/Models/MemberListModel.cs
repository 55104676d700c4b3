using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>A page of members.</summary>
public record MemberListModel : BasePagedListModel<MemberModel>;
