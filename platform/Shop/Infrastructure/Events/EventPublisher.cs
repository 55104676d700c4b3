using Nop.Core;
using Nop.Core.Caching;
using Nop.Core.Events;
using Nop.Services.Events;
using Nop.Services.Logging;

namespace Shop.Infrastructure.Events;

/// <summary>
/// Calls the consumers one after another within the publisher's call. What one throws is logged and stays unknown to the publisher;
/// what goes wrong while they are made is not caught.
/// </summary>
internal sealed class EventPublisher(RequestServices services, IStaticCacheManager cache) : IEventPublisher
{
    public async Task PublishAsync<TEvent>(TEvent @event)
    {
        await ForgetAsync(typeof(TEvent));
        foreach (var consumer in services.Current.GetServices<IConsumer<TEvent>>().ToList())
            try
            {
                await consumer.HandleEventAsync(@event);
            }
            catch (Exception exception)
            {
                await LogAsync(exception);
            }
    }

    public void Publish<TEvent>(TEvent @event)
    {
        PublishAsync(@event).Wait();
    }

    // The shop's own entities leave the cache when they change. A plugin's do not unless it sees to it.
    private async Task ForgetAsync(Type @event)
    {
        if (!@event.IsGenericType || @event.Assembly != typeof(BaseEntity).Assembly)
            return;
        var entity = @event.GetGenericArguments()[0];
        if (entity.Assembly == typeof(BaseEntity).Assembly)
            await cache.RemoveByPrefixAsync($"Nop.{entity.Name.ToLowerInvariant()}.");
    }

    private async Task LogAsync(Exception exception)
    {
        try
        {
            if (services.Current.GetService<Nop.Services.Logging.ILogger>() is { } log)
                await log.ErrorAsync(exception.Message, exception);
        }
        catch
        {
            // In a complete transaction scope not even the log can be written.
        }
    }
}
