using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Razor.TagHelpers;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Nop.Core;
using Nop.Core.Configuration;
using Nop.Web.Framework.UI;
using Nop.Web.Framework.WebOptimizer;

namespace Nop.Web.Framework.TagHelpers.Shared;

/// <summary>
/// Moves a classic script to where the layout writes the scripts of that location. Without a location it stays in place, as it does in a
/// shop without bundles. Modules and data blocks always stay; an import map is lost, as it is in a shop.
/// </summary>
[HtmlTargetElement("script")]
public partial class NopScriptTagHelper : UrlResolutionTagHelper
{
    private readonly INopHtmlHelper _page;
    private readonly IWebHelper _webHelper;

    public NopScriptTagHelper(AppSettings appSettings, HtmlEncoder htmlEncoder, INopAssetHelper bundleHelper, INopHtmlHelper nopHtmlHelper,
        IUrlHelperFactory urlHelperFactory, IWebHelper webHelper, IWebHostEnvironment webHostEnvironment) : base(urlHelperFactory, htmlEncoder)
    {
        _page = nopHtmlHelper;
        _webHelper = webHelper;
    }

    [HtmlAttributeName("asp-location")]
    public ResourceLocation Location { get; set; }

    [HtmlAttributeName("asp-debug-src")]
    public string DebugSrc { get; set; }

    [HtmlAttributeName("asp-exclude-from-bundle")]
    public bool ExcludeFromBundle { get; set; }

    [HtmlAttributeName("src")]
    public string Src { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "script";
        output.TagMode = TagMode.StartTagAndEndTag;
        KeepSource(context, output);

        // Not the output's attribute: the framework's own tag helper takes the type of an import map away.
        var type = context.AllAttributes["type"]?.Value?.ToString();
        if (type == "importmap")
        {
            output.SuppressOutput();
            return;
        }

        var isClassic = string.IsNullOrEmpty(type) || type == "text/javascript";
        var isMoved = Location is ResourceLocation.Head or ResourceLocation.Footer;
        if (!isClassic || !isMoved || _webHelper.IsAjaxRequest(ViewContext.HttpContext.Request))
            return;

        if (string.IsNullOrEmpty(Src))
            _page.AddInlineScriptParts(Location, await InlineAsync(output));
        else
            _page.AddScriptParts(Location, Src, DebugSrc, ExcludeFromBundle);

        output.SuppressOutput();
    }

    /// <summary>A bound attribute is not written by itself; where it is versioned, the framework's own tag helper writes it.</summary>
    private void KeepSource(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Src) || context.AllAttributes.ContainsName("asp-append-version"))
            return;

        output.CopyHtmlAttribute("src", context);
        ProcessUrlAttribute("src", output);
    }

    private static async Task<string> InlineAsync(TagHelperOutput output)
    {
        output.Content.SetHtmlContent(await output.GetChildContentAsync(NullHtmlEncoder.Default));
        await using var writer = new StringWriter();
        output.WriteTo(writer, NullHtmlEncoder.Default);
        return writer.ToString();
    }
}
