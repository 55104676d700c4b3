namespace Shop.Demo;

/// <summary>When people buy: more each year, most before Christmas and in spring, on Sunday evenings rather than Tuesday nights.</summary>
internal sealed class SalesCalendar
{
    public const int Days = 3 * 365;

    private static readonly double[] _months = [0.85, 0.8, 1.0, 1.2, 1.25, 1.1, 0.95, 0.85, 0.95, 1.0, 1.5, 2.0];
    private static readonly double[] _weekdays = [1.3, 1.05, 0.95, 0.95, 0.95, 0.9, 1.05];
    private static readonly double[] _hours =
        [0.4, 0.2, 0.1, 0.1, 0.1, 0.2, 0.5, 0.9, 1.2, 1.5, 1.6, 1.6, 1.7, 1.5, 1.4, 1.4, 1.5, 1.7, 2.0, 2.5, 2.8, 2.5, 1.7, 0.9];

    private readonly DateTime _now;
    private readonly DateTime _firstDay;
    private readonly double[] _days = new double[Days];
    private readonly double[] _runningHours = Running(_hours);

    public SalesCalendar(DateTime now)
    {
        _now = now;
        _firstDay = now.Date.AddDays(1 - Days);
        var sum = 0.0;
        for (var i = 0; i < Days; i++)
            _days[i] = sum += Weight(_firstDay.AddDays(i), i);
    }

    /// <summary>The day the shop opened.</summary>
    public DateTime Opened => _firstDay;

    /// <summary>A moment to buy, somewhere between two moments, both within the shop's life.</summary>
    public DateTime Between(SeededRandom random, DateTime from, DateTime to)
    {
        var first = DayOf(from);
        var last = Math.Max(first, DayOf(to));
        var before = first == 0 ? 0 : _days[first - 1];
        var drawn = before + random.NextDouble() * (_days[last] - before);
        var found = Array.BinarySearch(_days, first, last - first + 1, drawn);
        var day = Math.Clamp(found < 0 ? ~found : found + 1, first, last);
        return Within(random, _firstDay.AddDays(day), from, to);
    }

    private DateTime Within(SeededRandom random, DateTime day, DateTime from, DateTime to)
    {
        var latest = to < _now ? to : _now;
        for (var tries = 0; tries < 8; tries++)
        {
            var moment = day.AddHours(random.PickWeighted(_runningHours)).AddSeconds(random.Next(3600));
            if (moment >= from && moment <= latest)
                return moment;
        }

        // The first or the last day, and most of it lies outside.
        var start = day > from ? day : from;
        var end = day.AddDays(1) < latest ? day.AddDays(1) : latest;
        return end <= start ? start : start.AddSeconds(Math.Floor((end - start).TotalSeconds * random.NextDouble()));
    }

    private int DayOf(DateTime moment)
    {
        return Math.Clamp((moment.Date - _firstDay).Days, 0, Days - 1);
    }

    private static double Weight(DateTime day, int index)
    {
        var growth = 0.7 + 0.6 * index / Days;
        // The week around Black Friday, which is the day after the fourth Thursday of November.
        var sale = day.Month == 11 && day.Day is >= 22 and <= 29 ? 2.0 : 1.0;
        var quietHolidays = day is { Month: 12, Day: >= 24 and <= 26 } ? 0.3 : 1.0;
        return _months[day.Month - 1] * _weekdays[(int)day.DayOfWeek] * growth * sale * quietHolidays;
    }

    private static double[] Running(double[] weights)
    {
        var sum = 0.0;
        return weights.Select(weight => sum += weight).ToArray();
    }
}
