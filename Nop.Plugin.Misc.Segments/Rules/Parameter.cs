using System.Linq.Expressions;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>Values of a query that become parameters of its SQL, so that its translation is made once and kept.</summary>
internal static class Parameter
{
    /// <summary>The value, read from a holder as a captured variable is.</summary>
    public static Expression Of<T>(T value) => Expression.Field(Expression.Constant(new Holder<T>(value)), nameof(Holder<T>.Value));

    private sealed class Holder<T>(T value)
    {
        public readonly T Value = value;
    }
}
