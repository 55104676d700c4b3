using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Gdpr;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Services.Events;
using Nop.Services.Logging;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>
/// Forgets a customer whom the shop has forgotten for good. Should that fail, the customer still leaves all segments by way of the queue.
/// What it takes is only made when such an event comes: consumers are to be made without effort.
/// </summary>
public class CustomerErasureConsumer(DirtyCustomerMarker marker, PluginState state, IServiceScopeFactory scopeFactory) : IConsumer<CustomerPermanentlyDeleted>
{
    /// <inheritdoc />
    public async Task HandleEventAsync(CustomerPermanentlyDeleted eventMessage)
    {
        await marker.MarkGoneAsync(eventMessage.CustomerId);
        await OutsideTransaction.RunAsync(() => EraseAsync(eventMessage.CustomerId, eventMessage.Email));
    }

    private async Task EraseAsync(int customerId, string? email)
    {
        if (!await state.IsInstalledAsync())
            return;

        await using var scope = scopeFactory.CreateAsyncScope();
        foreach (var eraser in scope.ServiceProvider.GetServices<ICustomerEraser>())
            try
            {
                await eraser.EraseAsync(customerId, email);
            }
            catch (Exception exception)
            {
                await scope.ServiceProvider.GetRequiredService<ILogger>()
                    .ErrorAsync($"Part of what segments keep about the customer {customerId}, who was deleted for good, could not be erased.", exception);
            }
    }
}
