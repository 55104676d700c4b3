using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace Shop.Data;

/// <summary>
/// Runs each query in a conversation of its own, begun when the query is run. All tables of a database share one provider, so that
/// a query may join what different repositories, even of different requests, hand out.
/// </summary>
internal sealed class ShopQueryProvider(DatabaseEngine engine) : IAsyncQueryProvider
{
    private static readonly MethodInfo CreateMethod = typeof(ShopQueryProvider).GetMethods().Single(m => m.Name == nameof(CreateQuery) && m.IsGenericMethod);
    private static readonly MethodInfo AwaitMethod = typeof(ShopQueryProvider).GetMethod(nameof(AwaitAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly MethodInfo EnumerateMethod = typeof(ShopQueryProvider).GetMethod(nameof(EnumerateAsync))!;
    private readonly ConcurrentDictionary<Type, Expression> _roots = new();

    /// <summary>All rows of a table.</summary>
    public IQueryable<T> Table<T>() where T : class
    {
        var root = _roots.GetOrAdd(typeof(T), type =>
        {
            using var context = engine.CreateContext();
            return new EntityQueryRootExpression(this, context.Model.FindEntityType(type)
                ?? throw new InvalidOperationException($"{type.FullName} is not stored: its assembly is not loaded."));
        });
        return new ShopQueryable<T>(this, root);
    }

    public IQueryable<TElement> CreateQuery<TElement>(Expression expression)
    {
        return new ShopQueryable<TElement>(this, expression);
    }

    public IQueryable CreateQuery(Expression expression)
    {
        var element = expression.Type.GetInterfaces().Append(expression.Type)
            .First(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(IEnumerable<>)).GetGenericArguments()[0];
        return (IQueryable)CreateMethod.MakeGenericMethod(element).Invoke(this, [expression])!;
    }

    public object? Execute(Expression expression)
    {
        return Execute<object>(expression);
    }

    public TResult Execute<TResult>(Expression expression)
    {
        using var context = engine.CreateContext();
        return context.GetService<IAsyncQueryProvider>().Execute<TResult>(expression);
    }

    public TResult ExecuteAsync<TResult>(Expression expression, CancellationToken cancellationToken = default)
    {
        var kind = typeof(TResult);
        var method = kind.GetGenericTypeDefinition() == typeof(Task<>) ? AwaitMethod : EnumerateMethod;
        return (TResult)method.MakeGenericMethod(kind.GetGenericArguments()).Invoke(this, [expression, cancellationToken])!;
    }

    public IEnumerable<T> Enumerate<T>(Expression expression)
    {
        using var context = engine.CreateContext();
        foreach (var item in context.GetService<IAsyncQueryProvider>().Execute<IEnumerable<T>>(expression))
            yield return item;
    }

    public async IAsyncEnumerable<T> EnumerateAsync<T>(Expression expression, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = engine.CreateContext();
        var rows = context.GetService<IAsyncQueryProvider>().ExecuteAsync<IAsyncEnumerable<T>>(expression, cancellationToken);
        await foreach (var item in rows.WithCancellation(cancellationToken))
            yield return item;
    }

    private async Task<T> AwaitAsync<T>(Expression expression, CancellationToken cancellationToken)
    {
        await using var context = engine.CreateContext();
        return await context.GetService<IAsyncQueryProvider>().ExecuteAsync<Task<T>>(expression, cancellationToken);
    }
}

/// <summary>A query that has not run yet.</summary>
internal sealed class ShopQueryable<T>(ShopQueryProvider provider, Expression expression) : IOrderedQueryable<T>, IAsyncEnumerable<T>
{
    public Type ElementType => typeof(T);
    public Expression Expression => expression;
    public IQueryProvider Provider => provider;

    public IEnumerator<T> GetEnumerator()
    {
        return provider.Enumerate<T>(expression).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator()
    {
        return GetEnumerator();
    }

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        return provider.EnumerateAsync<T>(expression, cancellationToken).GetAsyncEnumerator(cancellationToken);
    }
}

/// <summary>Lets the platform's asynchronous LINQ run on the shop's queries; everything else stays in memory.</summary>
internal sealed class AsyncQueryExecutor : IAsyncQueryExecutor
{
    public static void Use()
    {
        AsyncIQueryableExtensions.Executor ??= new AsyncQueryExecutor();
    }

    public bool Handles(IQueryable source)
    {
        return source.Provider is ShopQueryProvider;
    }

    public async Task<List<T>> ToListAsync<T>(IQueryable<T> source)
    {
        var list = new List<T>();
        await foreach (var item in ToAsyncEnumerable(source))
            list.Add(item);
        return list;
    }

    public IAsyncEnumerable<T> ToAsyncEnumerable<T>(IQueryable<T> source)
    {
        return ((ShopQueryProvider)source.Provider).EnumerateAsync<T>(source.Expression, default);
    }

    public Task<TResult> ExecuteAsync<TResult>(IQueryable source, Expression expression)
    {
        return ((ShopQueryProvider)source.Provider).ExecuteAsync<Task<TResult>>(expression);
    }
}
