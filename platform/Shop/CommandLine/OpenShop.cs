namespace Shop.CommandLine;

/// <summary>A shop that is open for work without a web server: its services in a scope of their own, until it is disposed of.</summary>
public sealed class OpenShop(IServiceProvider services, Func<ValueTask> close) : IAsyncDisposable
{
    public IServiceProvider Services => services;

    public ValueTask DisposeAsync()
    {
        return close();
    }
}
