namespace Shop.Demo;

/// <summary>What will happen to one customer: when they come, how often and when they buy.</summary>
internal sealed class CustomerPlan
{
    public required CustomerKind Kind { get; init; }
    public required People People { get; init; }

    /// <summary>How often this one buys beside others of any kind.</summary>
    public double Weight { get; init; }

    /// <summary>Whether the account was closed or deleted since.</summary>
    public bool IsFormer { get; init; }

    public int OrderCount { get; set; }
    public DateTime RegisteredUtc { get; set; }
    public DateTime[] OrderTimesUtc { get; set; } = [];

    /// <summary>The department this customer mostly buys from.</summary>
    public int Favourite { get; init; }

    public int CustomerId { get; set; }
    public int AddressId { get; set; }
}
