using Nop.Web.Framework.Models;
using Nop.Web.Framework.Mvc.ModelBinding;

namespace Shop.Web.Models;

/// <summary>Numbers at the top of the dashboard.</summary>
public sealed record DashboardModel : BaseNopModel
{
    public bool ShowOrders { get; set; }
    public bool ShowCustomers { get; set; }
    public int Orders { get; set; }
    public int Customers { get; set; }
    public int PendingOrders { get; set; }
    public string? Sales { get; set; }
    public OrderSearchModel LatestOrders { get; set; } = new();
}

public sealed record ProductModel : BaseNopEntityModel
{
    public string? Name { get; set; }
    public string? Sku { get; set; }
    public string? Categories { get; set; }
    public string? Price { get; set; }
    public bool Published { get; set; }
}

public sealed record ProductSearchModel : BaseSearchModel
{
    [NopResourceDisplayName("Admin.Catalog.Products.List.SearchProductName")]
    public string? SearchProductName { get; set; }
}

public sealed record ProductListModel : BasePagedListModel<ProductModel>;

public sealed record LogModel : BaseNopEntityModel
{
    public string? LogLevel { get; set; }
    public string? ShortMessage { get; set; }
    public string? FullMessage { get; set; }
    public string? PageUrl { get; set; }
    public DateTime CreatedOn { get; set; }
}

public sealed record LogSearchModel : BaseSearchModel
{
    [NopResourceDisplayName("Admin.System.Log.List.Message")]
    public string? Message { get; set; }
}

public sealed record LogListModel : BasePagedListModel<LogModel>;

public sealed record QueuedEmailModel : BaseNopEntityModel
{
    public string? From { get; set; }
    public string? To { get; set; }
    public string? Subject { get; set; }
    public string? Body { get; set; }
    public string? Priority { get; set; }
    public int SentTries { get; set; }
    public DateTime CreatedOn { get; set; }
    public DateTime? SentOn { get; set; }
}

public sealed record QueuedEmailSearchModel : BaseSearchModel
{
    [NopResourceDisplayName("Admin.System.QueuedEmails.List.ToEmail")]
    public string? SearchToEmail { get; set; }
}

public sealed record QueuedEmailListModel : BasePagedListModel<QueuedEmailModel>;

public sealed record ScheduleTaskModel : BaseNopEntityModel
{
    public string? Name { get; set; }
    public int Seconds { get; set; }
    public bool Enabled { get; set; }
    public bool StopOnError { get; set; }
    public string? LastStart { get; set; }
    public string? LastEnd { get; set; }
    public string? LastSuccess { get; set; }
}

public sealed record ScheduleTaskSearchModel : BaseSearchModel;

public sealed record ScheduleTaskListModel : BasePagedListModel<ScheduleTaskModel>;

public sealed record PluginModel : BaseNopModel
{
    public string? Group { get; set; }
    public string? FriendlyName { get; set; }
    public string? SystemName { get; set; }
    public string? Version { get; set; }
    public string? Author { get; set; }
    public string? Description { get; set; }
    public string? LogoUrl { get; set; }
    public string? ConfigurationUrl { get; set; }
    public bool Installed { get; set; }
    public bool IsQueuedForInstall { get; set; }
    public bool IsQueuedForUninstall { get; set; }
}
