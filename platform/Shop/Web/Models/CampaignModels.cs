using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Web.Framework.Models;
using Nop.Web.Framework.Mvc.ModelBinding;

namespace Shop.Web.Models;

public sealed record CampaignSearchModel : BaseSearchModel
{
    [NopResourceDisplayName("Admin.Promotions.Campaigns.List.Stores")]
    public int StoreId { get; set; }

    public IList<SelectListItem> AvailableStores { get; set; } = [];
}

/// <summary>A campaign, its filters and the fields of its buttons.</summary>
public sealed record CampaignModel : BaseNopEntityModel
{
    [NopResourceDisplayName("Admin.Promotions.Campaigns.Fields.Name")]
    public string? Name { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Campaigns.Fields.Subject")]
    public string? Subject { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Campaigns.Fields.Body")]
    public string? Body { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Campaigns.Fields.Store")]
    public int StoreId { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Campaigns.Fields.CustomerRole")]
    public int CustomerRoleId { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Campaigns.Fields.NewsLetterSubscriptionType")]
    public int NewsLetterSubscriptionTypeId { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Campaigns.Fields.DontSendBeforeDate")]
    public DateTime? DontSendBeforeDate { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Campaigns.Fields.AllowedTokens")]
    public string? AllowedTokens { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Campaigns.Fields.TestEmail")]
    public string? TestEmail { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Campaigns.Fields.EmailAccount")]
    public int EmailAccountId { get; set; }

    public DateTime CreatedOn { get; set; }
    public string? CopyName { get; set; }
    public IList<SelectListItem> AvailableStores { get; set; } = [];
    public IList<SelectListItem> AvailableCustomerRoles { get; set; } = [];
    public IList<SelectListItem> AvailableNewsLetterSubscriptionTypes { get; set; } = [];
    public IList<SelectListItem> AvailableEmailAccounts { get; set; } = [];
}

public sealed record CampaignListModel : BasePagedListModel<CampaignModel>;

/// <summary>What the form that copies a campaign posts.</summary>
public sealed record CopyCampaignModel : BaseNopEntityModel
{
    public int OriginalCampaignId { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Campaigns.Copy.Name")]
    public string? Name { get; set; }
}

/// <summary>A row of the list of newsletter subscriptions.</summary>
public sealed record NewsLetterSubscriptionModel : BaseNopEntityModel
{
    public string? Email { get; set; }
    public bool Active { get; set; }
    public string? StoreName { get; set; }
    public string? SubscriptionTypeName { get; set; }
    public DateTime CreatedOn { get; set; }
}

public sealed record NewsLetterSubscriptionSearchModel : BaseSearchModel
{
    [NopResourceDisplayName("Admin.Promotions.NewsLetterSubscriptions.List.SearchEmail")]
    public string? SearchEmail { get; set; }
}

public sealed record NewsLetterSubscriptionListModel : BasePagedListModel<NewsLetterSubscriptionModel>;
