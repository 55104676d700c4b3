using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Nop.Core;
using Nop.Services.Localization;
using Nop.Web.Framework.Mvc.ModelBinding;

namespace Nop.Web.Framework.TagHelpers.Admin;

/// <summary>A field's label with its explanation behind a question mark.</summary>
[HtmlTargetElement("nop-label", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public partial class NopLabelTagHelper : TagHelper
{
    private readonly ILocalizationService _resources;
    private readonly IWorkContext _workContext;

    public NopLabelTagHelper(IHtmlGenerator generator, ILocalizationService localizationService, IWorkContext workContext)
    {
        Generator = generator;
        _resources = localizationService;
        _workContext = workContext;
    }

    protected IHtmlGenerator Generator { get; set; }

    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; }

    [HtmlAttributeName("asp-display-hint")]
    public bool DisplayHint { get; set; } = true;

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var attributes = output.PassedAttributes();
        attributes.AddClass("col-form-label");
        var label = Generator.GenerateLabel(ViewContext, For.ModelExplorer, For.Name, labelText: null, attributes);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "label-wrapper");
        output.Content.SetHtmlContent(label);

        if (DisplayHint && await HintAsync() is { Length: > 0 } hint)
        {
            output.Content.AppendHtml(Markup.Tag("div", "ico-help", Markup.Icon("fas fa-question-circle"))
                .With("title", hint).With("data-toggle", "tooltip"));
        }
    }

    private async Task<string> HintAsync()
    {
        var key = (For.Metadata as DefaultModelMetadata)?.Attributes.Attributes.OfType<NopResourceDisplayNameAttribute>().FirstOrDefault()?.ResourceKey;
        if (key is null)
            return null;

        var language = await _workContext.GetWorkingLanguageAsync();
        return await _resources.GetResourceAsync(key + ".Hint", language.Id, logIfNotFound: false, returnEmptyIfNotFound: true);
    }
}
