using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Nop.Core;
using Nop.Core.Domain.Security;

namespace Nop.Web.Framework.Mvc.Filters;

/// <summary>Lets in only the addresses that the security settings allow, where they name any.</summary>
public sealed class ValidateIpAddressAttribute : TypeFilterAttribute
{
    public ValidateIpAddressAttribute() : base(typeof(ValidateIpAddressFilter))
    {
    }

    private sealed class ValidateIpAddressFilter : IAsyncActionFilter
    {
        private readonly IWebHelper _webHelper;
        private readonly SecuritySettings _settings;

        public ValidateIpAddressFilter(IWebHelper webHelper, SecuritySettings settings)
        {
            _webHelper = webHelper;
            _settings = settings;
        }

        public Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
        {
            var allowed = _settings.AdminAreaAllowedIpAddresses ?? [];
            var isDeniedPage = context.RouteData.Values["action"] is "AccessDenied";
            if (allowed.Count == 0 || isDeniedPage || allowed.Contains(_webHelper.GetCurrentIpAddress(), StringComparer.OrdinalIgnoreCase))
                return next();

            var request = context.HttpContext.Request;
            var page = request.PathBase + request.Path + request.QueryString;
            context.Result = new RedirectToActionResult("AccessDenied", "Security", new { area = AreaNames.ADMIN, pageUrl = page });
            return Task.CompletedTask;
        }
    }
}
