using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Web.Framework;
using Nop.Web.Framework.Controllers;
using Nop.Web.Framework.Mvc.Filters;

namespace Shop.Web.Controllers;

/// <summary>The base of the shop's own admin pages.</summary>
[Area(AreaNames.ADMIN)]
[AuthorizeAdmin]
[ValidateIpAddress]
[ValidateVendor]
[AutoValidateAntiforgeryToken]
public abstract class AdminController : BaseController
{
    /// <summary>The choices of a list, after one that stands for all of them.</summary>
    protected static List<SelectListItem> WithAll(string all, IEnumerable<SelectListItem> items)
    {
        return [new SelectListItem(all, "0"), .. items];
    }
}
