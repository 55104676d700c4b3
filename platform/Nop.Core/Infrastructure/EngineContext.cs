using Microsoft.Extensions.DependencyInjection;

namespace Nop.Core.Infrastructure;

/// <summary>The way to a service where nothing can be injected: attributes and models.</summary>
public partial interface IEngine
{
    T Resolve<T>(IServiceScope scope = null) where T : class;
    object Resolve(Type type, IServiceScope scope = null);
    object ResolveUnregistered(Type type);
}

public partial class EngineContext
{
    private static IEngine _current;

    /// <summary>The engine of the running shop; null before it has started.</summary>
    public static IEngine Current => _current;

    public static void Replace(IEngine engine)
    {
        _current = engine;
    }
}
