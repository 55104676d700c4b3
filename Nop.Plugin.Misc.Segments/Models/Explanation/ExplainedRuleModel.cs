using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models.Explanation;

/// <summary>A rule with its outcome.</summary>
public record ExplainedRuleModel : BaseNopModel
{
    /// <summary>What it asks for.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>Whether it holds.</summary>
    public bool IsMet { get; set; }

    /// <summary>Whether that speaks for the customer.</summary>
    public bool IsAsItShouldBe { get; set; }

    /// <summary>What is compared; empty for a group.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>What there is; empty for a group.</summary>
    public string Actual { get; set; } = string.Empty;

    /// <summary>What is asked for, with the words around it; empty for a group.</summary>
    public string Asked { get; set; } = string.Empty;

    /// <summary>The rules of a group.</summary>
    public IReadOnlyList<ExplainedRuleModel> Rules { get; set; } = [];
}
