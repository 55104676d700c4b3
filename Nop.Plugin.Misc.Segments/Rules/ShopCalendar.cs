namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>One moment as the shop's default time zone sees it, and the way from local days to moments in UTC.</summary>
public sealed class ShopCalendar
{
    private readonly TimeZoneInfo _zone;

    /// <summary>Stops the clock at a moment.</summary>
    /// <param name="nowUtc">The moment, in UTC.</param>
    /// <param name="zone">The shop's default time zone.</param>
    public ShopCalendar(DateTime nowUtc, TimeZoneInfo zone)
    {
        _zone = zone;
        NowUtc = DateTime.SpecifyKind(nowUtc, DateTimeKind.Utc);
        Today = DayOf(NowUtc);
    }

    /// <summary>The moment, in UTC.</summary>
    public DateTime NowUtc { get; }

    /// <summary>The local day.</summary>
    public DateOnly Today { get; }

    /// <summary>How many whole local days ago a moment was; negative when it is still to come.</summary>
    public int AgeInDays(DateTime utc) => Today.DayNumber - DayOf(utc).DayNumber;

    /// <summary>The local day of a moment in UTC.</summary>
    public DateOnly DayOf(DateTime utc) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), _zone));

    /// <summary>The local day so many days before today (after it, when negative), within what a calendar can say.</summary>
    public DateOnly DaysAgo(int days) =>
        DateOnly.FromDayNumber((int)Math.Clamp(Today.DayNumber - (long)days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    /// <summary>The moment so many hours before now, within what a calendar can say.</summary>
    public DateTime HoursAgo(decimal hours) => NowUtc.AddTicks(-(long)Math.Min(NowUtc.Ticks, hours * TimeSpan.TicksPerHour));

    /// <summary>The first moment of a local day, in UTC: also where the clock is moved at midnight.</summary>
    public DateTime StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (_zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(1);

        var offset = _zone.IsAmbiguousTime(midnight) ? _zone.GetAmbiguousTimeOffsets(midnight).Max() : _zone.GetUtcOffset(midnight);
        var ticks = Math.Clamp(midnight.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new DateTime(ticks, DateTimeKind.Utc);
    }

    /// <summary>The first moment after a local day, in UTC.</summary>
    public DateTime EndOf(DateOnly day) => day == DateOnly.MaxValue ? DateTime.MaxValue : StartOf(day.AddDays(1));
}
