using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Nop.Web.Framework.TagHelpers.Admin;

/// <summary>A field of several lines.</summary>
[HtmlTargetElement("nop-textarea", Attributes = "asp-for")]
public partial class NopTextAreaTagHelper : TextAreaTagHelper
{
    public NopTextAreaTagHelper(IHtmlGenerator generator) : base(generator)
    {
    }

    [HtmlAttributeName("asp-required")]
    public string IsRequired { get; set; }

    [HtmlAttributeName("html-attributes")]
    public object CustomHtmlAttributes { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "textarea";
        output.TagMode = TagMode.StartTagAndEndTag;
        foreach (var (name, value) in HtmlHelper.AnonymousObjectToHtmlAttributes(CustomHtmlAttributes))
            output.Attributes.SetAttribute(name, value);

        var attributes = output.PassedAttributes();
        attributes.AddClass("form-control");
        output.Attributes.SetAttribute("class", attributes["class"]);

        if (Markup.IsTrue(IsRequired))
        {
            output.PreElement.SetHtmlContent("<div class=\"input-group input-group-required flex-nowrap\">");
            output.PostElement.AppendHtml(Markup.RequiredMark()).AppendHtml("</div>");
        }

        await base.ProcessAsync(context, output);
    }
}
