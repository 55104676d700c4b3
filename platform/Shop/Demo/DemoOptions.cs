namespace Shop.Demo;

/// <summary>How large the made-up shop is to be.</summary>
/// <param name="Customers">Registered, active customers.</param>
/// <param name="Orders">Orders of all states, those of guests included.</param>
/// <param name="Seed">The same seed, sizes and clock make the same shop.</param>
public sealed record DemoOptions(int Customers, int Orders, long Seed)
{
    /// <summary>Who buys without registering comes on top of the registered customers.</summary>
    public int Guests => Math.Min(Customers / 20, Orders / 20);

    /// <summary>Accounts that were closed or deleted come on top as well.</summary>
    public int FormerCustomers => Customers / 60;
}
