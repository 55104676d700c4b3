using Microsoft.AspNetCore.Mvc;
using Nop.Web.Framework;
using Nop.Web.Framework.Controllers;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.Segments.Controllers;

/// <summary>What all admin pages of the plugin have in common: who gets in at all, and that nothing is posted from elsewhere.</summary>
[Area(AreaNames.ADMIN)]
[AuthorizeAdmin]
[AutoValidateAntiforgeryToken]
[ValidateIpAddress]
[ValidateVendor]
public abstract class SegmentsAdminController : BasePluginController
{
    /// <summary>A view of the plugin's folder.</summary>
    /// <param name="name">The folder and the name below Views, without extension.</param>
    /// <param name="model">What it shows.</param>
    protected ViewResult PluginView(string name, object model) => View($"{SegmentsDefaults.PluginFolder}/Views/{name}.cshtml", model);
}
