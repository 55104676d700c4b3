namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>A window as moments in UTC.</summary>
/// <param name="From">The first moment, included; null for no beginning.</param>
/// <param name="Before">The first moment after it; null when only <paramref name="UpTo"/> ends it.</param>
/// <param name="UpTo">The last moment, included: never beyond now.</param>
public readonly record struct WindowBounds(DateTime? From, DateTime? Before, DateTime UpTo)
{
    /// <summary>The bounds of a window at a moment.</summary>
    public static WindowBounds Of(TimeWindow window, ShopCalendar calendar)
    {
        var now = calendar.NowUtc;
        return window switch
        {
            LastWindow { Unit: TimeUnit.Hour } w => new WindowBounds(calendar.HoursAgo(w.Count), null, now),
            LastWindow w => new WindowBounds(calendar.StartOf(calendar.DaysAgo(w.Count)), null, now),
            OlderThanWindow { Unit: TimeUnit.Hour } w => new WindowBounds(null, calendar.HoursAgo(w.Count), now),
            OlderThanWindow w => new WindowBounds(null, calendar.StartOf(calendar.DaysAgo(w.Count)), now),
            AgeWindow { Unit: TimeUnit.Hour } w => new WindowBounds(calendar.HoursAgo(w.To), null, calendar.HoursAgo(w.From)),
            AgeWindow w => new WindowBounds(calendar.StartOf(calendar.DaysAgo(w.To)), calendar.EndOf(calendar.DaysAgo(w.From)), now),
            DatesWindow w => new WindowBounds(
                w.From is { } from ? calendar.StartOf(from) : null, w.To is { } to ? calendar.EndOf(to) : null, now),
            _ => throw new ArgumentOutOfRangeException(nameof(window), window, null)
        };
    }
}
