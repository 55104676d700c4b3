using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Nop.Web.Framework.TagHelpers.Admin;

/// <summary>Asks before something is deleted. It brings its own form, so it stands outside of others.</summary>
[HtmlTargetElement("nop-delete-confirmation", Attributes = "asp-model-id,asp-button-id", TagStructure = TagStructure.WithoutEndTag)]
public partial class NopDeleteConfirmationTagHelper : TagHelper
{
    public NopDeleteConfirmationTagHelper(IHtmlGenerator generator, IHtmlHelper htmlHelper)
    {
        Generator = generator;
    }

    protected IHtmlGenerator Generator { get; set; }

    [HtmlAttributeName("asp-model-id")]
    public string ModelId { get; set; }

    [HtmlAttributeName("asp-button-id")]
    public string ButtonId { get; set; }

    [HtmlAttributeName("asp-action")]
    public string Action { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var action = string.IsNullOrEmpty(Action) ? "Delete" : Action;
        var model = (ViewContext.ViewData.ModelMetadata.ModelType.Name).ToLowerInvariant();
        var windowId = $"{model}-{action}-delete-confirmation";

        var question = await Markup.TextAsync(ViewContext, "Admin.Common.DeleteConfirmation");
        var submit = Markup.Tag("button", "btn btn-danger float-right", await Markup.TextAsync(ViewContext, "Admin.Common.Delete")).With("type", "submit");
        var footer = Markup.Tag("div", "modal-footer", Modal.CancelButton(await Markup.TextAsync(ViewContext, "Admin.Common.NoCancel")), submit);
        var form = Markup.Tag("form", null, Markup.Tag("div", "modal-body", question), footer, Markup.Antiforgery(ViewContext))
            .With("method", "post").With("action", Markup.ActionUrl(ViewContext, action, new { id = ModelId }));

        output.Attributes.Clear();
        output.Replace(
            Modal.Window(windowId, await Markup.TextAsync(ViewContext, "Admin.Common.AreYouSure"), form, null),
            Modal.OpenedBy(ButtonId, windowId));
    }
}
