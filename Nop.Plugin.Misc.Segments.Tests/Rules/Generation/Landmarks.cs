using FsCheck;
using FsCheck.Fluent;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Generation;

/// <summary>The numbers and days at which a shop's customers stand, and those just beside them: what comparisons are easily wrong about.</summary>
internal sealed class Landmarks
{
    /// <summary>Databases that compute with moments do it to the millisecond; nothing is asked of them that is finer.</summary>
    private static readonly TimeSpan _blur = TimeSpan.FromMilliseconds(10);

    private readonly NaiveShop _shop;
    private readonly DateOnly _today;

    public Landmarks(NaiveShop shop)
    {
        _shop = shop;
        _today = shop.LocalDay(shop.Now);
        var orders = shop.Orders.Where(order => !order.Deleted).ToList();
        var moments = orders.Select(order => order.CreatedOnUtc)
            .Concat(shop.Reviews.Select(review => review.CreatedOnUtc))
            .Concat(shop.Returns.Select(one => one.CreatedOnUtc))
            .Concat(shop.CartItems.Select(item => item.UpdatedOnUtc))
            .Concat(shop.BackInStock.Select(one => one.CreatedOnUtc))
            .Append(shop.Now).ToList();
        var groups = orders.GroupBy(order => order.CustomerId).Select(group => group.ToList()).ToList();
        var amounts = orders.SelectMany(order => new[] { order.OrderTotal - order.RefundedAmount, order.OrderTotal }).ToList();

        Ages = Near(moments.Select(Age), 0, 1, 30, 90);
        Hours = Near(moments.Select(moment => (int)(shop.Now - moment).TotalHours).Where(hours => hours <= 100), 0, 1, 24);
        Days = Gen.Elements(Around(moments.Select(shop.LocalDay)));
        Amounts = Beside(amounts);
        Sums = Beside([.. amounts,
            .. groups.Select(group => group.Sum(order => order.OrderTotal - order.RefundedAmount)),
            .. groups.Select(group => Math.Round(group.Average(order => order.OrderTotal - order.RefundedAmount), 4))]);
        UnitPrices = Beside(shop.OrderItems.Select(line => line.UnitPriceInclTax));
        LineTotals = Beside(shop.OrderItems.Select(line => line.PriceInclTax));
        LineSums = Beside([.. shop.OrderItems.Select(line => line.PriceInclTax),
            .. groups.Select(group => shop.OrderItems.Where(line => group.Any(order => order.Id == line.OrderId)).Sum(line => line.PriceInclTax))]);
        CartSums = Beside([.. shop.CartItems.Select(CartPrice),
            .. shop.CartItems.GroupBy(item => (item.CustomerId, item.ShoppingCartType)).Select(cart => cart.Sum(CartPrice))]);
        Ratings = Gen.Elements(shop.Reviews.GroupBy(review => review.CustomerId)
            .SelectMany(reviews => new[] { reviews, reviews.Where(review => review.IsApproved).DefaultIfEmpty(reviews.First()) })
            .Select(reviews => Math.Round((decimal)reviews.Average(review => review.Rating), 4))
            .Concat([1, 3, 5]).ToArray());
        DaysBetween = Gen.Elements(Average(groups).ToArray());
        HoursSince = Gen.Elements(SinceChange().ToArray());
    }

    /// <summary>Ages in whole days.</summary>
    public Gen<int> Ages { get; }

    /// <summary>Ages in whole hours.</summary>
    public Gen<int> Hours { get; }

    /// <summary>Days on which something happened, and their neighbours.</summary>
    public Gen<DateOnly> Days { get; }

    /// <summary>What single orders come to.</summary>
    public Gen<decimal> Amounts { get; }

    /// <summary>What orders come to, alone and together.</summary>
    public Gen<decimal> Sums { get; }

    public Gen<decimal> UnitPrices { get; }

    public Gen<decimal> LineTotals { get; }

    public Gen<decimal> LineSums { get; }

    public Gen<decimal> CartSums { get; }

    /// <summary>Days between orders, fractions too.</summary>
    public Gen<decimal> DaysBetween { get; }

    /// <summary>Hours since a cart or a wishlist changed, fractions too.</summary>
    public Gen<decimal> HoursSince { get; }

