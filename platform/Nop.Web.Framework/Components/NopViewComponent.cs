using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewComponents;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Events;
using Nop.Web.Framework.Events;

namespace Nop.Web.Framework.Components;

/// <summary>What every view component is; the models it shows are published before.</summary>
public abstract partial class NopViewComponent : ViewComponent
{
    public new ViewViewComponentResult View<TModel>(string viewName, TModel model)
    {
        PublishModelPrepared(model);
        return base.View(viewName, model);
    }

    public new ViewViewComponentResult View<TModel>(TModel model)
    {
        PublishModelPrepared(model);
        return base.View(model);
    }

    public new ViewViewComponentResult View(string viewName)
    {
        return base.View(viewName);
    }

    private void PublishModelPrepared(object model)
    {
        HttpContext.RequestServices.GetRequiredService<IEventPublisher>().ModelPrepared(model);
    }
}
