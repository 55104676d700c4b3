using System.Globalization;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Core.Domain.Shipping;
using Shop.Demo;

namespace Segments.Benchmarks.Scale.Data;

/// <summary>
/// The orders with their lines, by the time at which they were placed: a customer's orders lie scattered over the table, as they do in a shop.
/// </summary>
/// <param name="population">Who orders.</param>
/// <param name="products">What.</param>
/// <param name="ids">What they point to.</param>
internal sealed class OrderRows(ScalePopulation population, Product[] products, ShopIds ids)
{
    private const int ChunkSize = 50_000;
    private const int Tries = 200;

    private static readonly string[] PaymentMethods = ["Payments.Manual", "Payments.PayPalCommerce", "Payments.CheckMoneyOrder"];
    private static readonly (string Language, string Currency, decimal TaxRate)[] Countries = [("de", "EUR", 0.19M), ("nl", "EUR", 0.21M), ("en", "GBP", 0.20M)];

    private int _items;
    private int _uses;

    /// <summary>Writes so many.</summary>
    public async Task WriteAsync(IRowWriter writer, int count)
    {
        foreach (var chunk in Enumerable.Range(0, count).Chunk(ChunkSize))
        {
            var orders = new List<Order>(chunk.Length);
            var items = new List<OrderItem>(chunk.Length * 2);
            foreach (var number in chunk)
                Add(number, count, orders, items);
            await writer.WriteAsync(orders);
            await writer.WriteAsync(items);
            await writer.WriteAsync(orders.Where(order => order.OrderDiscount > 0).Select(order => new DiscountUsageHistory
            {
                Id = ++_uses,
                DiscountId = CatalogueRows.DiscountId,
                OrderId = order.Id,
                CreatedOnUtc = order.CreatedOnUtc
            }));
        }
    }

    private void Add(int number, int count, List<Order> orders, List<OrderItem> items)
    {
        var random = new SeededRandom(ScaleShop.Seed, "order", number);
        // The shop grows: orders come more often the longer it is open.
        var days = ScaleShop.OpenDays * Math.Sqrt((number + random.NextDouble()) / count);
        var placed = ScaleShop.Whole(ScaleShop.Opened.AddDays(days));
        var customer = PickCustomer(placed, random);
        var traits = population.TraitsOf(customer);
        var (language, currency, taxRate) = Countries[traits.Country];
        var order = new Order
        {
            Id = number + 1,
            OrderGuid = random.NextGuid(),
            CustomOrderNumber = (number + 1).ToString(CultureInfo.InvariantCulture),
            CustomerId = population.IdOf(customer),
            StoreId = ids.Stores[random.Chance(0.9) ? 0 : ids.Stores.Length - 1],
            BillingAddressId = population.AddressIdOf(customer),
            ShippingAddressId = population.AddressIdOf(customer),
            CustomerLanguageId = ids.Languages[language],
            CustomerCurrencyCode = currency,
            CurrencyRate = ids.Currencies[currency].Rate,
            CustomerTaxDisplayTypeId = 0,
            CustomerIp = string.Create(CultureInfo.InvariantCulture, $"192.0.2.{random.Between(1, 254)}"),
            PaymentMethodSystemName = random.Pick(PaymentMethods),
            ShippingMethod = random.Chance(0.8) ? "Ground" : "Next day",
            ShippingRateComputationMethodSystemName = "Shipping.FixedByWeightByTotal",
            CheckoutAttributeDescription = string.Empty,
            CustomValuesXml = "<?xml version=\"1.0\" encoding=\"utf-16\"?><DictionarySerializer />",
            CardType = string.Empty,
            CardName = string.Empty,
            CardNumber = string.Empty,
            MaskedCreditCardNumber = string.Empty,
            VatNumber = string.Empty,
            CreatedOnUtc = placed,
            Deleted = random.Chance(0.003)
        };
        AddLines(order, traits, taxRate, items, random);
        order.TaxRates = string.Create(CultureInfo.InvariantCulture, $"{taxRate * 100:0}:{order.OrderTax:0.00};");
        Settle(order, random);
        orders.Add(order);
    }

