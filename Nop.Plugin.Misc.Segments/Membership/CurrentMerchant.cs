using Microsoft.AspNetCore.Http;
using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Who asks.</summary>
public class CurrentMerchant(IHttpContextAccessor httpContextAccessor, IWorkContext workContext)
{
    /// <summary>The id of the customer who made the request; 0 without a request.</summary>
    public async Task<int> GetIdAsync() => httpContextAccessor.HttpContext is null ? 0 : (await workContext.GetCurrentCustomerAsync())?.Id ?? 0;
}
