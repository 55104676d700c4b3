using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Helpers;

namespace Nop.Plugin.Misc.Segments.Insights;

/// <summary>Reads how many members a segment had day by day.</summary>
public sealed class MemberTrend(IRepository<SegmentDay> days, IDateTimeHelper dateTimeHelper, TimeProvider timeProvider)
{
    /// <summary>How many days it reaches back, today among them.</summary>
    public const int Days = 90;

    /// <summary>The days that were counted, the oldest first. Today's row, if there is one, has the count of now.</summary>
    public async Task<IReadOnlyList<SegmentDay>> GetAsync(Segment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        var calendar = new ShopCalendar(timeProvider.GetUtcNow().UtcDateTime, dateTimeHelper.DefaultStoreTimeZone);
        var today = calendar.Today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var first = today.AddDays(1 - Days);
        var id = segment.Id;
        var rows = await days.Table.Where(day => day.SegmentId == id && day.Day >= first).OrderBy(day => day.Day).ToListAsync();
        if (rows.Count > 0 && rows[^1].Day.Date == today.Date)
            rows[^1].Members = segment.MemberCount;
        return rows;
    }
}
