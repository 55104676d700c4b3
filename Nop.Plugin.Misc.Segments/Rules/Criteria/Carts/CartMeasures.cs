namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Carts;

/// <summary>How many products are collected, whatever their number of pieces.</summary>
public abstract class CollectedItemsMeasure(string activityName) : RowCountMeasure<CartLine>(activityName, "items", RuleSources.Cart, line => line.CustomerId);

/// <summary>A measure of a cart or a wishlist.</summary>
public abstract class CollectedMeasure(string activityName, string name, ValueKind kind, bool isZeroForNothing) : Measure<CartLine>
{
    /// <inheritdoc />
    public override string ActivityName => activityName;

    /// <inheritdoc />
    public override string Name => name;

    /// <inheritdoc />
    public override ValueKind Kind => kind;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Cart;

    /// <inheritdoc />
    public override bool IsZeroForNothing => isZeroForNothing;
}

/// <summary>How many pieces are collected.</summary>
public abstract class CollectedUnitsMeasure(string activityName) : CollectedMeasure(activityName, "units", ValueKind.Number, true)
{
    /// <inheritdoc />
    public override CustomerNumbers Of(IQueryable<CartLine> rows, EvaluationContext context) =>
        new WholeNumbers<CartLine>(rows.GroupBy(line => line.CustomerId), g => g.Sum(line => line.Quantity));
}

/// <summary>What the collected products come to by their list prices: discounts and taxes are found out only when somebody looks.</summary>
public abstract class CollectedTotalMeasure(string activityName) : CollectedMeasure(activityName, "total", ValueKind.Money, true)
{
    // Products change with each sale, so that no event is made of it; prices are looked up anew each day.
    /// <inheritdoc />
    public override TimeSensitivity TimeSensitivityOf(RuleOperator ruleOperator) => TimeSensitivity.Daily;

    /// <inheritdoc />
    public override CustomerNumbers Of(IQueryable<CartLine> rows, EvaluationContext context) =>
        new DecimalNumbers<CartLine>(rows.GroupBy(line => line.CustomerId), g => g.Sum(line => line.Quantity * line.Price));
}

/// <summary>How many hours ago the latest change was made, fractions included.</summary>
public abstract class HoursSinceChangeMeasure(string activityName) : CollectedMeasure(activityName, "hoursSinceChange", ValueKind.Hours, false)
{
    /// <inheritdoc />
    public override TimeSensitivity TimeSensitivityOf(RuleOperator ruleOperator) => TimeSensitivity.Hourly;

    /// <inheritdoc />
    public override CustomerNumbers Of(IQueryable<CartLine> rows, EvaluationContext context) =>
        new AgesInHours<CartLine>(rows.GroupBy(line => line.CustomerId), g => g.Max(line => line.UpdatedOnUtc), context.Calendar);
}

/// <summary>How many products are in the cart.</summary>
public sealed class CartItemsMeasure() : CollectedItemsMeasure(CartActivity.ActivityName);

/// <summary>How many pieces are in the cart.</summary>
public sealed class CartUnitsMeasure() : CollectedUnitsMeasure(CartActivity.ActivityName);

/// <summary>What the cart comes to.</summary>
public sealed class CartTotalMeasure() : CollectedTotalMeasure(CartActivity.ActivityName);

/// <summary>How many hours ago the cart was changed.</summary>
public sealed class CartHoursSinceChangeMeasure() : HoursSinceChangeMeasure(CartActivity.ActivityName);

/// <summary>How many products are on the wishlist.</summary>
public sealed class WishlistItemsMeasure() : CollectedItemsMeasure(WishlistActivity.ActivityName);

/// <summary>How many pieces are on the wishlist.</summary>
public sealed class WishlistUnitsMeasure() : CollectedUnitsMeasure(WishlistActivity.ActivityName);

/// <summary>What the wishlist comes to.</summary>
public sealed class WishlistTotalMeasure() : CollectedTotalMeasure(WishlistActivity.ActivityName);

/// <summary>How many hours ago the wishlist was changed.</summary>
public sealed class WishlistHoursSinceChangeMeasure() : HoursSinceChangeMeasure(WishlistActivity.ActivityName);
