using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Infrastructure.Installation;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>Sees to what the shop does to the plugin only after it was installed: the names of its permissions.</summary>
public class AppStartedConsumer(PluginState state, LocaleInstaller locales) : IConsumer<AppStartedEvent>
{
    /// <inheritdoc />
    public async Task HandleEventAsync(AppStartedEvent eventMessage)
    {
        if (await state.IsInstalledAsync())
            await locales.TranslatePermissionsAsync();
    }
}
