using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>How far a sending is.</summary>
public record SendingModel : BaseNopModel
{
    /// <summary>Its number; 0 when the campaign was never sent.</summary>
    public int Number { get; set; }

    /// <summary>How many got it.</summary>
    public int Sent { get; set; }

    /// <summary>How many are to get it.</summary>
    public int Total { get; set; }

    /// <summary>Whether it is over.</summary>
    public bool Finished { get; set; }

    /// <summary>Where the next page begins.</summary>
    public int After { get; set; }

    /// <summary>All that as a sentence.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>What keeps it from going on; empty when nothing does.</summary>
    public string Error { get; set; } = string.Empty;
}
