using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Nop.Web.Framework.TagHelpers.Admin;

/// <summary>A message window. A script opens it by a click on the hidden element with the alert's id; "{id}-info" holds the text.</summary>
[HtmlTargetElement("nop-alert", Attributes = "asp-alert-id", TagStructure = TagStructure.WithoutEndTag)]
public partial class NopAlertTagHelper : TagHelper
{
    public NopAlertTagHelper(IHtmlGenerator generator, IHtmlHelper htmlHelper)
    {
        Generator = generator;
    }

    protected IHtmlGenerator Generator { get; set; }

    [HtmlAttributeName("asp-alert-id")]
    public string AlertId { get; set; }

    [HtmlAttributeName("asp-alert-message")]
    public string Message { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var windowId = $"{AlertId}-action-alert";
        var opener = Markup.Tag("span", "d-none").With("id", AlertId).With("data-toggle", "modal").With("data-target", "#" + windowId);
        var body = Markup.Tag("div", "modal-body", Markup.Tag("span", null, Message).With("id", AlertId + "-info"));
        var footer = Markup.Tag("div", "modal-footer", Modal.CancelButton(await Markup.TextAsync(ViewContext, "Admin.Common.Ok")));

        output.Attributes.Clear();
        output.Replace(opener, Modal.Window(windowId, await Markup.TextAsync(ViewContext, "Admin.Common.Alert"), body, footer));
    }
}
