using System.Globalization;

namespace Shop.Demo;

/// <summary>What the generator wrote.</summary>
public sealed record DemoSummary(int Customers, int Guests, int Orders, int OrderItems, int Products, int Reviews, int Subscriptions, TimeSpan Duration)
{
    public override string ToString()
    {
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Generated {Customers:N0} customers, {Guests:N0} guests, {Orders:N0} orders with {OrderItems:N0} lines, {Products:N0} products, "
            + $"{Reviews:N0} reviews and {Subscriptions:N0} subscriptions in {Duration.TotalSeconds:0.0} s.");
    }
}
