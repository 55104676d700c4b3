using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Web.Framework.Models;
using Nop.Web.Framework.Mvc.ModelBinding;

namespace Shop.Web.Models;

/// <summary>The search form above the list of discounts.</summary>
public sealed record DiscountSearchModel : BaseSearchModel
{
    [NopResourceDisplayName("Admin.Promotions.Discounts.List.SearchDiscountName")]
    public string? SearchDiscountName { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Discounts.List.SearchDiscountCouponCode")]
    public string? SearchDiscountCouponCode { get; set; }
}

/// <summary>A discount on the order's total.</summary>
public sealed record DiscountModel : BaseNopEntityModel
{
    [NopResourceDisplayName("Admin.Promotions.Discounts.Fields.Name")]
    public string? Name { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Discounts.Fields.IsActive")]
    public bool IsActive { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Discounts.Fields.DiscountType")]
    public int DiscountTypeId { get; set; }

    public string? DiscountTypeName { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Discounts.Fields.UsePercentage")]
    public bool UsePercentage { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Discounts.Fields.DiscountPercentage")]
    public decimal DiscountPercentage { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Discounts.Fields.DiscountAmount")]
    public decimal DiscountAmount { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Discounts.Fields.RequiresCouponCode")]
    public bool RequiresCouponCode { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Discounts.Fields.CouponCode")]
    public string? CouponCode { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Discounts.Fields.IsCumulative")]
    public bool IsCumulative { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Discounts.Fields.StartDate")]
    [DataType(DataType.Date)]
    public DateTime? StartDateUtc { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Discounts.Fields.EndDate")]
    [DataType(DataType.Date)]
    public DateTime? EndDateUtc { get; set; }

    /// <summary>What the discount gives, as the list shows it.</summary>
    public string? Discount { get; set; }
    public int TimesUsed { get; set; }

    [NopResourceDisplayName("Admin.Promotions.Discounts.Requirements.DiscountRequirementType")]
    public string? AddDiscountRequirement { get; set; }

    public IList<SelectListItem> AvailableDiscountTypes { get; set; } = [];
    public IList<SelectListItem> AvailableDiscountRequirementRules { get; set; } = [];
}

public sealed record DiscountListModel : BasePagedListModel<DiscountModel>;

/// <summary>A requirement of a discount or a group of them, as the requirements card draws it.</summary>
public sealed record DiscountRequirementRuleModel : BaseNopModel
{
    public int DiscountRequirementId { get; set; }
    public string? RuleName { get; set; }
    public string? ConfigurationUrl { get; set; }
    public int InteractionTypeId { get; set; }
    public bool IsGroup { get; set; }
    public bool IsRootGroup { get; set; }
    public bool IsLastInGroup { get; set; }
    public IList<DiscountRequirementRuleModel> ChildRequirements { get; set; } = [];
}
