using Nop.Core;
using Nop.Core.Caching;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Services.Customers;
using Nop.Services.Discounts;
using Nop.Services.Localization;

namespace Shop.Services.Discounts;

/// <summary>Keeps discounts and says whether one is for a customer. What rules answer is not remembered: they are asked again and again.</summary>
internal sealed class DiscountService(IRepository<Discount> discounts, IRepository<DiscountRequirement> requirements, IRepository<DiscountUsageHistory> usages,
    IRepository<Order> orders, ICustomerService customers, IDiscountPluginManager plugins, IStoreContext stores, ILocalizationService texts,
    IStaticCacheManager cache, TimeProvider clock) : IDiscountService
{
    private static readonly CacheKey RequirementsKey = new("Nop.discountrequirement.bydiscount.{0}");

    public async Task DeleteDiscountAsync(Discount discount)
    {
        // In bulk, as in nopCommerce: whoever hears of it cannot use the database.
        var own = await requirements.GetAllAsync(query => query.Where(r => r.DiscountId == discount.Id).OrderByDescending(r => r.ParentId != null)
            .ThenBy(r => r.Id));
        await requirements.DeleteAsync(own);
        await discounts.DeleteAsync(discount);
    }

    public async Task DeleteDiscountRequirementAsync(DiscountRequirement discountRequirement, bool recursively)
    {
        if (recursively)
            foreach (var child in await ChildrenAsync(discountRequirement.Id))
                await DeleteDiscountRequirementAsync(child, true);
        await requirements.DeleteAsync(discountRequirement);
    }

    public async Task<IList<DiscountRequirement>> GetAllDiscountRequirementsAsync(int discountId = 0, bool topLevelOnly = false)
    {
        return await requirements.GetAllAsync(query => query
            .Where(r => (discountId == 0 || r.DiscountId == discountId) && (!topLevelOnly || r.ParentId == null)).OrderBy(r => r.Id));
    }

    public async Task<IList<Discount>> GetAllDiscountsAsync(DiscountType? discountType = null, string? couponCode = null, string? discountName = null,
        bool showHidden = false, DateTime? startDateUtc = null, DateTime? endDateUtc = null, bool? isActive = true, int vendorId = 0)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var type = (int?)discountType;
        return await discounts.GetAllAsync(query => query
            .Where(d => (showHidden || ((d.StartDateUtc == null || d.StartDateUtc <= now) && (d.EndDateUtc == null || d.EndDateUtc >= now)))
                && (isActive == null || d.IsActive == isActive) && (type == null || d.DiscountTypeId == type))
            .Where(d => string.IsNullOrEmpty(couponCode) || d.CouponCode == couponCode)
            .Where(d => string.IsNullOrEmpty(discountName) || d.Name.Contains(discountName))
            .Where(d => (startDateUtc == null || d.StartDateUtc == null || d.StartDateUtc >= startDateUtc)
                && (endDateUtc == null || d.EndDateUtc == null || d.EndDateUtc <= endDateUtc))
            .OrderBy(d => d.Name).ThenBy(d => d.Id));
    }

    public Task<Discount> GetDiscountByIdAsync(int discountId)
    {
        return discounts.GetByIdAsync(discountId, _ => default!);
    }

    public Task<DiscountRequirement> GetDiscountRequirementByIdAsync(int discountRequirementId)
    {
        return requirements.GetByIdAsync(discountRequirementId, _ => default!);
    }

    public Task InsertDiscountAsync(Discount discount)
    {
        return discounts.InsertAsync(discount);
    }

    public Task InsertDiscountRequirementAsync(DiscountRequirement discountRequirement)
    {
        return requirements.InsertAsync(discountRequirement);
    }

    public Task UpdateDiscountAsync(Discount discount)
    {
        return discounts.UpdateAsync(discount);
    }

    public Task UpdateDiscountRequirementAsync(DiscountRequirement discountRequirement)
    {
        return requirements.UpdateAsync(discountRequirement);
    }

    public async Task<DiscountValidationResult> ValidateDiscountAsync(Discount discount, Customer customer, string[] couponCodesToValidate)
    {
        var result = new DiscountValidationResult();
        if (!discount.IsActive)
            return result;
        if (discount.RequiresCouponCode && (string.IsNullOrEmpty(discount.CouponCode)
            || couponCodesToValidate?.Contains(discount.CouponCode, StringComparer.OrdinalIgnoreCase) != true))
            return result;

        var now = clock.GetUtcNow().UtcDateTime;
        if (discount.StartDateUtc > now)
            return await RefuseAsync(result, "ShoppingCart.Discount.NotStartedYet");
        if (discount.EndDateUtc < now)
            return await RefuseAsync(result, "ShoppingCart.Discount.Expired");
        if (!await IsLeftAsync(discount, customer))
            return await RefuseAsync(result, "ShoppingCart.Discount.CannotBeUsedAnymore");

        var all = await cache.GetAsync(cache.PrepareKeyForDefaultCache(RequirementsKey, discount.Id), async () =>
            await requirements.Table.Where(r => r.DiscountId == discount.Id).OrderBy(r => r.Id).ToListAsync());
        var top = all.FirstOrDefault(r => r.ParentId is null);
        if (top is null || (top.IsGroup && all.All(r => r.ParentId != top.Id)) || top.InteractionType is null)
        {
            result.IsValid = true;
            return result;
        }

        result.IsValid = await HoldsAsync(all.Where(r => r.ParentId == top.Id).ToList(), top.InteractionType.Value, customer, result);
        return result;
    }

    private async Task<bool> HoldsAsync(List<DiscountRequirement> rules, RequirementGroupInteractionType interaction, Customer customer,
        DiscountValidationResult result)
    {
        var holds = false;
        foreach (var rule in rules)
        {
            if (rule.IsGroup)
            {
                // As in nopCommerce 4.90, only the top group's own children are handed down, among which a nested group's are not.
                holds = rule.InteractionType is { } inner && await HoldsAsync([.. rules.Where(r => r.ParentId == rule.Id)], inner, customer, result);
            }
            else
            {
                var store = await stores.GetCurrentStoreAsync();
                var plugin = await plugins.LoadPluginBySystemNameAsync(rule.DiscountRequirementRuleSystemName, customer, store?.Id ?? 0);
                // A rule whose plugin is gone says nothing; what the one before it said stays.
                if (plugin is null)
                    continue;
                var answer = await plugin.CheckRequirementAsync(new DiscountRequirementValidationRequest
                {
                    DiscountRequirementId = rule.Id,
                    Customer = customer,
                    Store = store
                });
                if (!answer.IsValid)
                    result.Errors.Add(string.IsNullOrEmpty(answer.UserError) ? await texts.GetResourceAsync("ShoppingCart.Discount.CannotBeUsed")
                        : answer.UserError);
                holds = answer.IsValid;
            }

            if (holds == (interaction == RequirementGroupInteractionType.Or))
                return holds;
        }

        return holds;
    }

    private async Task<bool> IsLeftAsync(Discount discount, Customer customer)
    {
        switch (discount.DiscountLimitation)
        {
            case DiscountLimitationType.NTimesOnly:
                return await Used().CountAsync() < discount.LimitationTimes;
            case DiscountLimitationType.NTimesPerCustomer when await customers.IsRegisteredAsync(customer):
                return await (from usage in Used()
                              join order in orders.Table on usage.OrderId equals order.Id
                              where order.CustomerId == customer.Id && !order.Deleted
                              select usage.Id).CountAsync() < discount.LimitationTimes;
            default:
                return true;
        }

        IQueryable<DiscountUsageHistory> Used() => usages.Table.Where(u => u.DiscountId == discount.Id);
    }

    private async Task<DiscountValidationResult> RefuseAsync(DiscountValidationResult result, string key)
    {
        result.Errors.Add(await texts.GetResourceAsync(key));
        return result;
    }

    private async Task<IList<DiscountRequirement>> ChildrenAsync(int parentId)
    {
        return await requirements.Table.Where(r => r.ParentId == parentId).ToListAsync();
    }
}
