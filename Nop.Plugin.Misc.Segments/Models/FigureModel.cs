using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>One tile.</summary>
public record FigureModel : BaseNopModel
{
    /// <summary>Which tile: members, orders, sales or average.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The members' value.</summary>
    public string Members { get; set; } = string.Empty;

    /// <summary>The other customers' value, with the words around it.</summary>
    public string Others { get; set; } = string.Empty;
}
