using Microsoft.AspNetCore.Http.Extensions;
using Nop.Core;

namespace Shop.Services.Common;

internal sealed class WebHelper(IHttpContextAccessor accessor, IStoreContext stores) : IWebHelper
{
    private HttpRequest? Request => accessor.HttpContext?.Request;

    public string GetCurrentIpAddress()
    {
        var address = accessor.HttpContext?.Connection.RemoteIpAddress;
        return address is null ? "" : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
    }

    public string GetCurrentRequestProtocol()
    {
        return IsCurrentConnectionSecured() ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;
    }

    public string GetRawUrl(HttpRequest request)
    {
        return $"{request.PathBase}{request.Path}{request.QueryString}";
    }

    public string GetStoreLocation(bool? useSsl = null)
    {
        if (Request is { } request)
            return $"{(useSsl ?? IsCurrentConnectionSecured() ? "https" : "http")}://{request.Host}{request.PathBase}/";
        var url = stores.GetCurrentStore()?.Url ?? "http://localhost/";
        return url.EndsWith('/') ? url : url + "/";
    }

    public string GetThisPageUrl(bool includeQueryString, bool? useSsl = null, bool lowercaseUrl = false)
    {
        if (Request is null)
            return "";
        var url = GetStoreLocation(useSsl).TrimEnd('/') + Request.Path + (includeQueryString ? Request.QueryString.ToString() : "");
        return lowercaseUrl ? url.ToLowerInvariant() : url;
    }

    public string GetUrlReferrer()
    {
        return Request?.Headers.Referer.ToString() ?? "";
    }

    public bool IsAjaxRequest(HttpRequest request)
    {
        return request.Headers.XRequestedWith == "XMLHttpRequest";
    }

    public bool IsCurrentConnectionSecured()
    {
        return Request?.IsHttps == true;
    }
}
