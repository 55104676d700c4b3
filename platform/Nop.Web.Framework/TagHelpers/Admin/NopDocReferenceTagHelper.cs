using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Nop.Core.Domain.Common;

namespace Nop.Web.Framework.TagHelpers.Admin;

/// <summary>A pointer to the documentation, unless the shop hides such pointers.</summary>
[HtmlTargetElement("nop-doc-reference", Attributes = "asp-string-resource", TagStructure = TagStructure.WithoutEndTag)]
public partial class NopDocReferenceTagHelper : TagHelper
{
    private readonly AdminAreaSettings _settings;

    public NopDocReferenceTagHelper(AdminAreaSettings adminAreaSettings)
    {
        _settings = adminAreaSettings;
    }

    /// <summary>The text itself, markup included.</summary>
    [HtmlAttributeName("asp-string-resource")]
    public string StringResource { get; set; }

    [HtmlAttributeName("asp-add-wrapper")]
    public bool AddWrapper { get; set; } = true;

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!_settings.ShowDocumentationReferenceLinks || string.IsNullOrEmpty(StringResource))
        {
            output.SuppressOutput();
            return Task.CompletedTask;
        }

        var text = new HtmlString(StringResource);
        output.Attributes.Clear();
        output.Replace(AddWrapper ? Markup.Tag("div", "documentation-reference", text) : text);
        return Task.CompletedTask;
    }
}
