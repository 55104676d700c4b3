using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Nop.Core;
using Nop.Services.Localization;
using Nop.Services.Security;

namespace Nop.Web.Framework.Mvc.Filters;

/// <summary>
/// Lets in those who have one of the named permissions. Several attributes on a method must all be satisfied.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = true, AllowMultiple = true)]
public sealed class CheckPermissionAttribute : TypeFilterAttribute
{
    /// <summary>What the others get; the default goes by the request's method.</summary>
    public enum CheckPermissionResultType
    {
        Default = 0,
        Html = 1,
        Text = 2,
        Json = 3
    }

    public CheckPermissionAttribute(string permissionSystemName, CheckPermissionResultType resultType = CheckPermissionResultType.Default)
        : this([permissionSystemName], resultType)
    {
    }

    public CheckPermissionAttribute(string[] permissionSystemNames, CheckPermissionResultType resultType = CheckPermissionResultType.Default)
        : base(typeof(CheckPermissionFilter))
    {
        PermissionSystemName = [.. permissionSystemNames];
        ResultType = resultType;
        Arguments = [PermissionSystemName, resultType];
    }

    public List<string> PermissionSystemName { get; }

    public CheckPermissionResultType ResultType { get; }

    private sealed class CheckPermissionFilter : IAsyncAuthorizationFilter
    {
        private readonly List<string> _names;
        private readonly CheckPermissionResultType _resultType;
        private readonly IPermissionService _permissions;
        private readonly ILocalizationService _resources;
        private readonly IWebHelper _webHelper;

        public CheckPermissionFilter(List<string> names, CheckPermissionResultType resultType,
            IPermissionService permissions, ILocalizationService resources, IWebHelper webHelper)
        {
            _names = names;
            _resultType = resultType;
            _permissions = permissions;
            _resources = resources;
            _webHelper = webHelper;
        }

        public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
        {
            foreach (var name in _names)
            {
                if (await _permissions.AuthorizeAsync(name))
                    return;
            }

            context.Result = await RefuseAsync(context.HttpContext.Request);
        }

        private async Task<IActionResult> RefuseAsync(HttpRequest request)
        {
            var resultType = _resultType == CheckPermissionResultType.Default ? ByMethod(request) : _resultType;
            if (resultType == CheckPermissionResultType.Html)
            {
                var page = request.PathBase + request.Path + request.QueryString;
                return new RedirectToActionResult("AccessDenied", "Security", new { area = AreaNames.ADMIN, pageUrl = page });
            }

            var text = await _resources.GetResourceAsync("Admin.AccessDenied.Description");
            return resultType == CheckPermissionResultType.Json
                ? new JsonResult(new { error = text })
                : new ContentResult { Content = text, ContentType = "text/plain" };
        }

        private CheckPermissionResultType ByMethod(HttpRequest request)
        {
            if (HttpMethods.IsGet(request.Method))
                return CheckPermissionResultType.Html;
            if (!HttpMethods.IsPost(request.Method))
                return CheckPermissionResultType.Text;

            return _webHelper.IsAjaxRequest(request) ? CheckPermissionResultType.Json : CheckPermissionResultType.Html;
        }
    }
}
