using System.Globalization;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Core.Domain.Shipping;
using Nop.Core.Domain.Tax;

namespace Shop.Demo;

/// <summary>Makes the orders of the made-up customers: what they buy, at what price, and what became of it.</summary>
internal sealed class OrderFactory
{
    /// <summary>What the coupon takes off, in percent.</summary>
    public const decimal CouponPercentage = 10;

    private const decimal SHIPPING = 4.95M;
    private const decimal FREE_SHIPPING_FROM = 75M;

    private static readonly string[] _paymentMethods = ["Payments.Manual", "Payments.PayPalCommerce", "Payments.CheckMoneyOrder"];

    private static readonly (string Title, string Text)[] _praise =
    [
        ("Very happy", "Exactly as described, and it arrived quickly."), ("Great quality", "Feels solid. I would buy it again."),
        ("Recommended", "We use it every weekend."), ("Perfect gift", "My daughter loves it."), ("Top", "Good value for the price.")
    ];

    private static readonly (string Title, string Text)[] _complaints =
    [
        ("Not what I hoped for", "The colour differs from the picture."), ("Broke soon", "Lasted for two months only."),
        ("Too small", "Order one size larger.")
    ];

    private readonly long _seed;
    private readonly ShopIds _ids;
    private readonly DateTime _now;
    private readonly Shelf _everything;
    private readonly Shelf[] _departments;

    public OrderFactory(long seed, ShopIds ids, IReadOnlyList<Offer> offers, DateTime now)
    {
        _seed = seed;
        _ids = ids;
        _now = now;
        _everything = new Shelf(offers);
        _departments = offers.GroupBy(offer => offer.Department).OrderBy(group => group.Key).Select(group => new Shelf(group.ToList())).ToArray();
    }

    /// <summary>One order. The number is its place among all orders by time.</summary>
    public OrderDraft Create(CustomerPlan plan, int homeStore, DateTime time, int number)
    {
        var random = new SeededRandom(_seed, "order", number);
        var items = PickItems(plan, random);
        var usedCoupon = random.Chance(plan.Kind == CustomerKind.DiscountLover ? 0.75 : 0.04);
        var order = new Order
        {
            OrderGuid = random.NextGuid(),
            CustomOrderNumber = number.ToString(CultureInfo.InvariantCulture),
            CustomerId = plan.CustomerId,
            StoreId = random.Chance(0.92) ? homeStore : random.Pick(_ids.Stores),
            BillingAddressId = plan.AddressId,
            ShippingAddressId = plan.AddressId,
            CustomerLanguageId = _ids.Languages[plan.People.LanguageCode],
            CustomerCurrencyCode = plan.People.CurrencyCode,
            CurrencyRate = _ids.Currencies[plan.People.CurrencyCode].Rate,
            CustomerTaxDisplayType = TaxDisplayType.IncludingTax,
            CustomerIp = string.Create(CultureInfo.InvariantCulture, $"192.0.2.{random.Between(1, 254)}"),
            PaymentMethodSystemName = random.Pick(_paymentMethods),
            ShippingMethod = random.Chance(0.8) ? "Ground" : "Next day",
            ShippingRateComputationMethodSystemName = "Shipping.FixedByWeightByTotal",
            CreatedOnUtc = time,
            Deleted = random.Chance(0.003)
        };
        AddUp(order, items, plan.People.TaxRate, usedCoupon);
        Settle(order, items, random);
        return new OrderDraft(order, items, usedCoupon, Review(order, items, random, plan));
    }

    private List<OrderItem> PickItems(CustomerPlan plan, SeededRandom random)
    {
        var isBulk = plan.Kind == CustomerKind.Bulk;
        var lines = random.Streak(isBulk ? 0.3 : 0.52, 8);
        var items = new Dictionary<int, OrderItem>(lines);
        for (var i = 0; i < lines; i++)
        {
            var shelf = random.Chance(0.7) ? _departments[plan.Favourite] : _everything;
            // A business stocks up on small things, not on bicycles.
            var offer = shelf.Take(random);
            for (var tries = 0; isBulk && offer.Product.Price > 150 && tries < 5; tries++)
                offer = shelf.Take(random);
            if (items.ContainsKey(offer.Product.Id))
                continue;
            var quantity = isBulk ? random.Between(2, 12) * 5 : random.Streak(offer.Product.Price < 60 ? 0.25 : 0.04, 6);
            items.Add(offer.Product.Id, CreateItem(offer.Product, quantity, isBulk ? 0.92M : 1M, plan.People.TaxRate, random));
        }

        return items.Values.ToList();
    }

    private static OrderItem CreateItem(Product product, int quantity, decimal factor, decimal taxRate, SeededRandom random)
    {
        var unit = Cents(product.Price * factor);
        var whole = unit * quantity;
        return new OrderItem
        {
            OrderItemGuid = random.NextGuid(),
            ProductId = product.Id,
            Quantity = quantity,
            UnitPriceInclTax = unit,
            UnitPriceExclTax = Cents(unit / (1 + taxRate)),
            PriceInclTax = whole,
            PriceExclTax = Cents(whole / (1 + taxRate)),
            OriginalProductCost = product.ProductCost
        };
    }

