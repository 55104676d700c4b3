using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection;
using Nop.Services.Localization;
using Nop.Web.Framework.Localization;

namespace Nop.Web.Framework.Mvc.Razor;

/// <summary>The base of all views: it brings T("key").</summary>
public abstract partial class NopRazorPage<TModel> : RazorPage<TModel>
{
    private Localizer _text;

    public Localizer T => _text ??= Localize;

    private LocalizedString Localize(string key, object[] args)
    {
        var resources = ViewContext.HttpContext.RequestServices.GetRequiredService<ILocalizationService>();
        var format = resources.GetResourceAsync(key).GetAwaiter().GetResult();
        if (string.IsNullOrEmpty(format))
            return new LocalizedString(key);

        return new LocalizedString(args is null || args.Length == 0 ? format : string.Format(format, args));
    }
}