    /// <summary>Shares of so few customers as there are here, rounded up, down, and on the spot.</summary>
    public static Gen<decimal> Shares { get; } =
        from all in Gen.Choose(1, 14)
        from some in Gen.Choose(1, all)
        from touch in Gen.Elements(0, 0, 0, 0.0001m, -0.0001m)
        let share = Math.Round(100m * some / all, 4) + touch
        select Math.Clamp(share, 0.0001m, 100);

    /// <summary>What ratings come to on average.</summary>
    public Gen<decimal> Ratings { get; }

    public static Gen<int> Near(IEnumerable<int> landmarks, params int[] always) =>
        Gen.Elements(landmarks.Concat(always)
            .SelectMany(number => new[] { number - 1, number, number, number + 1 }).Where(number => number >= 0).ToArray());

    public static DateOnly[] Around(IEnumerable<DateOnly> days) =>
        days.SelectMany(day => new[] { day.AddDays(-1), day, day, day.AddDays(1) }).ToArray();

    private static Gen<decimal> Beside(IEnumerable<decimal> landmarks) => Gen.Elements(landmarks
        .SelectMany(amount => new[] { amount, amount, amount, amount - 0.0001m, amount + 0.0001m, amount + 1 })
        .Concat([0, 0.3m, 10, 100]).Where(amount => amount >= 0).ToArray());

    private decimal CartPrice(ShoppingCartItem item)
    {
        var product = _shop.Products.Single(product => product.Id == item.ProductId);
        return item.Quantity * (product.CustomerEntersPrice ? item.CustomerEnteredPrice : product.Price);
    }

    private int Age(DateTime utc) => _today.DayNumber - _shop.LocalDay(utc).DayNumber;

    // Quarters of days and of hours, as far as no customer stands too close to them.

    private static IEnumerable<decimal> Average(List<List<Order>> groups)
    {
        var spans = new List<(DateTime From, DateTime To, int Steps)>();
        foreach (var group in groups)
        {
            var moments = group.Select(order => order.CreatedOnUtc).Order().ToList();
            for (var from = 0; from < moments.Count; from++)
            {
                for (var to = from + 1; to < moments.Count; to++)
                {
                    for (var steps = 1; steps <= to - from; steps++)
                        spans.Add((moments[from], moments[to], steps));
                }
            }
        }

        // Most are asked about all of a customer's orders.
        var whole = groups.Where(group => group.Count > 1)
            .Select(group => (From: group.Min(order => order.CreatedOnUtc), To: group.Max(order => order.CreatedOnUtc), Steps: group.Count - 1)).ToList();
        return Quarters([.. spans, .. whole, .. whole, .. whole, .. whole],
                span => (decimal)(span.To - span.From).Ticks / TimeSpan.TicksPerDay / span.Steps, 1, 30)
            .Where(days => spans.All(span => IsClear(span.From, span.To, (long)(days * span.Steps * TimeSpan.TicksPerDay))));
    }

    private IEnumerable<decimal> SinceChange() =>
        Quarters(_shop.CartItems, item => (decimal)(_shop.Now - item.UpdatedOnUtc).Ticks / TimeSpan.TicksPerHour, 1, 24)
            .Where(hours => _shop.CartItems.All(item => IsClear(item.UpdatedOnUtc, _shop.Now, (long)(hours * TimeSpan.TicksPerHour))));

    private static IEnumerable<decimal> Quarters<T>(IEnumerable<T> exact, Func<T, decimal> measure, params decimal[] always) =>
        exact.Select(measure)
            .SelectMany(number => new[] { Math.Floor(number * 4) / 4, Math.Ceiling(number * 4) / 4, Math.Floor(number), Math.Ceiling(number) })
            .Concat(always).Where(number => number >= 0).Append(5_000);

    private static bool IsClear(DateTime from, DateTime to, long ticks)
    {
        var beside = Math.Abs((to - from).Ticks - ticks);
        return beside > _blur.Ticks || (beside == 0 && from.Ticks % TimeSpan.TicksPerSecond == 0 && to.Ticks % TimeSpan.TicksPerSecond == 0);
    }
}
