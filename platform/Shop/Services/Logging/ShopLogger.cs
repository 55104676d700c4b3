using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Logging;
using Nop.Data;
using Shop.Infrastructure;
using ILogger = Nop.Services.Logging.ILogger;
using LogLevel = Nop.Core.Domain.Logging.LogLevel;

namespace Shop.Services.Logging;

/// <summary>Writes to the shop's log table, and warnings and worse to the console too.</summary>
internal sealed class ShopLogger(IRepository<Log> logs, IHttpContextAccessor accessor, TimeProvider clock, ILoggerFactory console) : ILogger
{
    public Task ErrorAsync(string message, Exception? exception = null, Customer? customer = null)
    {
        return WriteAsync(LogLevel.Error, message, exception, customer);
    }

    public Task InformationAsync(string message, Exception? exception = null, Customer? customer = null)
    {
        return WriteAsync(LogLevel.Information, message, exception, customer);
    }

    public Task WarningAsync(string message, Exception? exception = null, Customer? customer = null)
    {
        return WriteAsync(LogLevel.Warning, message, exception, customer);
    }

    public async Task InsertLogAsync(LogLevel logLevel, string shortMessage, string fullMessage = "", Customer? customer = null)
    {
        if (logLevel >= LogLevel.Warning)
            console.CreateLogger("Shop").Log(logLevel == LogLevel.Warning ? Microsoft.Extensions.Logging.LogLevel.Warning
                : Microsoft.Extensions.Logging.LogLevel.Error,
                "{Message}{Details}", shortMessage, logLevel == LogLevel.Warning || string.IsNullOrEmpty(fullMessage) ? "" : Environment.NewLine + fullMessage);
        if (!DataSettingsManager.IsDatabaseInstalled())
            return;
        var request = accessor.HttpContext?.Request;
        await logs.InsertAsync(new Log
        {
            LogLevel = logLevel,
            ShortMessage = shortMessage ?? "",
            FullMessage = fullMessage,
            IpAddress = accessor.HttpContext?.Connection.RemoteIpAddress?.ToString(),
            CustomerId = customer?.Id,
            PageUrl = request is null ? null : $"{request.Scheme}://{request.Host}{request.Path}{request.QueryString}",
            ReferrerUrl = request?.Headers.Referer.ToString(),
            CreatedOnUtc = clock.GetUtcNow().UtcDateTime
        }, false);
    }

    private Task WriteAsync(LogLevel level, string message, Exception? exception, Customer? customer)
    {
        // A request that the visitor gave up is no trouble of the shop's.
        return exception is OperationCanceledException && accessor.HttpContext?.RequestAborted.IsCancellationRequested == true
            ? Task.CompletedTask
            : InsertLogAsync(level, message, exception?.ToString() ?? "", customer);
    }
}
