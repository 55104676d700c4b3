using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>The card of the customer role that a segment gives; all texts are ready to be read.</summary>
public record SegmentRoleModel : BaseNopModel
{
    /// <summary>The segment.</summary>
    public int SegmentId { get; set; }

    /// <summary>The role: the one that is given, or that is chosen to be; 0 for none, or for a new one.</summary>
    public int RoleId { get; set; }

    /// <summary>The name of the role that is given; empty for none.</summary>
    public string RoleName { get; set; } = string.Empty;

    /// <summary>The name of a role that is to be made.</summary>
    public string NewName { get; set; } = string.Empty;

    /// <summary>How far the giving is.</summary>
    public string Progress { get; set; } = string.Empty;

    /// <summary>How many of a hundred members have it.</summary>
    public int Percent { get; set; }

    /// <summary>What is being taken back; empty for nothing.</summary>
    public string Ending { get; set; } = string.Empty;

    /// <summary>Why the role is given to nobody more; empty when it is.</summary>
    public string Warning { get; set; } = string.Empty;

    /// <summary>Whether something is still going on.</summary>
    public bool Busy { get; set; }

    /// <summary>Whether the visitor may change it.</summary>
    public bool CanManage { get; set; }

    /// <summary>The roles that can be chosen, by name.</summary>
    public IReadOnlyList<KeyValuePair<int, string>> AvailableRoles { get; set; } = [];
}
