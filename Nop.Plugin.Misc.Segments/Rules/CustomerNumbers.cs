using System.Linq.Expressions;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>
/// A number for each customer who has rows of a kind. The one expression of the number makes the query that compares it, the value that an
/// explanation shows, and the threshold of a rank, so that the three cannot differ.
/// </summary>
public abstract class CustomerNumbers
{
    /// <summary>The ids of the customers whose number passes: each once.</summary>
    public abstract IQueryable<int> Passing(NumberTest test);

    /// <summary>The number of the one customer whose rows these are; null when there are none.</summary>
    public abstract Task<decimal?> FindAsync();

    /// <summary>
    /// The number of the last customer who belongs to the first so many percent, ties aside: with n customers the k-th number, k = max(1, ceil(n * percent / 100)).
    /// </summary>
    /// <param name="percent">Above 0, up to 100.</param>
    /// <param name="fromTop">Whether the largest numbers come first.</param>
    /// <returns>Null when there are no customers.</returns>
    public abstract Task<decimal?> FindThresholdAsync(decimal percent, bool fromTop);

    /// <summary>The number at the place of the threshold.</summary>
    private protected static async Task<T?> FindAtAsync<T>(IQueryable<T> numbers, decimal percent, bool descending) where T : struct
    {
        var count = await numbers.CountAsync();
        if (count == 0)
            return null;
        var place = Math.Max(1, (int)Math.Ceiling(count * percent / 100));
        var ordered = descending ? numbers.OrderByDescending(number => number) : numbers.OrderBy(number => number);
        return (await ordered.Skip(place - 1).Take(1).ToListAsync())[0];
    }

    private protected static async Task<T?> FindOneAsync<T>(IQueryable<T> numbers) where T : struct =>
        await numbers.Take(1).ToListAsync() is [var number] ? number : null;
}

/// <summary>Whole numbers.</summary>
public sealed class WholeNumbers<TRow>(IQueryable<IGrouping<int, TRow>> groups, Expression<Func<IGrouping<int, TRow>, int>> number) : CustomerNumbers
{
    /// <inheritdoc />
    public override IQueryable<int> Passing(NumberTest test) => groups.Where(test.Build(number)).Select(g => g.Key);

    /// <inheritdoc />
    public override async Task<decimal?> FindAsync() => await FindOneAsync(groups.Select(number));

    /// <inheritdoc />
    public override async Task<decimal?> FindThresholdAsync(decimal percent, bool fromTop) => await FindAtAsync(groups.Select(number), percent, fromTop);
}

/// <summary>Amounts and other decimal numbers.</summary>
public sealed class DecimalNumbers<TRow>(IQueryable<IGrouping<int, TRow>> groups, Expression<Func<IGrouping<int, TRow>, decimal>> number) : CustomerNumbers
{
    /// <inheritdoc />
    public override IQueryable<int> Passing(NumberTest test) => groups.Where(test.Build(number)).Select(g => g.Key);

    /// <inheritdoc />
    public override Task<decimal?> FindAsync() => FindOneAsync(groups.Select(number));

    /// <inheritdoc />
    public override Task<decimal?> FindThresholdAsync(decimal percent, bool fromTop) => FindAtAsync(groups.Select(number), percent, fromTop);
}

/// <summary>Ages in whole local days of a moment of each customer's: the older, the larger.</summary>
public sealed class AgesInDays<TRow>(
    IQueryable<IGrouping<int, TRow>> groups, Expression<Func<IGrouping<int, TRow>, DateTime>> moment, ShopCalendar calendar) : CustomerNumbers
{
    /// <inheritdoc />
    public override IQueryable<int> Passing(NumberTest test) => groups.Where(test.BuildAge(moment, calendar)).Select(g => g.Key);

    /// <inheritdoc />
    public override async Task<decimal?> FindAsync() => AgeOf(await FindOneAsync(groups.Select(moment)));

    /// <inheritdoc />
    public override async Task<decimal?> FindThresholdAsync(decimal percent, bool fromTop) =>
        AgeOf(await FindAtAsync(groups.Select(moment), percent, !fromTop));

    private decimal? AgeOf(DateTime? utc) => utc is { } then ? calendar.AgeInDays(then) : null;
}

