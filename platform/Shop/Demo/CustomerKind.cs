namespace Shop.Demo;

/// <summary>How a made-up customer behaves.</summary>
internal enum CustomerKind
{
    /// <summary>Registered and never bought.</summary>
    Browser,

    /// <summary>Bought once.</summary>
    OneTime,

    /// <summary>Registered in the last weeks and bought once or twice.</summary>
    Newcomer,

    /// <summary>Comes back now and then.</summary>
    Occasional,

    /// <summary>Comes back at a steady pace, until today.</summary>
    Loyal,

    /// <summary>Came back at a steady pace and stopped months ago.</summary>
    Lapsing,

    /// <summary>A business that buys many of one thing.</summary>
    Bulk,

    /// <summary>Buys when there is a coupon.</summary>
    DiscountLover,

    /// <summary>Buys without registering.</summary>
    Guest
}
