using FsCheck;
using FsCheck.Fluent;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Generation;

/// <summary>A moment and a place: what a shop calls now, and where its days begin.</summary>
internal sealed record Clock(DateTime Now, TimeZoneInfo Zone, DateOnly[] ClockChanges)
{
    public DateOnly Today => LocalTime.DayOf(Now, Zone);
}

/// <summary>Clocks, more often than not close to where days are hard: local midnight, the change of the clocks, leap days.</summary>
internal static class Clocks
{
    /// <summary>Days on which the clocks change; in some of these places at midnight, so that the day begins at one, or begins twice.</summary>
    private static readonly (string Zone, string[] Changes)[] _places =
    [
        ("Europe/Amsterdam", ["2023-03-26", "2023-10-29", "2024-03-31", "2024-10-27"]),
        ("America/New_York", ["2023-11-05", "2024-03-10", "2024-11-03"]),
        ("America/Sao_Paulo", ["2017-10-15", "2018-02-18", "2018-11-04"]),
        ("America/Santiago", ["2023-09-03", "2024-04-07", "2024-09-08"]),
        ("America/Havana", ["2023-11-05", "2024-03-10", "2024-11-03"]),
        ("Asia/Kathmandu", ["2024-01-01"]),
        ("Pacific/Auckland", ["2023-09-24", "2024-04-07"]),
        ("UTC", ["2024-02-29"]),
    ];

    public static readonly Gen<Clock> Any =
        from place in Gen.Frequency(
            (8, Gen.Constant(_places[0])),
            (8, Gen.Elements(_places)))
        let zone = TimeZoneInfo.FindSystemTimeZoneById(place.Zone)
        let changes = place.Changes.Select(DateOnly.Parse).ToArray()
        from day in Gen.Frequency(
            (4, from change in Gen.Elements(changes) from later in Gen.Elements(0, 0, 1, 2, 7, 30) select change.AddDays(later)),
            (2, Gen.Elements(new DateOnly(2023, 2, 28), new DateOnly(2023, 3, 1), new DateOnly(2024, 2, 29), new DateOnly(2024, 2, 28))),
            (1, Gen.Elements(new DateOnly(2023, 12, 31), new DateOnly(2024, 1, 1), new DateOnly(2023, 12, 20))),
            (2, from days in Gen.Choose(0, 1_000) select new DateOnly(2022, 1, 1).AddDays(days)))
        let start = LocalTime.StartOf(day, zone)
        from now in Gen.Frequency(
            (2, Gen.Constant(start)),
            (1, Gen.Elements(start - LocalTime.Instant, start + LocalTime.Instant)),
            (2, Gen.Elements(start.AddMinutes(30), start.AddHours(1), start.AddHours(2), start.AddHours(12), start.AddHours(23))),
            (3, from second in Gen.Choose(0, 86_399) select start.AddSeconds(second)))
        select new Clock(now, zone, changes);

    /// <summary>Moments on and around the edges that windows have at a clock.</summary>
    public static Gen<DateTime> Moments(Clock clock)
    {
        var touches = Gen.Elements(TimeSpan.Zero, TimeSpan.Zero, -LocalTime.Instant, LocalTime.Instant, -TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        return Gen.Frequency(
            (2, Gen.Constant(clock.Now)),
            (2, Gen.Elements(LocalTime.Instant, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(400))
                .Select(ahead => clock.Now + ahead)),
            (5, from hours in Gen.Frequency((3, Gen.Choose(0, 6)), (2, Gen.Elements(12, 24, 25, 48)), (1, Gen.Choose(0, 1_000)))
                from touch in touches
                select clock.Now.AddHours(-hours) + touch),
            (8, from age in Gen.Frequency((4, Gen.Choose(0, 3)), (3, Gen.Elements(7, 30, 31, 60, 90, 91, 365, 366)), (1, Gen.Elements(-1, 700, 1_000)))
                from touch in touches
                select LocalTime.StartOf(clock.Today.AddDays(-age), clock.Zone) + touch),
            (3, from change in Gen.Elements(clock.ClockChanges)
                from later in Gen.Choose(0, 1)
                from minutes in Gen.Elements(0, 0, 30, 60, 90, 120, -30)
                from touch in touches
                select LocalTime.StartOf(change.AddDays(later), clock.Zone).AddMinutes(minutes) + touch),
            (5, from seconds in Gen.Choose(0, 90_000_000) select clock.Now.AddSeconds(-seconds)));
    }

    /// <summary>When customers registered: as other moments, and on days whose anniversary is near.</summary>
    public static Gen<DateTime> Registrations(Clock clock)
    {
        var anniversaries =
            from years in Gen.Choose(0, 6)
            from days in Gen.Elements(-1, 0, 0, 1, 2, 7, 30, 31, 364, 365)
            from minutes in Gen.Elements(0, 30, 720)
            select LocalTime.StartOf(clock.Today.AddDays(days).AddYears(-years), clock.Zone).AddMinutes(minutes);
        var leapDays =
            from year in Gen.Elements(2012, 2016, 2020)
            from hours in Gen.Elements(0, 12, 23)
            select LocalTime.StartOf(new DateOnly(year, 2, 29), clock.Zone).AddHours(hours);

        return Gen.Frequency((4, Moments(clock)), (3, anniversaries), (clock.Today.Month is 2 or 3 ? 5 : 1, leapDays));
    }
}
