using Microsoft.AspNetCore.Mvc;

namespace Shop.Web.Controllers;

/// <summary>The page that tells someone that a page is not for them.</summary>
public sealed class SecurityController : AdminController
{
    public IActionResult AccessDenied(string? pageUrl)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return View(model: pageUrl);
    }
}
