using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models.Explanation;

/// <summary>The segments that a customer is nearly in.</summary>
public record NearlyModel : BaseNopModel
{
    /// <summary>The segments, the nearest first.</summary>
    public IReadOnlyList<NearSegmentModel> Segments { get; set; } = [];

    /// <summary>That not all segments were looked at; empty when they were.</summary>
    public string Note { get; set; } = string.Empty;
}

/// <summary>A segment that a customer is nearly in.</summary>
public record NearSegmentModel : BaseNopEntityModel
{
    /// <summary>The segment's name.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>What is missing.</summary>
    public IReadOnlyList<MissingConditionModel> Missing { get; set; } = [];
}

/// <summary>A condition that is missing.</summary>
public record MissingConditionModel : BaseNopModel
{
    /// <summary>What it asks for, as it is said of customers.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>What is compared.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>What there is.</summary>
    public string Actual { get; set; } = string.Empty;

    /// <summary>What is asked for, or may not be, with the words around it.</summary>
    public string Asked { get; set; } = string.Empty;

    /// <summary>How much more is needed; empty where that is no matter of more.</summary>
    public string More { get; set; } = string.Empty;
}
