using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Nop.Web.Framework.TagHelpers.Admin;

/// <summary>Asks before a button of the page does what it does.</summary>
[HtmlTargetElement("nop-action-confirmation", Attributes = "asp-button-id", TagStructure = TagStructure.WithoutEndTag)]
public partial class NopActionConfirmationTagHelper : TagHelper
{
    public NopActionConfirmationTagHelper(IHtmlGenerator generator, IHtmlHelper htmlHelper)
    {
        Generator = generator;
    }

    protected IHtmlGenerator Generator { get; set; }

    [HtmlAttributeName("asp-button-id")]
    public string ButtonId { get; set; }

    /// <summary>The action to post to, where it is not the form's own.</summary>
    [HtmlAttributeName("asp-action")]
    public string Action { get; set; }

    [HtmlAttributeName("asp-additional-confirm")]
    public string ConfirmText { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var windowId = $"{ButtonId}-action-confirmation";
        var submitId = $"{windowId}-submit-button";
        var question = Markup.Tag("div", "modal-body", await Markup.TextAsync(ViewContext, "Admin.Common.ConfirmationText"), " ", ConfirmText);
        var submit = Markup.Tag("button", "btn btn-primary float-right", await Markup.TextAsync(ViewContext, "Admin.Common.Yes"))
            .With("type", "button").With("id", submitId);
        var footer = Markup.Tag("div", "modal-footer", Modal.CancelButton(await Markup.TextAsync(ViewContext, "Admin.Common.NoCancel")), submit);

        output.Attributes.Clear();
        output.Replace(
            Modal.Window(windowId, await Markup.TextAsync(ViewContext, "Admin.Common.AreYouSure"), question, footer),
            Modal.OpenedBy(ButtonId, windowId),
            Markup.ReadyScript(SubmitScript(submitId)));
    }

    /// <summary>Posts the form around the button, with the button's own name and value, as a click on it would have done.</summary>
    private string SubmitScript(string submitId)
    {
        var address = string.IsNullOrEmpty(Action) ? "null" : $"'{Markup.ActionUrl(ViewContext, Action)}'";
        return $"document.getElementById('{submitId}').addEventListener('click', function () {{ "
            + $"var button = document.getElementById('{ButtonId}'), form = button.form || document.createElement('form'), field = document.createElement('input'); "
            + "if (!button.form) { form.method = 'post'; document.body.appendChild(form); "
            + "var token = document.querySelector('input[name=__RequestVerificationToken]'); if (token) { form.appendChild(token.cloneNode()); } } "
            + $"if ({address}) {{ form.action = {address}; }} "
            + "field.type = 'hidden'; field.name = button.name || button.id; field.value = button.value || button.id; form.appendChild(field); form.submit(); });";
    }
}
