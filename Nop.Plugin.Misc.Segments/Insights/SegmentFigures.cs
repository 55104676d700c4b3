namespace Nop.Plugin.Misc.Segments.Insights;

/// <summary>What a group of customers ordered, counting orders only.</summary>
/// <param name="Customers">How many customers there are, with and without orders.</param>
/// <param name="Orders">How many orders they placed.</param>
/// <param name="Sales">What these came to less refunds, in the primary currency.</param>
public sealed record SegmentFigures(int Customers, int Orders, decimal Sales)
{
    /// <summary>The average order, in the primary currency; null without orders.</summary>
    public decimal? AverageOrder => Orders == 0 ? null : Sales / Orders;
}
