using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Discounts;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Audiences.Discounts;
using Nop.Plugin.Misc.Segments.Factories;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences;

[TestFixture]
[Category("Audiences")]
public class ProductPriceCacheWarningTests
{
    private AudienceShop _shop = null!;

    [SetUp]
    public async Task Open() => _shop = await AudienceShop.CreateAsync();

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [TestCase(DiscountType.AssignedToSkus, true)]
    [TestCase(DiscountType.AssignedToCategories, true)]
    [TestCase(DiscountType.AssignedToManufacturers, true)]
    [TestCase(DiscountType.AssignedToOrderTotal, false)]
    [TestCase(DiscountType.AssignedToOrderSubTotal, false)]
    [TestCase(DiscountType.AssignedToShipping, false)]
    public async Task Only_prices_of_products_come_out_of_the_cache(DiscountType type, bool warns)
    {
        var discount = await AddDiscountAsync(type, active: true);

        Assert.That(await WarnAsync(cached: true), warns ? Is.Not.Null : Is.Null);
        Assert.That(await WarnAsync(cached: true, discount), warns ? Is.Not.Null : Is.Null);
        Assert.That(await WarnAsync(cached: false), Is.Null);
        Assert.That(await WarnAsync(cached: false, discount), Is.Null);
    }

    [Test]
    public async Task Other_discounts_and_those_that_are_switched_off_do_not_matter()
    {
        await AddDiscountAsync(DiscountType.AssignedToSkus, active: false);
        await _shop.AddAsync(new Discount { Name = "For everybody", IsActive = true, DiscountType = DiscountType.AssignedToSkus });

        Assert.That(await WarnAsync(cached: true), Is.Null);
    }

    private async Task<Discount> AddDiscountAsync(DiscountType type, bool active)
    {
        var discount = await _shop.AddAsync(new Discount { Name = "Ten percent", IsActive = active, DiscountType = type });
        await _shop.AddAsync(new DiscountRequirement { DiscountId = discount.Id, DiscountRequirementRuleSystemName = SegmentsDefaults.SystemName });
        return discount;
    }

    private Task<string?> WarnAsync(bool cached, Discount? discount = null) => _shop.InRequestAsync<IServiceProvider, string?>(services =>
    {
        var warning = new ProductPriceCacheWarning(
            new CatalogSettings { CacheProductPrices = cached },
            services.GetRequiredService<IRepository<Discount>>(),
            services.GetRequiredService<IRepository<DiscountRequirement>>(),
            services.GetRequiredService<DisplayFormats>());
        return discount is null ? warning.GetTextAsync() : warning.GetTextAsync(discount);
    });
}
