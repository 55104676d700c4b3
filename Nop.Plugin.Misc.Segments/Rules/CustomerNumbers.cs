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
    /// <param name="count">How many customers have a number: whoever asks counts them more cheaply than by their numbers.</param>
    /// <returns>Null when there are no customers.</returns>
    public abstract Task<decimal?> FindThresholdAsync(decimal percent, bool fromTop, int count);

    /// <summary>The number at the place of the threshold.</summary>
    private protected static async Task<T?> FindAtAsync<T>(IQueryable<T> numbers, decimal percent, bool descending, int count) where T : struct
    {
        if (count == 0)
            return null;
        var place = Math.Max(1, (int)Math.Ceiling(count * percent / 100));
        var ordered = descending ? numbers.OrderByDescending(number => number) : numbers.OrderBy(number => number);
        return (await ordered.Skip(place - 1).Take(1).ToListAsync())[0];
    }

    private protected static async Task<T?> FindOneAsync<T>(IQueryable<T> numbers) where T : struct =>
        await numbers.Take(1).ToListAsync() is [var number] ? number : null;
}

/// <summary>Numbers of which each is made of a customer's rows, grouped.</summary>
/// <param name="groups">The rows of each customer.</param>
public abstract class GroupedNumbers<TRow>(IQueryable<IGrouping<int, TRow>> groups) : CustomerNumbers
{
    /// <summary>The rows of each customer.</summary>
    protected IQueryable<IGrouping<int, TRow>> Groups { get; } = groups;

    /// <summary>The condition that a customer's rows have a number that passes.</summary>
    public abstract Expression<Func<IGrouping<int, TRow>, bool>> Having(NumberTest test);

    /// <inheritdoc />
    public override IQueryable<int> Passing(NumberTest test) => Passing(Having(test));

    /// <summary>The ids of the customers whose rows meet a condition: each once.</summary>
    public IQueryable<int> Passing(Expression<Func<IGrouping<int, TRow>, bool>> having) => Groups.Where(having).Select(g => g.Key);

    /// <summary>Whether it is these rows, each as it is, that are grouped: then several numbers of them can be compared at once.</summary>
    internal bool AreOf(IQueryable<TRow> rows) => Groups.Expression is MethodCallExpression { Method.Name: nameof(Queryable.GroupBy) } call && call.Arguments[0] == rows.Expression;
}

/// <summary>Whole numbers.</summary>
public sealed class WholeNumbers<TRow>(IQueryable<IGrouping<int, TRow>> groups, Expression<Func<IGrouping<int, TRow>, int>> number) : GroupedNumbers<TRow>(groups)
{
    /// <inheritdoc />
    public override Expression<Func<IGrouping<int, TRow>, bool>> Having(NumberTest test) => test.Build(number);

    /// <inheritdoc />
    public override async Task<decimal?> FindAsync() => await FindOneAsync(Groups.Select(number));

    /// <inheritdoc />
    public override async Task<decimal?> FindThresholdAsync(decimal percent, bool fromTop, int count) => await FindAtAsync(Groups.Select(number), percent, fromTop, count);
}

/// <summary>Amounts and other decimal numbers.</summary>
public sealed class DecimalNumbers<TRow>(IQueryable<IGrouping<int, TRow>> groups, Expression<Func<IGrouping<int, TRow>, decimal>> number) : GroupedNumbers<TRow>(groups)
{
    /// <inheritdoc />
    public override Expression<Func<IGrouping<int, TRow>, bool>> Having(NumberTest test) => test.Build(number);

    /// <inheritdoc />
    public override Task<decimal?> FindAsync() => FindOneAsync(Groups.Select(number));

    /// <inheritdoc />
    public override Task<decimal?> FindThresholdAsync(decimal percent, bool fromTop, int count) => FindAtAsync(Groups.Select(number), percent, fromTop, count);
}

/// <summary>Ages in whole local days of a moment of each customer's: the older, the larger.</summary>
public sealed class AgesInDays<TRow>(
    IQueryable<IGrouping<int, TRow>> groups, Expression<Func<IGrouping<int, TRow>, DateTime>> moment, ShopCalendar calendar) : GroupedNumbers<TRow>(groups)
{
    /// <inheritdoc />
    public override Expression<Func<IGrouping<int, TRow>, bool>> Having(NumberTest test) => test.BuildAge(moment, calendar);

    /// <inheritdoc />
    public override async Task<decimal?> FindAsync() => AgeOf(await FindOneAsync(Groups.Select(moment)));

    /// <inheritdoc />
    public override async Task<decimal?> FindThresholdAsync(decimal percent, bool fromTop, int count) =>
        AgeOf(await FindAtAsync(Groups.Select(moment), percent, !fromTop, count));

    private decimal? AgeOf(DateTime? utc) => utc is { } then ? calendar.AgeInDays(then) : null;
}

