using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Razor.TagHelpers;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using Nop.Web.Framework.UI;

namespace Nop.Web.Framework.TagHelpers.Shared;

/// <summary>A style sheet. It stays where it stands, with its version in the address.</summary>
[HtmlTargetElement("link", Attributes = "[rel=stylesheet]", TagStructure = TagStructure.WithoutEndTag)]
public partial class NopLinkTagHelper : UrlResolutionTagHelper
{
    public NopLinkTagHelper(HtmlEncoder htmlEncoder, INopHtmlHelper nopHtmlHelper, IUrlHelperFactory urlHelperFactory) : base(urlHelperFactory, htmlEncoder)
    {
    }

    [HtmlAttributeName("asp-exclude-from-bundle")]
    public bool ExcludeFromBundle { get; set; }

    [HtmlAttributeName("href")]
    public string Href { get; set; }

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        // Where a version is asked for, the framework's own tag helper writes the address.
        if (!string.IsNullOrEmpty(Href) && !context.AllAttributes.ContainsName("asp-append-version"))
            output.Attributes.SetAttribute("href", Versioned(Href));

        return Task.CompletedTask;
    }

    private string Versioned(string address)
    {
        var root = ViewContext.HttpContext.Request.PathBase;
        var path = address.StartsWith("~/", StringComparison.Ordinal) ? root + address[1..] : address;
        var isLocal = path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal);
        return isLocal ? ViewContext.HttpContext.RequestServices.GetRequiredService<IFileVersionProvider>().AddFileVersionToPath(root, path) : path;
    }
}
