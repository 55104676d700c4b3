using Microsoft.AspNetCore.Mvc;
using Nop.Web.Framework.Factories;

namespace Shop.Web.Components;

/// <summary>Draws what the active widget plugins put into a zone of an admin page.</summary>
[ViewComponent(Name = "AdminWidget")]
public sealed class AdminWidgetViewComponent(IWidgetModelFactory widgets) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string widgetZone, object? additionalData = null)
    {
        var models = await widgets.PrepareRenderWidgetModelAsync(widgetZone, additionalData, useCache: false);
        return models.Count == 0 ? Content(string.Empty) : View(models);
    }
}
