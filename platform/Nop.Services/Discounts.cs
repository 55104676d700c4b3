using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;

namespace Nop.Services.Discounts;

public partial interface IDiscountService
{
    Task DeleteDiscountAsync(Discount discount);
    Task DeleteDiscountRequirementAsync(DiscountRequirement discountRequirement, bool recursively);
    Task<IList<DiscountRequirement>> GetAllDiscountRequirementsAsync(int discountId = 0, bool topLevelOnly = false);
    Task<IList<Discount>> GetAllDiscountsAsync(DiscountType? discountType = null, string couponCode = null, string discountName = null, bool showHidden = false, DateTime? startDateUtc = null, DateTime? endDateUtc = null, bool? isActive = true, int vendorId = 0);
    Task<Discount> GetDiscountByIdAsync(int discountId);
    Task<DiscountRequirement> GetDiscountRequirementByIdAsync(int discountRequirementId);
    Task InsertDiscountAsync(Discount discount);
    Task InsertDiscountRequirementAsync(DiscountRequirement discountRequirement);
    Task UpdateDiscountAsync(Discount discount);
    Task UpdateDiscountRequirementAsync(DiscountRequirement discountRequirement);
    Task<DiscountValidationResult> ValidateDiscountAsync(Discount discount, Customer customer, string[] couponCodesToValidate);
}

public partial interface IDiscountPluginManager : IPluginManager<IDiscountRequirementRule>;
