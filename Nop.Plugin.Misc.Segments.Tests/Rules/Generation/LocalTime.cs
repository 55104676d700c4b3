namespace Nop.Plugin.Misc.Segments.Tests.Rules.Generation;

/// <summary>Where local days begin, found by searching: nothing here knows about clock changes but the time zone's own conversion.</summary>
internal static class LocalTime
{
    /// <summary>The smallest step all the databases keep.</summary>
    public static readonly TimeSpan Instant = TimeSpan.FromMicroseconds(1);

    /// <summary>The first moment, in UTC, whose local day is the day.</summary>
    public static DateTime StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var moment = DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc).AddHours(-15);
        while (DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(moment, zone)) < day)
            moment = moment.AddMinutes(15);

        return moment;
    }

    public static DateOnly DayOf(DateTime utc, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));
}