/// <summary>Hours that have gone by since a moment of each customer's, fractions included. They cannot be ranked.</summary>
public sealed class AgesInHours<TRow>(
    IQueryable<IGrouping<int, TRow>> groups, Expression<Func<IGrouping<int, TRow>, DateTime>> moment, ShopCalendar calendar) : CustomerNumbers
{
    /// <inheritdoc />
    public override IQueryable<int> Passing(NumberTest test) => groups.Where(test.BuildHours(moment, calendar)).Select(g => g.Key);

    /// <inheritdoc />
    public override async Task<decimal?> FindAsync() => await FindOneAsync(groups.Select(moment)) is { } then
        ? (calendar.NowUtc - then).Ticks / (decimal)TimeSpan.TicksPerHour
        : null;

    /// <inheritdoc />
    public override Task<decimal?> FindThresholdAsync(decimal percent, bool fromTop) => throw new NotSupportedException("Hours are not ranked.");
}

/// <summary>Averages of a whole number over a customer's rows, not rounded. They cannot be ranked.</summary>
/// <param name="groups">The rows of each customer.</param>
/// <param name="sum">The numbers of all rows together.</param>
public sealed class Averages<TRow>(IQueryable<IGrouping<int, TRow>> groups, Expression<Func<IGrouping<int, TRow>, int>> sum) : CustomerNumbers
{
    /// <inheritdoc />
    public override IQueryable<int> Passing(NumberTest test) => groups.Where(test.BuildAverage(sum, g => g.Count())).Select(g => g.Key);

    /// <inheritdoc />
    public override async Task<decimal?> FindAsync() =>
        await FindOneAsync(groups.Select(sum)) is { } total && await FindOneAsync(groups.Select(g => g.Count())) is { } count ? (decimal)total / count : null;

    /// <inheritdoc />
    public override Task<decimal?> FindThresholdAsync(decimal percent, bool fromTop) => throw new NotSupportedException("Averages of whole numbers are not ranked.");
}

/// <summary>Shares in percent: of some rows among all rows of a customer.</summary>
/// <param name="groups">The rows of each customer.</param>
/// <param name="part">How many rows are of the kind that is asked for.</param>
public sealed class Shares<TRow>(IQueryable<IGrouping<int, TRow>> groups, Expression<Func<IGrouping<int, TRow>, int>> part) : CustomerNumbers
{
    /// <inheritdoc />
    public override IQueryable<int> Passing(NumberTest test) => groups.Where(test.BuildShare(part, g => g.Count())).Select(g => g.Key);

    /// <inheritdoc />
    public override async Task<decimal?> FindAsync() =>
        await FindOneAsync(groups.Select(part)) is { } some && await FindOneAsync(groups.Select(g => g.Count())) is { } all ? 100m * some / all : null;

    /// <inheritdoc />
    public override Task<decimal?> FindThresholdAsync(decimal percent, bool fromTop) => throw new NotSupportedException("Shares are not ranked.");
}

/// <summary>Makes shares of rows whose type has no name.</summary>
internal static class Shares
{
    /// <summary>The shares of the part.</summary>
    public static Shares<TRow> Of<TRow>(IQueryable<IGrouping<int, TRow>> groups, Expression<Func<IGrouping<int, TRow>, int>> part) => new(groups, part);
}

/// <summary>The average time between one moment and the next of each customer's, in days of 24 hours; only for customers with two or more.</summary>
/// <param name="groups">The rows of each customer.</param>
/// <param name="first">The first moment.</param>
/// <param name="last">The last moment.</param>
public sealed class AverageGaps<TRow>(
    IQueryable<IGrouping<int, TRow>> groups,
    Expression<Func<IGrouping<int, TRow>, DateTime>> first,
    Expression<Func<IGrouping<int, TRow>, DateTime>> last) : CustomerNumbers
{
    private readonly IQueryable<IGrouping<int, TRow>> _several = groups.Where(g => g.Count() > 1);

    /// <inheritdoc />
    public override IQueryable<int> Passing(NumberTest test) => _several.Where(test.BuildGap(first, last, g => g.Count())).Select(g => g.Key);

    /// <inheritdoc />
    public override async Task<decimal?> FindAsync()
    {
        if (await FindOneAsync(_several.Select(first)) is not { } from || await FindOneAsync(_several.Select(last)) is not { } to
            || await FindOneAsync(_several.Select(g => g.Count())) is not { } count)
            return null;
        return (to - from).Ticks / (decimal)TimeSpan.TicksPerDay / (count - 1);
    }

    /// <inheritdoc />
    public override Task<decimal?> FindThresholdAsync(decimal percent, bool fromTop) => throw new NotSupportedException("Averages between orders are not ranked.");
}
