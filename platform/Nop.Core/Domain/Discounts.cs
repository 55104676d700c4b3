namespace Nop.Core.Domain.Discounts;

public partial class Discount : BaseEntity
{
    public string AdminComment { get; set; }
    public bool AppliedToSubCategories { get; set; }
    public string CouponCode { get; set; }
    public decimal DiscountAmount { get; set; }

    public DiscountLimitationType DiscountLimitation
    {
        get => (DiscountLimitationType)DiscountLimitationId;
        set => DiscountLimitationId = (int)value;
    }

    public int DiscountLimitationId { get; set; }
    public decimal DiscountPercentage { get; set; }

    public DiscountType DiscountType
    {
        get => (DiscountType)DiscountTypeId;
        set => DiscountTypeId = (int)value;
    }

    public int DiscountTypeId { get; set; }
    public DateTime? EndDateUtc { get; set; }
    public bool IsActive { get; set; }
    public bool IsCumulative { get; set; }
    public int LimitationTimes { get; set; }
    public decimal? MaximumDiscountAmount { get; set; }
    public int? MaximumDiscountedQuantity { get; set; }
    public string Name { get; set; }
    public bool RequiresCouponCode { get; set; }
    public DateTime? StartDateUtc { get; set; }
    public bool UsePercentage { get; set; }
    public int? VendorId { get; set; }
}

public partial class DiscountRequirement : BaseEntity
{
    public int DiscountId { get; set; }
    public string DiscountRequirementRuleSystemName { get; set; }

    public RequirementGroupInteractionType? InteractionType
    {
        get => (RequirementGroupInteractionType?)InteractionTypeId;
        set => InteractionTypeId = (int?)value;
    }

    public int? InteractionTypeId { get; set; }
    public bool IsGroup { get; set; }
    public int? ParentId { get; set; }
}

public partial class DiscountUsageHistory : BaseEntity
{
    public DateTime CreatedOnUtc { get; set; }
    public int DiscountId { get; set; }
    public int OrderId { get; set; }
}

public enum DiscountType
{
    AssignedToOrderTotal = 1,
    AssignedToSkus = 2,
    AssignedToCategories = 5,
    AssignedToManufacturers = 6,
    AssignedToShipping = 10,
    AssignedToOrderSubTotal = 20
}

public enum DiscountLimitationType
{
    Unlimited = 0,
    NTimesOnly = 15,
    NTimesPerCustomer = 25
}

public enum RequirementGroupInteractionType
{
    And = 0,
    Or = 2
}
