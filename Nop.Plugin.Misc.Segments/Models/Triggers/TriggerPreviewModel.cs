using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models.Triggers;

/// <summary>What a trigger would do, as its form stands.</summary>
public record TriggerPreviewModel : BaseNopModel
{
    /// <summary>The sentences.</summary>
    public IReadOnlyList<string> Lines { get; set; } = [];

    /// <summary>What to think of before; empty for nothing.</summary>
    public string Warning { get; set; } = string.Empty;
}

/// <summary>How a test went.</summary>
/// <param name="Done">Whether it worked.</param>
/// <param name="Text">What to say of it.</param>
public sealed record TriggerTestModel(bool Done, string Text);