    private int PickCustomer(DateTime moment, SeededRandom random)
    {
        var registered = population.RegisteredBy(moment);
        var customer = random.Next(registered);
        for (var tries = 1; tries < Tries && !Buys(customer); tries++)
            customer = random.Next(registered);
        return customer;

        bool Buys(int index)
        {
            var traits = population.TraitsOf(index);
            return random.Next(Traits.MostAppetite) < traits.Appetite && (moment - population.RegisteredOf(index)).TotalDays <= traits.ActiveDays;
        }
    }

    private void AddLines(Order order, Traits traits, decimal taxRate, List<OrderItem> items, SeededRandom random)
    {
        for (var left = random.Streak(0.5, 8); left > 0; left--)
        {
            var product = random.Chance(0.7) ? CatalogueRows.OfBrand(products, traits.Brand, random) : random.Pick(products);
            var quantity = random.Streak(0.2, 5);
            var discount = random.Chance(0.03) ? ScaleShop.Cents(product.Price * 0.1M) : 0;
            var (unit, price) = (product.Price - discount, (product.Price - discount) * quantity);
            items.Add(new OrderItem
            {
                Id = ++_items,
                OrderItemGuid = random.NextGuid(),
                OrderId = order.Id,
                ProductId = product.Id,
                Quantity = quantity,
                UnitPriceInclTax = unit,
                UnitPriceExclTax = ScaleShop.Cents(unit / (1 + taxRate)),
                PriceInclTax = price,
                PriceExclTax = ScaleShop.Cents(price / (1 + taxRate)),
                DiscountAmountInclTax = discount * quantity,
                DiscountAmountExclTax = ScaleShop.Cents(discount * quantity / (1 + taxRate)),
                OriginalProductCost = product.ProductCost,
                AttributeDescription = string.Empty,
                AttributesXml = string.Empty,
                ItemWeight = 1.5M
            });
            order.OrderSubtotalInclTax += price;
        }

        order.OrderSubtotalExclTax = ScaleShop.Cents(order.OrderSubtotalInclTax / (1 + taxRate));
        order.OrderDiscount = random.Chance(traits.HuntsDiscounts ? 0.7 : 0.08) ? ScaleShop.Cents(order.OrderSubtotalInclTax * 0.1M) : 0;
        order.OrderShippingInclTax = order.OrderSubtotalInclTax >= 75 ? 0 : 4.95M;
        order.OrderShippingExclTax = ScaleShop.Cents(order.OrderShippingInclTax / (1 + taxRate));
        order.OrderTotal = order.OrderSubtotalInclTax - order.OrderDiscount + order.OrderShippingInclTax;
        order.OrderTax = order.OrderTotal - ScaleShop.Cents(order.OrderTotal / (1 + taxRate));
    }

    private static void Settle(Order order, SeededRandom random)
    {
        (order.OrderStatus, order.PaymentStatus, order.ShippingStatus) = random.NextDouble() switch
        {
            < 0.04 => (OrderStatus.Cancelled, PaymentStatus.Voided, ShippingStatus.NotYetShipped),
            < 0.05 => (OrderStatus.Pending, PaymentStatus.Pending, ShippingStatus.NotYetShipped),
            < 0.07 => (OrderStatus.Processing, PaymentStatus.Paid, ShippingStatus.Shipped),
            < 0.09 => (OrderStatus.Complete, PaymentStatus.Refunded, ShippingStatus.Delivered),
            < 0.12 => (OrderStatus.Complete, PaymentStatus.PartiallyRefunded, ShippingStatus.Delivered),
            _ => (OrderStatus.Complete, PaymentStatus.Paid, ShippingStatus.Delivered)
        };
        order.RefundedAmount = order.PaymentStatus switch
        {
            PaymentStatus.Refunded => order.OrderTotal,
            PaymentStatus.PartiallyRefunded => ScaleShop.Cents(order.OrderTotal * 0.3M),
            _ => 0
        };
        if (order.PaymentStatus is PaymentStatus.Paid or PaymentStatus.PartiallyRefunded or PaymentStatus.Refunded)
            order.PaidDateUtc = order.CreatedOnUtc.AddMinutes(random.Between(1, 600));
    }
}
