using Nop.Web.Framework.Mvc.Routing;

namespace Shop.Infrastructure;

/// <summary>Addresses of named routes; only within a request, as in a real shop.</summary>
internal sealed class NopUrlHelper(IHttpContextAccessor accessor, LinkGenerator links) : INopUrlHelper
{
    public string RouteUrl(string routeName, object? values = null, string? protocol = null, string? host = null, string? fragment = null)
    {
        var context = accessor.HttpContext ?? throw new InvalidOperationException("There is no request that an address could be made for.");
        var anchor = string.IsNullOrEmpty(fragment) ? default : new FragmentString("#" + fragment);
        return (protocol is null && host is null
            ? links.GetPathByName(context, routeName, values, fragment: anchor)
            : links.GetUriByName(context, routeName, values, protocol, host is null ? null : new HostString(host), fragment: anchor))!;
    }
}
