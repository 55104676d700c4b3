using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Newtonsoft.Json;
using Nop.Core;
using Nop.Services.Messages;

namespace Shop.Web;

/// <summary>Messages for the next page that is shown to the user; they live in the temporary data of the session.</summary>
public sealed class Notifications(
    IHttpContextAccessor httpContextAccessor,
    ITempDataDictionaryFactory tempDataFactory,
    Nop.Services.Logging.ILogger logger,
    IWorkContext workContext) : INotificationService
{
    private const string KEY = "NotificationList";

    public void SuccessNotification(string message, bool encode = true, int timeout = 0)
    {
        Add(new Notification("success", message, encode));
    }

    public void WarningNotification(string message, bool encode = true, int timeout = 0)
    {
        Add(new Notification("warning", message, encode));
    }

    public void ErrorNotification(string message, bool encode = true, int timeout = 0)
    {
        Add(new Notification("danger", message, encode));
    }

    public async Task ErrorNotificationAsync(Exception exception, bool logException = true, int timeout = 0)
    {
        if (logException)
            await logger.ErrorAsync(exception.Message, exception, await workContext.GetCurrentCustomerAsync());
        ErrorNotification(exception.Message, true, timeout);
    }

    /// <summary>Takes the messages out: each is shown once.</summary>
    public static IReadOnlyList<Notification> Take(ITempDataDictionary tempData)
    {
        return tempData[KEY] is string stored ? JsonConvert.DeserializeObject<List<Notification>>(stored) ?? [] : [];
    }

    // Without a request, as in a schedule task of the shop itself, there is nobody to tell.
    private void Add(Notification notification)
    {
        if (httpContextAccessor.HttpContext is not { } context)
            return;

        var tempData = tempDataFactory.GetTempData(context);
        List<Notification> all = [.. Take(tempData), notification];
        tempData[KEY] = JsonConvert.SerializeObject(all);
    }
}

/// <summary>A message, with the kind of Bootstrap alert that shows it.</summary>
public sealed record Notification(string Kind, string Message, bool Encode);
