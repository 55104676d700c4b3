namespace Shop.CommandLine;

/// <summary>What the shop was started for.</summary>
public enum ShopVerb
{
    /// <summary>Answer requests until stopped.</summary>
    Serve,

    /// <summary>Take over a file of invoices.</summary>
    Import,

    /// <summary>Fill the shop with made-up customers and orders.</summary>
    Generate,

    /// <summary>Count the customers that definitions match, or explain them for one customer.</summary>
    Evaluate,

    /// <summary>Print everything that rules can ask, as a page of the documentation.</summary>
    Criteria,

    /// <summary>Print how to use the command line.</summary>
    Help
}
