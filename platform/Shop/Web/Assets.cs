using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Shop.Web;

/// <summary>Addresses of the shop's own scripts and styles.</summary>
public static class Assets
{
    /// <summary>The address of a file under wwwroot, which changes with the file's content.</summary>
    public static string Url(HttpContext context, string path)
    {
        var root = context.Request.PathBase;
        var address = root + path.TrimStart('~');
        return context.RequestServices.GetRequiredService<IFileVersionProvider>().AddFileVersionToPath(root, address);
    }
}
