using System.Collections.Concurrent;
using Nop.Core.Events;

namespace Nop.Plugin.Misc.Segments.Tests.Infrastructure.Events;

/// <summary>Passes events on, and notes their names.</summary>
internal sealed class HeardEvents(IEventPublisher inner) : IEventPublisher
{
    public ConcurrentQueue<string> Names { get; } = new();

    public Task PublishAsync<TEvent>(TEvent @event)
    {
        Names.Enqueue(EventPage.NameOf(typeof(TEvent)));
        return inner.PublishAsync(@event);
    }

    public void Publish<TEvent>(TEvent @event)
    {
        Names.Enqueue(EventPage.NameOf(typeof(TEvent)));
        inner.Publish(@event);
    }
}
