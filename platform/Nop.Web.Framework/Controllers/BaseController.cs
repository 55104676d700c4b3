using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;
using Nop.Services.Localization;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Web.Framework.Controllers;

/// <summary>What every controller of the shop and of its plugins is.</summary>
[PublishModelEvents]
public abstract partial class BaseController : Controller
{
    protected virtual async Task<string> RenderPartialViewToStringAsync(string viewName, object model)
    {
        if (string.IsNullOrEmpty(viewName))
            viewName = ControllerContext.ActionDescriptor.ActionName;

        ViewData.Model = model;
        var engine = HttpContext.RequestServices.GetRequiredService<IRazorViewEngine>();
        var found = engine.FindView(ControllerContext, viewName, isMainPage: false);
        if (!found.Success)
            found = engine.GetView(null, viewName, isMainPage: false);

        var view = found.EnsureSuccessful(found.SearchedLocations).View;
        await using var writer = new StringWriter();
        await view.RenderAsync(new ViewContext(ControllerContext, view, ViewData, TempData, writer, new HtmlHelperOptions()));
        return writer.ToString();
    }

    protected virtual async Task<string> RenderViewComponentToStringAsync(Type componentType, object arguments = null)
    {
        await using var writer = new StringWriter();
        var context = new ViewContext(ControllerContext, EmptyView.Instance, ViewData, TempData, writer, new HtmlHelperOptions());
        var helper = HttpContext.RequestServices.GetRequiredService<IViewComponentHelper>();
        (helper as IViewContextAware)?.Contextualize(context);

        var content = await helper.InvokeAsync(componentType, arguments);
        content.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }

    protected JsonResult ErrorJson(string error)
    {
        return Json(new { error });
    }

    protected JsonResult ErrorJson(object errors)
    {
        return Json(new { error = errors });
    }

    protected virtual IActionResult AccessDeniedView()
    {
        var page = Request.PathBase + Request.Path + Request.QueryString;
        return RedirectToAction("AccessDenied", "Security", new { area = AreaNames.ADMIN, pageUrl = page });
    }

    protected virtual async Task<JsonResult> AccessDeniedJsonAsync()
    {
        var resources = HttpContext.RequestServices.GetRequiredService<ILocalizationService>();
        return ErrorJson(await resources.GetResourceAsync("Admin.AccessDenied.Description"));
    }

    /// <summary>Remembers the open card of a page for the next request.</summary>
    public virtual void SaveSelectedCardName(string cardName, bool persistForTheNextRequest = true)
    {
        Remember("nop.selected-card-name", cardName, persistForTheNextRequest);
    }

    /// <summary>Remembers the open tab of a page for the next request: the given one, or the posted one.</summary>
    public virtual Task SaveSelectedTabNameAsync(string tabName = "", bool persistForTheNextRequest = true)
    {
        var selected = tabName;
        if (string.IsNullOrEmpty(selected) && Request.HasFormContentType)
            selected = Request.Form["selected-tab-name"];

        Remember("nop.selected-tab-name", selected, persistForTheNextRequest);
        return Task.CompletedTask;
    }

    private void Remember(string key, string value, bool persist)
    {
        if (string.IsNullOrEmpty(value))
            return;

        if (persist)
            TempData[key] = value;
        else
            ViewData[key] = value;
    }

    /// <summary>A component needs a view context even where no view is being drawn.</summary>
    private sealed class EmptyView : IView
    {
        public static readonly EmptyView Instance = new();

        public string Path => string.Empty;

        public Task RenderAsync(ViewContext context)
        {
            return Task.CompletedTask;
        }
    }
}

/// <summary>What every controller of a plugin is.</summary>
public abstract partial class BasePluginController : BaseController;
