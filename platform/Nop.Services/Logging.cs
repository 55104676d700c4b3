using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Logging;

namespace Nop.Services.Logging;

public partial interface ICustomerActivityService
{
    Task<ActivityLog> InsertActivityAsync(Customer customer, string systemKeyword, string comment, BaseEntity entity = null);
    Task<ActivityLog> InsertActivityAsync(string systemKeyword, string comment, BaseEntity entity = null);
}

public partial interface ILogger
{
    Task ErrorAsync(string message, Exception exception = null, Customer customer = null);
    Task InformationAsync(string message, Exception exception = null, Customer customer = null);
    Task InsertLogAsync(LogLevel logLevel, string shortMessage, string fullMessage = "", Customer customer = null);
    Task WarningAsync(string message, Exception exception = null, Customer customer = null);
}
