using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Nop.Plugin.Misc.Segments;
using Nop.Services.Events;

namespace Segments.Benchmarks.Scale.Measurements;

/// <summary>The times of the plugin's consumers, which are what the plugin adds to a visitor's request.</summary>
internal sealed class ConsumerTimes
{
    private readonly List<double> _calls = [];

    /// <summary>Adds one call.</summary>
    public void Add(TimeSpan time)
    {
        lock (_calls)
            _calls.Add(time.TotalMilliseconds);
    }

    /// <summary>The milliseconds of all calls since the last time that they were taken.</summary>
    public IReadOnlyList<double> Take()
    {
        lock (_calls)
        {
            var taken = _calls.ToList();
            _calls.Clear();
            return taken;
        }
    }
}

/// <summary>A consumer of the plugin, whose calls are timed.</summary>
internal sealed class TimedConsumer<T>(IConsumer<T> consumer, ConsumerTimes times) : IConsumer<T>
{
    /// <inheritdoc />
    public async Task HandleEventAsync(T eventMessage)
    {
        var start = Stopwatch.GetTimestamp();
        await consumer.HandleEventAsync(eventMessage);
        times.Add(Stopwatch.GetElapsedTime(start));
    }
}

/// <summary>Puts the timed consumers in the place of the plugin's own.</summary>
internal static class TimedConsumers
{
    /// <summary>Replaces all of them.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ConsumerTimes>();
        foreach (var own in services.Where(IsOwn).ToList())
        {
            var (consumer, timed) = (own.ImplementationType!, typeof(TimedConsumer<>).MakeGenericType(own.ServiceType.GetGenericArguments()));
            services.Remove(own);
            services.AddScoped(own.ServiceType, provider => ActivatorUtilities.CreateInstance(provider, timed, ActivatorUtilities.CreateInstance(provider, consumer)));
        }
    }

    private static bool IsOwn(ServiceDescriptor service) =>
        service.ServiceType.IsGenericType && service.ServiceType.GetGenericTypeDefinition() == typeof(IConsumer<>)
        && service.ImplementationType?.Assembly == typeof(SegmentsPlugin).Assembly;
}
