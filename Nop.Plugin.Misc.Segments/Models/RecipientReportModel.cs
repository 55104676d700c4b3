using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>The answer to "how many will get it".</summary>
public record RecipientReportModel : BaseNopModel
{
    /// <summary>The answer as a sentence.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>Whether something has to be seen to before the campaign can be sent.</summary>
    public bool Warning { get; set; }

    /// <summary>How many get it.</summary>
    public int Recipients { get; set; }

    /// <summary>The question before sending.</summary>
    public string Question { get; set; } = string.Empty;

    /// <summary>How many members there are, as a sentence; empty when it goes to everybody, or to all of them.</summary>
    public string Members { get; set; } = string.Empty;

    /// <summary>Why members do not get it, each reason as a sentence with its number.</summary>
    public List<string> Reasons { get; set; } = [];
}
