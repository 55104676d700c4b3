using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Nop.Services.Messages;
using ILogger = Nop.Services.Logging.ILogger;

namespace Shop.Services.Messages;

/// <summary>What the next page tells the user: the type is success, warning or error.</summary>
public sealed record Notification(string Type, string Message, bool Encode, int Timeout);

/// <summary>Keeps messages for the next page.</summary>
public sealed class NotificationService(IHttpContextAccessor accessor, ITempDataDictionaryFactory tempData, ILogger logger) : INotificationService
{
    public const string Key = "NotificationList";

    public void SuccessNotification(string message, bool encode = true, int timeout = 0)
    {
        Add("success", message, encode, timeout);
    }

    public void WarningNotification(string message, bool encode = true, int timeout = 0)
    {
        Add("warning", message, encode, timeout);
    }

    public void ErrorNotification(string message, bool encode = true, int timeout = 0)
    {
        Add("error", message, encode, timeout);
    }

    public async Task ErrorNotificationAsync(Exception exception, bool logException = true, int timeout = 0)
    {
        if (exception is null)
            return;
        if (logException)
            await logger.ErrorAsync(exception.Message, exception);
        ErrorNotification(exception.Message, true, timeout);
    }

    /// <summary>The messages to show now; they are shown once.</summary>
    public static IReadOnlyList<Notification> Take(ITempDataDictionary tempData)
    {
        return tempData.TryGetValue(Key, out var kept) && kept is string json ? JsonSerializer.Deserialize<List<Notification>>(json) ?? [] : [];
    }

    private void Add(string type, string message, bool encode, int timeout)
    {
        if (accessor.HttpContext is not { } context)
            return;
        var kept = tempData.GetTempData(context);
        var list = kept.Peek(Key) is string json ? JsonSerializer.Deserialize<List<Notification>>(json) ?? [] : [];
        list.Add(new Notification(type, message, encode, timeout));
        kept[Key] = JsonSerializer.Serialize(list);
    }
}
