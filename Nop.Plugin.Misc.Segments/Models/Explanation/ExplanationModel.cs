using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models.Explanation;

/// <summary>Why a customer is in a segment, or is not. All texts are ready to be read, and not encoded yet.</summary>
public record ExplanationModel : BaseNopModel
{
    /// <summary>Whether the customer matches the rules and is one whom the segment could mean.</summary>
    public bool Matches { get; set; }

    /// <summary>The answer as a sentence.</summary>
    public string Answer { get; set; } = string.Empty;

    /// <summary>Why the segment could not mean the customer at all; empty when it could.</summary>
    public string Standing { get; set; } = string.Empty;

    /// <summary>What the stored membership says.</summary>
    public string Membership { get; set; } = string.Empty;

    /// <summary>What to know about the answer, such as that the stored membership says otherwise; empty for nothing.</summary>
    public string Note { get; set; } = string.Empty;

    /// <summary>The rules; null where they cannot be read.</summary>
    public ExplainedRuleModel? Rules { get; set; }
}
