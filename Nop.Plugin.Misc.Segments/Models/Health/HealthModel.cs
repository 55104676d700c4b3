using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models.Health;

/// <summary>The health page; all texts are ready to be read.</summary>
public record HealthModel : BaseNopModel
{
    /// <summary>How all is: an icon, a headline and a sentence.</summary>
    public HealthSummaryModel Summary { get; set; } = new();

    /// <summary>What was found, the worst first.</summary>
    public IReadOnlyList<HealthFindingModel> Findings { get; set; } = [];

    /// <summary>How many changes of the shop wait to be looked at.</summary>
    public string QueueWaiting { get; set; } = string.Empty;

    /// <summary>For how long the oldest has waited; a dash when none has.</summary>
    public string QueueOldest { get; set; } = string.Empty;

    /// <summary>How many customers are set aside.</summary>
    public int SetAside { get; set; }

    /// <summary>The schedule task.</summary>
    public HealthTaskModel Task { get; set; } = new();

    /// <summary>The grid of customers who are set aside.</summary>
    public SetAsideSearchModel SetAsideSearch { get; set; } = new();

    /// <summary>The grid of refreshes.</summary>
    public RefreshSearchModel RefreshSearch { get; set; } = new();

    /// <summary>Whether there was ever a refresh.</summary>
    public bool HasRefreshes { get; set; }

    /// <summary>Whether the visitor may do something about it.</summary>
    public bool CanManage { get; set; }
}
