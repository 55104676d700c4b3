using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Web.Framework.Models;
using Nop.Web.Framework.Mvc.ModelBinding;

namespace Shop.Web.Models;

/// <summary>The search form above the list of customers.</summary>
public sealed record CustomerSearchModel : BaseSearchModel
{
    [NopResourceDisplayName("Admin.Customers.Customers.List.SearchEmail")]
    public string? SearchEmail { get; set; }

    [NopResourceDisplayName("Admin.Customers.Customers.List.SearchFirstName")]
    public string? SearchFirstName { get; set; }

    [NopResourceDisplayName("Admin.Customers.Customers.List.SearchLastName")]
    public string? SearchLastName { get; set; }

    [NopResourceDisplayName("Admin.Customers.Customers.List.CustomerRoles")]
    public IList<int> SelectedCustomerRoleIds { get; set; } = new List<int>();

    public IList<SelectListItem> AvailableCustomerRoles { get; set; } = [];
}

/// <summary>A customer, as the list and the details page show one.</summary>
public sealed record CustomerModel : BaseNopEntityModel
{
    [NopResourceDisplayName("Admin.Customers.Customers.Fields.Email")]
    public string? Email { get; set; }

    [NopResourceDisplayName("Admin.Customers.Customers.Fields.FirstName")]
    public string? FirstName { get; set; }

    [NopResourceDisplayName("Admin.Customers.Customers.Fields.LastName")]
    public string? LastName { get; set; }

    [NopResourceDisplayName("Admin.Customers.Customers.Fields.FullName")]
    public string? FullName { get; set; }

    [NopResourceDisplayName("Admin.Customers.Customers.Fields.Company")]
    public string? Company { get; set; }

    [NopResourceDisplayName("Admin.Customers.Customers.Fields.Country")]
    public string? Country { get; set; }

    [NopResourceDisplayName("Admin.Customers.Customers.Fields.CustomerRoles")]
    public IList<int> SelectedCustomerRoleIds { get; set; } = new List<int>();

    public IList<SelectListItem> AvailableCustomerRoles { get; set; } = [];

    public string? CustomerRoleNames { get; set; }

    [NopResourceDisplayName("Admin.Customers.Customers.Fields.Active")]
    public bool Active { get; set; }

    [NopResourceDisplayName("Admin.Customers.Customers.Fields.AdminComment")]
    public string? AdminComment { get; set; }

    [NopResourceDisplayName("Admin.Customers.Customers.Fields.CreatedOn")]
    public DateTime CreatedOn { get; set; }

    [NopResourceDisplayName("Admin.Customers.Customers.Fields.LastActivityDate")]
    public DateTime LastActivityDate { get; set; }

    public CustomerOrderSearchModel OrderSearch { get; set; } = new();

    public int RewardPointsBalance { get; set; }
    public IList<CustomerRewardPointsModel> RewardPoints { get; set; } = [];
}

public sealed record CustomerListModel : BasePagedListModel<CustomerModel>;

/// <summary>Reward points that a customer was given or spent.</summary>
public sealed record CustomerRewardPointsModel : BaseNopModel
{
    public int Points { get; set; }
    public string? Message { get; set; }
    public DateTime CreatedOn { get; set; }
    public DateTime? EndDate { get; set; }
}

/// <summary>Which customer's orders a grid shows.</summary>
public sealed record CustomerOrderSearchModel : BaseSearchModel
{
    public int CustomerId { get; set; }
}

/// <summary>A role in the list of customer roles.</summary>
public sealed record CustomerRoleModel : BaseNopEntityModel
{
    [NopResourceDisplayName("Admin.Customers.CustomerRoles.Fields.Name")]
    public string? Name { get; set; }

    public string? SystemName { get; set; }

    [NopResourceDisplayName("Admin.Customers.CustomerRoles.Fields.Active")]
    public bool Active { get; set; }

    public bool IsSystemRole { get; set; }
    public int Customers { get; set; }
}

public sealed record CustomerRoleSearchModel : BaseSearchModel;

public sealed record CustomerRoleListModel : BasePagedListModel<CustomerRoleModel>;
