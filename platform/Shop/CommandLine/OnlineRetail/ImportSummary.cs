using System.Globalization;

namespace Shop.CommandLine.OnlineRetail;

/// <summary>What an import wrote, read back from the database.</summary>
/// <param name="Customers">Registered customers with at least one order that is not cancelled.</param>
/// <param name="Orders">Orders that are not cancelled.</param>
/// <param name="Sales">The sum of their totals.</param>
/// <param name="CancelledOrders">Orders made from cancelled invoices.</param>
/// <param name="Guests">Customers with nothing but cancelled invoices.</param>
public sealed record ImportSummary(int Customers, int Orders, decimal Sales, int CancelledOrders, int Guests, int Products)
{
    public override string ToString()
    {
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Imported {Customers:N0} customers with {Orders:N0} uncancelled orders, {Sales:N2} in sales; {CancelledOrders:N0} cancelled orders, "
            + $"{Guests:N0} guests with cancelled orders only, {Products:N0} products.");
    }
}
