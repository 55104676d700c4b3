using Nop.Core.Domain.Customers;
using Nop.Services.Common;

namespace Shop.Web;

/// <summary>The coupon codes that a customer has typed in for the cart.</summary>
public sealed class CouponCodes(IGenericAttributeService attributes)
{
    private const string KEY = "DiscountCouponCode";
    private const int MOST = 10;

    public async Task<string[]> GetAsync(Customer customer)
    {
        var stored = await attributes.GetAttributeAsync<string>(customer, KEY);
        return (stored ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    public async Task AddAsync(Customer customer, string code)
    {
        var codes = (await GetAsync(customer)).Append(code.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).TakeLast(MOST);
        await attributes.SaveAttributeAsync(customer, KEY, string.Join('\n', codes));
    }

    public async Task RemoveAsync(Customer customer, string code)
    {
        var codes = (await GetAsync(customer)).Where(c => !c.Equals(code.Trim(), StringComparison.OrdinalIgnoreCase));
        await attributes.SaveAttributeAsync(customer, KEY, string.Join('\n', codes));
    }

    public Task ClearAsync(Customer customer)
    {
        return attributes.SaveAttributeAsync(customer, KEY, string.Empty);
    }
}
