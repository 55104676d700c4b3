using Microsoft.AspNetCore.Routing;
using Nop.Core;
using Nop.Services.Cms;
using Nop.Web.Framework.Models.Cms;

namespace Nop.Web.Framework.Factories;

public partial interface IWidgetModelFactory
{
    Task<List<RenderWidgetModel>> PrepareRenderWidgetModelAsync(string widgetZone, object additionalData = null, bool useCache = true);
}

/// <summary>Asks the active widgets what they put into a zone; nothing is kept, so that no change is missed.</summary>
internal sealed class WidgetModels : IWidgetModelFactory
{
    private readonly IWidgetPluginManager _widgets;
    private readonly IWorkContext _workContext;
    private readonly IStoreContext _storeContext;

    public WidgetModels(IWidgetPluginManager widgets, IWorkContext workContext, IStoreContext storeContext)
    {
        _widgets = widgets;
        _workContext = workContext;
        _storeContext = storeContext;
    }

    public async Task<List<RenderWidgetModel>> PrepareRenderWidgetModelAsync(string widgetZone, object additionalData = null, bool useCache = true)
    {
        var customer = await _workContext.GetCurrentCustomerAsync();
        var store = await _storeContext.GetCurrentStoreAsync();
        var widgets = await _widgets.LoadActivePluginsAsync(customer, store.Id, widgetZone);

        return widgets
            .Select(widget => new RenderWidgetModel
            {
                WidgetViewComponent = widget.GetWidgetViewComponent(widgetZone),
                WidgetViewComponentArguments = new RouteValueDictionary
                {
                    ["widgetZone"] = widgetZone,
                    ["additionalData"] = additionalData
                }
            })
            .Where(model => model.WidgetViewComponent is not null)
            .ToList();
    }
}
