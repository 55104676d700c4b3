using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Gdpr;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Services.Events;
using Nop.Services.Logging;

namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>Forgets which campaigns went to a customer whom the shop has forgotten for good.</summary>
public sealed class DeliveryErasureConsumer(PluginState state, IServiceScopeFactory scopeFactory) : IConsumer<CustomerPermanentlyDeleted>
{
    /// <inheritdoc />
    public Task HandleEventAsync(CustomerPermanentlyDeleted eventMessage) =>
        OutsideTransaction.RunAsync(() => EraseAsync(eventMessage.CustomerId, eventMessage.Email));

    private async Task EraseAsync(int customerId, string? email)
    {
        if (!await state.IsInstalledAsync())
            return;

        await using var scope = scopeFactory.CreateAsyncScope();
        try
        {
            var address = email?.ToLowerInvariant() ?? string.Empty;
            await scope.ServiceProvider.GetRequiredService<IRepository<CampaignDelivery>>()
                .DeleteAsync(row => row.CustomerId == customerId || row.Email == address);
        }
        catch (Exception exception)
        {
            await scope.ServiceProvider.GetRequiredService<ILogger>()
                .ErrorAsync($"Which campaigns went to the customer {customerId}, who was deleted for good, could not be erased.", exception);
        }
    }
}
