namespace Shop.Infrastructure;

/// <summary>Asks the program to build the shop anew, which is what a restart is here: the process stays.</summary>
public sealed class ShopRestart
{
    private Action? _stop;

    /// <summary>Whether the shop stops in order to start again.</summary>
    public bool Requested { get; private set; }

    /// <summary>Lets the requests that are being answered end, then starts the shop again.</summary>
    public void Request()
    {
        Requested = true;
        _stop?.Invoke();
    }

    internal void Use(Action stop)
    {
        _stop = stop;
    }
}
