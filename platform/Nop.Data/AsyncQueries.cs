using System.Linq.Expressions;
using Nop.Core;

// The namespace of the real extensions, so that they are found without a using.
namespace System.Linq;

/// <summary>How the running shop executes a query without blocking. In memory it is executed at once.</summary>
internal interface IAsyncQueryExecutor
{
    bool Handles(IQueryable source);
    Task<List<T>> ToListAsync<T>(IQueryable<T> source);
    IAsyncEnumerable<T> ToAsyncEnumerable<T>(IQueryable<T> source);
    Task<TResult> ExecuteAsync<TResult>(IQueryable source, Expression expression);
}

public static class AsyncIQueryableExtensions
{
    internal static IAsyncQueryExecutor Executor { get; set; }

    public static Task<bool> AllAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate) =>
        Execute(source, s => s.All(predicate));

    public static Task<bool> AnyAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate = null) =>
        predicate is null ? Execute(source, s => s.Any()) : Execute(source, s => s.Any(predicate));

    public static Task<int> CountAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate = null) =>
        predicate is null ? Execute(source, s => s.Count()) : Execute(source, s => s.Count(predicate));

    public static Task<long> LongCountAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate = null) =>
        predicate is null ? Execute(source, s => s.LongCount()) : Execute(source, s => s.LongCount(predicate));

    public static Task<TSource> FirstAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate = null) =>
        predicate is null ? Execute(source, s => s.First()) : Execute(source, s => s.First(predicate));

    public static Task<TSource> FirstOrDefaultAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate = null) =>
        predicate is null ? Execute(source, s => s.FirstOrDefault()) : Execute(source, s => s.FirstOrDefault(predicate));

    public static Task<TSource> SingleAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate = null) =>
        predicate is null ? Execute(source, s => s.Single()) : Execute(source, s => s.Single(predicate));

    public static Task<TSource> SingleOrDefaultAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate = null) =>
        predicate is null ? Execute(source, s => s.SingleOrDefault()) : Execute(source, s => s.SingleOrDefault(predicate));

    public static Task<TResult> MaxAsync<TSource, TResult>(this IQueryable<TSource> source, Expression<Func<TSource, TResult>> predicate) =>
        Execute(source, s => s.Max(predicate));

    public static Task<TResult> MinAsync<TSource, TResult>(this IQueryable<TSource> source, Expression<Func<TSource, TResult>> predicate) =>
        Execute(source, s => s.Min(predicate));

    public static Task<decimal> SumAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, decimal>> predicate) =>
        Execute(source, s => s.Sum(predicate));

    public static Task<int> SumAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, int>> predicate) =>
        Execute(source, s => s.Sum(predicate));

    public static Task<List<TSource>> ToListAsync<TSource>(this IQueryable<TSource> source) =>
        Executor?.Handles(source) == true ? Executor.ToListAsync(source) : Task.FromResult(source.ToList());

    public static async Task<TSource[]> ToArrayAsync<TSource>(this IQueryable<TSource> source) => [.. await source.ToListAsync()];

    public static async Task<Dictionary<TKey, TSource>> ToDictionaryAsync<TSource, TKey>(this IQueryable<TSource> source,
        Func<TSource, TKey> keySelector, IEqualityComparer<TKey> comparer = null) =>
        (await source.ToListAsync()).ToDictionary(keySelector, comparer);

    public static async Task<Dictionary<TKey, TElement>> ToDictionaryAsync<TSource, TKey, TElement>(this IQueryable<TSource> source,
        Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey> comparer = null) =>
        (await source.ToListAsync()).ToDictionary(keySelector, elementSelector, comparer);

    /// <summary>One page; the count always comes first, and it is all there is when only the total is wanted.</summary>
    public static async Task<IPagedList<T>> ToPagedListAsync<T>(this IQueryable<T> source, int pageIndex, int pageSize, bool getOnlyTotalCount = false)
    {
        if (source is null)
            return new PagedList<T>([], pageIndex, pageSize);
        pageSize = Math.Max(pageSize, 1);
        var count = await source.CountAsync();
        var page = getOnlyTotalCount ? [] : await source.Skip(pageIndex * pageSize).Take(pageSize).ToListAsync();
        return new PagedList<T>(page, pageIndex, pageSize, count);
    }

    /// <summary>Builds the call of a final operator, such as Count, on the query and hands it to the executor.</summary>
    private static Task<TResult> Execute<TSource, TResult>(IQueryable<TSource> source, Expression<Func<IQueryable<TSource>, TResult>> final)
    {
        if (Executor?.Handles(source) != true)
            return Task.FromResult(final.Compile()(source));
        var call = new Replace(final.Parameters[0], source.Expression).Visit(final.Body);
        return Executor.ExecuteAsync<TResult>(source, call);
    }

    private sealed class Replace(ParameterExpression parameter, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? value : base.VisitParameter(node);

        // A predicate variable captured above stands as a field of a closure: the operator needs the lambda itself.
        protected override Expression VisitMember(MemberExpression node)
        {
            if (!typeof(LambdaExpression).IsAssignableFrom(node.Type))
                return base.VisitMember(node);
            return Expression.Quote(Expression.Lambda<Func<LambdaExpression>>(Expression.Convert(node, typeof(LambdaExpression))).Compile()());
        }
    }
}
