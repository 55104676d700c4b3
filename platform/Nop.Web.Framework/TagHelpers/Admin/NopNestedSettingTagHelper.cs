using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Nop.Web.Framework.TagHelpers.Admin;

/// <summary>Fields that only matter while another one is ticked: they are indented, and shown only then.</summary>
[HtmlTargetElement("nop-nested-setting", Attributes = "asp-for")]
public partial class NopNestedSettingTagHelper : TagHelper
{
    public NopNestedSettingTagHelper(IHtmlGenerator generator)
    {
        Generator = generator;
    }

    protected IHtmlGenerator Generator { get; set; }

    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; }

    [HtmlAttributeName("is-condition-invert")]
    public bool IsConditionInvert { get; set; }

    [HtmlAttributeName("disable-auto-generation")]
    public bool DisableAutoGeneration { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var parent = Markup.FieldId(ViewContext, For.Name);
        var id = $"nested-setting-{context.UniqueId[..8]}";

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "nested-setting");
        output.Attributes.SetAttribute("id", id);
        output.Content.SetHtmlContent(await output.GetChildContentAsync());

        if (DisableAutoGeneration)
            return;

        var isShown = IsConditionInvert ? "!parent.checked" : "parent.checked";
        output.PostElement.AppendHtml(Markup.ReadyScript($"var parent = document.getElementById('{parent}'), nested = document.getElementById('{id}'); "
            + $"if (!parent || parent.type !== 'checkbox') {{ return; }} function show() {{ nested.style.display = {isShown} ? '' : 'none'; }} "
            + "parent.addEventListener('change', show); show();"));
    }
}
