namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>Tells a statement that took too long from what else can go wrong.</summary>
internal static class Timeouts
{
    /// <summary>Whether an exception says so: each driver does inside an exception of its own.</summary>
    public static bool IsOne(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            if (cause is TimeoutException)
                return true;
        return false;
    }
}
