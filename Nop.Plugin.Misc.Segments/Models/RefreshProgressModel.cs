using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>How far a refresh is that waits or goes on; all texts are ready to be read.</summary>
public record RefreshProgressModel : BaseNopModel
{
    /// <summary>Of 100.</summary>
    public int Percent { get; set; }

    /// <summary>The same with its sign; empty while it waits.</summary>
    public string PercentText { get; set; } = string.Empty;

    /// <summary>How many customers were looked at, or that it waits.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>How many entered and left so far; empty while it waits.</summary>
    public string Moved { get; set; } = string.Empty;

    /// <summary>For how long it has been at work; empty while it waits.</summary>
    public string Time { get; set; } = string.Empty;

    /// <summary>Who started it, and why.</summary>
    public string By { get; set; } = string.Empty;

    /// <summary>That it does not go on, and when it will; empty when it does.</summary>
    public string Interruption { get; set; } = string.Empty;
}
