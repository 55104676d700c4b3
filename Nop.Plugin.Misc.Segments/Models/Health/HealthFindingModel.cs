using Nop.Plugin.Misc.Segments.Health;
using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models.Health;

/// <summary>One finding.</summary>
public record HealthFindingModel : BaseNopModel
{
    /// <summary>The classes of the icon.</summary>
    public string Icon { get; set; } = string.Empty;

    /// <summary>The class that colours it.</summary>
    public string Look { get; set; } = string.Empty;

    /// <summary>How much it matters, in a word.</summary>
    public string Severity { get; set; } = string.Empty;

    /// <summary>What is the matter.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>What to do; empty when the text says it.</summary>
    public string WhatToDo { get; set; } = string.Empty;

    /// <summary>Where.</summary>
    public IReadOnlyList<HealthLink> Links { get; set; } = [];
}
