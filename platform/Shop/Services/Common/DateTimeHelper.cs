using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Services.Configuration;
using Nop.Services.Helpers;

namespace Shop.Services.Common;

/// <summary>Times between UTC and the reader's or the shop's zone. The shop's is the setting datetimesettings.defaultstoretimezoneid.</summary>
internal sealed class DateTimeHelper(ISettingService settings, IWorkContext workContext) : IDateTimeHelper
{
    public TimeZoneInfo DefaultStoreTimeZone =>
        Find(settings.GetSettingByKeyAsync<string>("datetimesettings.defaultstoretimezoneid").GetAwaiter().GetResult()) ?? TimeZoneInfo.Utc;

    public DateTime ConvertToUserTime(DateTime dt, TimeZoneInfo sourceTimeZone, TimeZoneInfo destinationTimeZone)
    {
        return TimeZoneInfo.ConvertTime(DateTime.SpecifyKind(dt, DateTimeKind.Unspecified), sourceTimeZone, destinationTimeZone);
    }

    public Task<DateTime> ConvertToUserTimeAsync(DateTime dt)
    {
        return ConvertToUserTimeAsync(dt, dt.Kind);
    }

    public async Task<DateTime> ConvertToUserTimeAsync(DateTime dt, DateTimeKind sourceDateTimeKind)
    {
        var zone = await GetCurrentTimeZoneAsync();
        return TimeZoneInfo.ConvertTime(DateTime.SpecifyKind(dt, sourceDateTimeKind), zone);
    }

    public DateTime ConvertToUtcTime(DateTime dt)
    {
        return ConvertToUtcTime(dt, dt.Kind);
    }

    public DateTime ConvertToUtcTime(DateTime dt, DateTimeKind sourceDateTimeKind)
    {
        return TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(dt, sourceDateTimeKind));
    }

    public DateTime ConvertToUtcTime(DateTime dt, TimeZoneInfo sourceTimeZone)
    {
        // A time that the clocks skip does not exist and stays as it is.
        var local = DateTime.SpecifyKind(dt, DateTimeKind.Unspecified);
        return sourceTimeZone.IsInvalidTime(local) ? local : TimeZoneInfo.ConvertTimeToUtc(local, sourceTimeZone);
    }

    public async Task<TimeZoneInfo> GetCurrentTimeZoneAsync()
    {
        return await GetCustomerTimeZoneAsync(await workContext.GetCurrentCustomerAsync());
    }

    public async Task<TimeZoneInfo> GetCustomerTimeZoneAsync(Customer customer)
    {
        var allowed = await settings.GetSettingByKeyAsync("datetimesettings.allowcustomerstosettimezone", false);
        return (allowed ? Find(customer?.TimeZoneId) : null) ?? DefaultStoreTimeZone;
    }

    private static TimeZoneInfo? Find(string? id)
    {
        return !string.IsNullOrEmpty(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
    }
}
