using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Gdpr;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Services.Events;
using Nop.Services.Logging;

namespace Nop.Plugin.Misc.Segments.Audiences.Lists;

/// <summary>Strikes the address of a customer whom the shop has forgotten for good from all imported lists.</summary>
public sealed class ListErasureConsumer(PluginState state, IServiceScopeFactory scopeFactory) : IConsumer<CustomerPermanentlyDeleted>
{
    /// <inheritdoc />
    public Task HandleEventAsync(CustomerPermanentlyDeleted eventMessage) =>
        OutsideTransaction.RunAsync(() => EraseAsync(eventMessage.CustomerId, eventMessage.Email));

    private async Task EraseAsync(int customerId, string? email)
    {
        if (string.IsNullOrEmpty(email) || !await state.IsInstalledAsync())
            return;

        await using var scope = scopeFactory.CreateAsyncScope();
        try
        {
            var address = email.ToLowerInvariant();
            await scope.ServiceProvider.GetRequiredService<IRepository<CustomerListEntry>>().DeleteAsync(entry => entry.Email == address);
        }
        catch (Exception exception)
        {
            await scope.ServiceProvider.GetRequiredService<ILogger>()
                .ErrorAsync($"The customer {customerId}, who was deleted for good, could not be struck from the lists of e-mail addresses.", exception);
        }
    }
}