    private static void AddUp(Order order, List<OrderItem> items, decimal taxRate, bool usedCoupon)
    {
        order.OrderSubtotalInclTax = items.Sum(item => item.PriceInclTax);
        order.OrderSubtotalExclTax = items.Sum(item => item.PriceExclTax);
        order.OrderDiscount = usedCoupon ? Cents(order.OrderSubtotalInclTax * CouponPercentage / 100) : 0;
        var goods = order.OrderSubtotalInclTax - order.OrderDiscount;
        order.OrderShippingInclTax = goods >= FREE_SHIPPING_FROM ? 0 : SHIPPING;
        order.OrderShippingExclTax = Cents(order.OrderShippingInclTax / (1 + taxRate));
        order.OrderTotal = goods + order.OrderShippingInclTax;
        order.OrderTax = order.OrderTotal - Cents(order.OrderTotal / (1 + taxRate));
        order.TaxRates = string.Create(CultureInfo.InvariantCulture, $"{taxRate * 100:0}:{order.OrderTax:0.00};");
    }

    // What has become of an order by now depends on its age first, then on luck.
    private void Settle(Order order, List<OrderItem> items, SeededRandom random)
    {
        var age = _now - order.CreatedOnUtc;
        var luck = random.NextDouble();
        if (luck < 0.035)
        {
            SetStates(order, OrderStatus.Cancelled, random.Chance(0.6) ? PaymentStatus.Voided : PaymentStatus.Refunded, ShippingStatus.NotYetShipped);
            order.RefundedAmount = order.PaymentStatus == PaymentStatus.Refunded ? order.OrderTotal : 0;
        }
        else if (luck < 0.045 || (age.TotalDays < 1.5 && luck < 0.4))
        {
            var payment = random.Chance(0.3) ? PaymentStatus.Authorized : PaymentStatus.Pending;
            SetStates(order, OrderStatus.Pending, payment, ShippingStatus.NotYetShipped);
        }
        else if (age.TotalDays < 6)
        {
            SetStates(order, OrderStatus.Processing, PaymentStatus.Paid, age.TotalDays < 3 ? ShippingStatus.NotYetShipped : ShippingStatus.Shipped);
        }
        else
        {
            SetStates(order, OrderStatus.Complete, PaymentStatus.Paid, ShippingStatus.Delivered);
            if (luck > 0.985)
                Refund(order, order.OrderTotal, PaymentStatus.Refunded);
            else if (luck > 0.955 && items[0].UnitPriceInclTax < order.OrderTotal)
                Refund(order, items[0].UnitPriceInclTax, PaymentStatus.PartiallyRefunded);
        }

        if (order.PaymentStatus is PaymentStatus.Paid or PaymentStatus.PartiallyRefunded or PaymentStatus.Refunded)
            order.PaidDateUtc = Earlier(order.CreatedOnUtc.AddMinutes(random.Between(1, 600)), _now);
    }

    private static void SetStates(Order order, OrderStatus status, PaymentStatus payment, ShippingStatus shipping)
    {
        order.OrderStatus = status;
        order.PaymentStatus = payment;
        order.ShippingStatus = shipping;
    }

    private static void Refund(Order order, decimal amount, PaymentStatus payment)
    {
        order.RefundedAmount = amount;
        order.PaymentStatus = payment;
    }

    private List<ProductReview> Review(Order order, List<OrderItem> items, SeededRandom random, CustomerPlan plan)
    {
        var written = order.CreatedOnUtc.AddHours(random.Between(6 * 24, 40 * 24));
        var reviews = new List<ProductReview>();
        // A guest cannot write reviews, and nobody writes about what did not come.
        if (plan.Kind == CustomerKind.Guest || order.OrderStatus != OrderStatus.Complete || written > _now)
            return reviews;
        foreach (var item in items)
        {
            if (!random.Chance(0.06))
                continue;
            var rating = RatingOf(random);
            var (title, text) = random.Pick(rating >= 4 ? _praise : _complaints);
            reviews.Add(new ProductReview
            {
                CustomerId = order.CustomerId,
                ProductId = item.ProductId,
                StoreId = order.StoreId,
                Rating = rating,
                Title = title,
                ReviewText = text,
                IsApproved = random.Chance(0.95),
                HelpfulYesTotal = random.Next(6),
                HelpfulNoTotal = random.Next(2),
                CreatedOnUtc = written
            });
        }

        return reviews;
    }

    private static int RatingOf(SeededRandom random)
    {
        return random.NextDouble() switch
        {
            < 0.52 => 5,
            < 0.79 => 4,
            < 0.89 => 3,
            < 0.95 => 2,
            _ => 1
        };
    }

    private static DateTime Earlier(DateTime one, DateTime other)
    {
        return one < other ? one : other;
    }

    private static decimal Cents(decimal amount)
    {
        return Math.Round(amount, 2, MidpointRounding.AwayFromZero);
    }

    private sealed class Shelf
    {
        private readonly IReadOnlyList<Offer> _offers;
        private readonly double[] _runningPopularity;

        public Shelf(IReadOnlyList<Offer> offers)
        {
            _offers = offers;
            var sum = 0.0;
            _runningPopularity = offers.Select(offer => sum += offer.Popularity).ToArray();
        }

        public Offer Take(SeededRandom random)
        {
            return _offers[random.PickWeighted(_runningPopularity)];
        }
    }
}
