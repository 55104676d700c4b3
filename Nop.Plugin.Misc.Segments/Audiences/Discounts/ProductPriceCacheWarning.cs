using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Discounts;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Factories;

namespace Nop.Plugin.Misc.Segments.Audiences.Discounts;

/// <summary>
/// Warns of a shop that caches product prices, for all customers of the same roles together, while discounts on products are meant for segments: one
/// customer's price would be shown to another.
/// </summary>
public sealed class ProductPriceCacheWarning(
    CatalogSettings catalogSettings,
    IRepository<Discount> discounts,
    IRepository<DiscountRequirement> requirements,
    DisplayFormats formats)
{
    // Discounts on orders and on shipping are worked out from the cart, and never come out of that cache.
    private static readonly List<int> ProductTypes =
        [(int)DiscountType.AssignedToSkus, (int)DiscountType.AssignedToCategories, (int)DiscountType.AssignedToManufacturers];

    /// <summary>What is wrong and what to do; null when nothing is.</summary>
    public async Task<string?> GetTextAsync()
    {
        if (!catalogSettings.CacheProductPrices)
            return null;

        var ours = requirements.Table.Where(r => r.DiscountRequirementRuleSystemName == SegmentsDefaults.SystemName).Select(r => r.DiscountId);
        var names = await discounts.Table
            .Where(d => d.IsActive && ProductTypes.Contains(d.DiscountTypeId) && ours.Contains(d.Id))
            .OrderBy(d => d.Name)
            .Select(d => d.Name)
            .ToListAsync();
        return names.Count == 0
            ? null
            : await formats.FormatAsync("Plugins.Misc.Segments.Requirement.PriceCache.Health", string.Join(", ", names));
    }

    /// <summary>What is wrong with one discount that is limited to segments, and what to do; null when nothing is.</summary>
    public async Task<string?> GetTextAsync(Discount discount)
    {
        ArgumentNullException.ThrowIfNull(discount);
        return catalogSettings.CacheProductPrices && ProductTypes.Contains(discount.DiscountTypeId)
            ? await formats.TextAsync("Plugins.Misc.Segments.Requirement.PriceCache")
            : null;
    }
}
