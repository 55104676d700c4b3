using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>Erases which campaigns went to a customer.</summary>
public sealed class DeliveryEraser(IRepository<CampaignDelivery> deliveries) : ICustomerEraser
{
    /// <inheritdoc />
    public async Task EraseAsync(int customerId, string? email)
    {
        var address = email?.ToLowerInvariant() ?? string.Empty;
        await deliveries.DeleteAsync(row => row.CustomerId == customerId || row.Email == address);
    }
}
