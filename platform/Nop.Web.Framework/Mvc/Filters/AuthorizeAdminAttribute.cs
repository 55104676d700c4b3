using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Nop.Services.Security;

namespace Nop.Web.Framework.Mvc.Filters;

/// <summary>Lets in those who may enter the admin area; the others are asked to sign in.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = true, AllowMultiple = true)]
public sealed class AuthorizeAdminAttribute : TypeFilterAttribute
{
    public AuthorizeAdminAttribute(bool ignore = false) : base(typeof(AuthorizeAdminFilter))
    {
        IgnoreFilter = ignore;
        Arguments = [ignore];
    }

    public bool IgnoreFilter { get; }

    private sealed class AuthorizeAdminFilter : IAsyncAuthorizationFilter
    {
        private readonly bool _ignore;
        private readonly IPermissionService _permissions;

        public AuthorizeAdminFilter(bool ignore, IPermissionService permissions)
        {
            _ignore = ignore;
            _permissions = permissions;
        }

        public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
        {
            if (_ignore || FilterScopes.IsIgnored<AuthorizeAdminAttribute>(context, attribute => attribute.IgnoreFilter))
                return;

            if (!await _permissions.AuthorizeAsync(StandardPermission.Security.ACCESS_ADMIN_PANEL))
                context.Result = new ChallengeResult();
        }
    }
}
