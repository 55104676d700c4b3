using Nop.Core.Domain.Customers;

namespace Nop.Services.Helpers;

public partial interface IDateTimeHelper
{
    TimeZoneInfo DefaultStoreTimeZone { get; }
    DateTime ConvertToUserTime(DateTime dt, TimeZoneInfo sourceTimeZone, TimeZoneInfo destinationTimeZone);
    Task<DateTime> ConvertToUserTimeAsync(DateTime dt);
    Task<DateTime> ConvertToUserTimeAsync(DateTime dt, DateTimeKind sourceDateTimeKind);
    DateTime ConvertToUtcTime(DateTime dt);
    DateTime ConvertToUtcTime(DateTime dt, DateTimeKind sourceDateTimeKind);
    DateTime ConvertToUtcTime(DateTime dt, TimeZoneInfo sourceTimeZone);
    Task<TimeZoneInfo> GetCurrentTimeZoneAsync();
    Task<TimeZoneInfo> GetCustomerTimeZoneAsync(Customer customer);
}