/// <summary>Hours that have gone by since a moment of each customer's, fractions included. They cannot be ranked.</summary>
public sealed class AgesInHours<TRow>(
    IQueryable<IGrouping<int, TRow>> groups, Expression<Func<IGrouping<int, TRow>, DateTime>> moment, ShopCalendar calendar) : GroupedNumbers<TRow>(groups)
{
    /// <inheritdoc />
    public override Expression<Func<IGrouping<int, TRow>, bool>> Having(NumberTest test) => test.BuildHours(moment, calendar);

    /// <inheritdoc />
    public override async Task<decimal?> FindAsync() => await FindOneAsync(Groups.Select(moment)) is { } then
        ? (calendar.NowUtc - then).Ticks / (decimal)TimeSpan.TicksPerHour
        : null;

    /// <inheritdoc />
    public override Task<decimal?> FindThresholdAsync(decimal percent, bool fromTop, int count) => throw new NotSupportedException("Hours are not ranked.");
}

/// <summary>Averages of a whole number over a customer's rows, not rounded. They cannot be ranked.</summary>
/// <param name="groups">The rows of each customer.</param>
/// <param name="sum">The numbers of all rows together.</param>
public sealed class Averages<TRow>(IQueryable<IGrouping<int, TRow>> groups, Expression<Func<IGrouping<int, TRow>, int>> sum) : GroupedNumbers<TRow>(groups)
{
    /// <inheritdoc />
    public override Expression<Func<IGrouping<int, TRow>, bool>> Having(NumberTest test) => test.BuildAverage(sum, g => g.Count());

    /// <inheritdoc />
    public override async Task<decimal?> FindAsync() =>
        await FindOneAsync(Groups.Select(sum)) is { } total && await FindOneAsync(Groups.Select(g => g.Count())) is { } count ? (decimal)total / count : null;

    /// <inheritdoc />
    public override Task<decimal?> FindThresholdAsync(decimal percent, bool fromTop, int count) => throw new NotSupportedException("Averages of whole numbers are not ranked.");
}

/// <summary>Shares in percent: of a part of what a customer did in all of it.</summary>
/// <param name="groups">The rows of each customer.</param>
/// <param name="part">How much is of the kind that is asked for.</param>
/// <param name="whole">How much there is; above 0.</param>
public sealed class Shares<TRow>(
    IQueryable<IGrouping<int, TRow>> groups, Expression<Func<IGrouping<int, TRow>, int>> part, Expression<Func<IGrouping<int, TRow>, int>> whole)
    : GroupedNumbers<TRow>(groups)
{
    /// <inheritdoc />
    public override Expression<Func<IGrouping<int, TRow>, bool>> Having(NumberTest test) => test.BuildShare(part, whole);

    /// <inheritdoc />
    public override async Task<decimal?> FindAsync() =>
        await FindOneAsync(Groups.Select(part)) is { } some && await FindOneAsync(Groups.Select(whole)) is { } all ? 100m * some / all : null;

    /// <inheritdoc />
    public override Task<decimal?> FindThresholdAsync(decimal percent, bool fromTop, int count) => throw new NotSupportedException("Shares are not ranked.");
}

/// <summary>The average time between one moment and the next of each customer's, in days of 24 hours; only for customers with two or more.</summary>
/// <param name="groups">The rows of each customer.</param>
/// <param name="first">The first moment.</param>
/// <param name="last">The last moment.</param>
public sealed class AverageGaps<TRow>(
    IQueryable<IGrouping<int, TRow>> groups,
    Expression<Func<IGrouping<int, TRow>, DateTime>> first,
    Expression<Func<IGrouping<int, TRow>, DateTime>> last) : GroupedNumbers<TRow>(groups)
{
    private static readonly Expression<Func<IGrouping<int, TRow>, bool>> _several = g => g.Count() > 1;

    /// <inheritdoc />
    public override Expression<Func<IGrouping<int, TRow>, bool>> Having(NumberTest test) => _several.And(test.BuildGap(first, last, g => g.Count()));

    /// <inheritdoc />
    public override async Task<decimal?> FindAsync()
    {
        if (await FindOneAsync(Groups.Where(_several).Select(first)) is not { } from || await FindOneAsync(Groups.Where(_several).Select(last)) is not { } to
            || await FindOneAsync(Groups.Where(_several).Select(g => g.Count())) is not { } count)
            return null;
        return (to - from).Ticks / (decimal)TimeSpan.TicksPerDay / (count - 1);
    }

    /// <inheritdoc />
    public override Task<decimal?> FindThresholdAsync(decimal percent, bool fromTop, int count) => throw new NotSupportedException("Averages between orders are not ranked.");
}
