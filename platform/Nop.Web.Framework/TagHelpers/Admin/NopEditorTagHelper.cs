using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace Nop.Web.Framework.TagHelpers.Admin;

/// <summary>The input of a field.</summary>
[HtmlTargetElement("nop-editor", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public partial class NopEditorTagHelper : TagHelper
{
    public NopEditorTagHelper(IHtmlHelper htmlHelper)
    {
        // The real one draws editor templates with it; here the markup is written without templates.
    }

    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; }

    [HtmlAttributeName("asp-template")]
    public string Template { get; set; }

    [HtmlAttributeName("asp-required")]
    public string IsRequired { get; set; }

    [HtmlAttributeName("asp-render-form-control-class")]
    public string RenderFormControlClass { get; set; }

    [HtmlAttributeName("asp-postfix")]
    public string Postfix { get; set; }

    [HtmlAttributeName("html-attributes")]
    public object CustomHtmlAttributes { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var kind = EditorKind.Of(For.Metadata, Template);
        var attributes = output.PassedAttributes(CustomHtmlAttributes);
        var withClass = string.IsNullOrEmpty(RenderFormControlClass) ? kind != EditorKind.Checkbox : Markup.IsTrue(RenderFormControlClass);
        if (withClass)
            attributes.AddClass("form-control");

        var input = await InputAsync(kind, attributes);
        if (!string.IsNullOrEmpty(Postfix))
        {
            var postfix = Markup.Tag("div", "input-group-append", Markup.Tag("span", "input-group-text", Postfix));
            input = Markup.InGroup("input-group input-group-short", input, postfix);
        }

        if (Markup.IsTrue(IsRequired))
            input = Markup.InGroup("input-group input-group-required flex-nowrap", input, Markup.RequiredMark());

        output.Attributes.Clear();
        output.Replace(input);
    }

    private async Task<IHtmlContent> InputAsync(EditorKind kind, Dictionary<string, object> attributes)
    {
        var generator = ViewContext.HttpContext.RequestServices.GetRequiredService<IHtmlGenerator>();
        if (kind == EditorKind.TextArea)
            return generator.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, rows: 5, columns: 0, attributes);
        if (kind == EditorKind.YesNoOrNeither)
            return generator.GenerateSelect(ViewContext, For.ModelExplorer, null, For.Name, await YesNoItemsAsync(), allowMultiple: false, attributes);

        if (kind == EditorKind.Checkbox)
        {
            attributes.AddClass("check-box");
            var isChecked = For.Model as bool?;
            var box = generator.GenerateCheckBox(ViewContext, For.ModelExplorer, For.Name, isChecked, attributes);
            var notChecked = generator.GenerateHiddenForCheckbox(ViewContext, For.ModelExplorer, For.Name);
            return new HtmlContentBuilder().AppendHtml(box).AppendHtml(notChecked);
        }

        if (kind.InputType == "password")
            return generator.GeneratePassword(ViewContext, For.ModelExplorer, For.Name, value: null, attributes);

        attributes["type"] = kind.InputType;
        if (kind.Step is not null)
            attributes.TryAdd("step", kind.Step);

        return generator.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, kind.ValueOf(For.Model), format: null, attributes);
    }

    private async Task<List<SelectListItem>> YesNoItemsAsync()
    {
        var value = For.Model as bool?;
        return
        [
            new SelectListItem(string.Empty, string.Empty, value is null),
            new SelectListItem(await Markup.TextAsync(ViewContext, "Admin.Common.Yes"), bool.TrueString, value is true),
            new SelectListItem(await Markup.TextAsync(ViewContext, "Admin.Common.No"), bool.FalseString, value is false)
        ];
    }
}
