using Microsoft.AspNetCore.Mvc.ModelBinding;
using Nop.Web.Framework.Models;
using Nop.Web.Framework.Mvc.ModelBinding;

namespace Nop.Plugin.Misc.Segments.Models.Editor;

/// <summary>What a merchant edits of a segment.</summary>
public record SegmentEditorModel : BaseNopEntityModel
{
    /// <summary>The name; at most 200 characters.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Editor.Fields.Name")]
    public string? Name { get; set; }

    /// <summary>What it is for; at most 1,000 characters.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Editor.Fields.Description")]
    public string? Description { get; set; }

    /// <summary>Whether it keeps itself true and can be acted on.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Editor.Fields.Active")]
    public bool Active { get; set; }

    /// <summary>Whether guests who ordered may be members too.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Editor.Fields.IncludeGuests")]
    public bool IncludeGuests { get; set; }

    /// <summary>The rules as JSON, as the rule builder posts them: perhaps incomplete, empty when there are none yet.</summary>
    public string? Definition { get; set; }

    /// <summary>All that the rule builder needs, as JSON that may stand in a page.</summary>
    [BindNever]
    public string BuilderData { get; set; } = "{}";
}
