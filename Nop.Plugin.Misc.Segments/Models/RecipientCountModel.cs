using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>The answer to "how many will get it".</summary>
public record RecipientCountModel : BaseNopModel
{
    /// <summary>The answer as a sentence.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>Whether something has to be seen to before the campaign can be sent.</summary>
    public bool Warning { get; set; }
}
