namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>The shop's data that a rule reads: what has to change before the rule's outcome can.</summary>
[Flags]
public enum RuleSources
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The customer's account: name, address, country, dates, whether it is active.</summary>
    Profile = 1,

    /// <summary>The customer's roles.</summary>
    Roles = 2,

    /// <summary>The customer's newsletter subscriptions.</summary>
    Newsletter = 4,

    /// <summary>The customer's orders and their lines.</summary>
    Orders = 8,

    /// <summary>The shop's products, categories and the like: a change touches every customer.</summary>
    Catalog = 16,

    /// <summary>The customer's shopping cart and wishlist.</summary>
    Cart = 32,

    /// <summary>The customer's product reviews.</summary>
    Reviews = 64,

    /// <summary>The customer's return requests.</summary>
    Returns = 128,

    /// <summary>The customer's reward points.</summary>
    RewardPoints = 256,

    /// <summary>The products that the customer waits for.</summary>
    BackInStock = 512,

    /// <summary>What else the shop and its plugins store about the customer, by key.</summary>
    GenericAttributes = 1024,

    /// <summary>The imported lists of e-mail addresses: a change touches every customer.</summary>
    Lists = 2048
}
