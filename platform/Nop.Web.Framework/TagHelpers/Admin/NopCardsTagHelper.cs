using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Nop.Web.Framework.Factories;
using Nop.Web.Framework.Infrastructure;
using Nop.Web.Framework.Models.Cms;

namespace Nop.Web.Framework.TagHelpers.Admin;

/// <summary>The cards of a page.</summary>
[HtmlTargetElement("nop-cards", Attributes = "id")]
public partial class NopCardsTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; }
}

/// <summary>One card, which can be folded. Its content brings its own card-body.</summary>
[HtmlTargetElement("nop-card", Attributes = "asp-name")]
public partial class NopCardTagHelper : TagHelper
{
    private readonly IViewComponentHelper _components;
    private readonly IWidgetModelFactory _widgets;

    public NopCardTagHelper(IViewComponentHelper viewComponentHelper, IWidgetModelFactory widgetModelFactory)
    {
        _components = viewComponentHelper;
        _widgets = widgetModelFactory;
    }

    [HtmlAttributeName("asp-name")]
    public string Name { get; set; }

    [HtmlAttributeName("asp-title")]
    public string Title { get; set; }

    [HtmlAttributeName("asp-icon")]
    public string CardIconIsAdvanced { get; set; }

    /// <summary>The name under which the customer's choice to fold the card is kept.</summary>
    [HtmlAttributeName("asp-hide-block-attribute-name")]
    public string HideBlockAttributeName { get; set; }

    [HtmlAttributeName("asp-hide")]
    public bool IsHide { get; set; }

    [HtmlAttributeName("asp-advanced")]
    public bool IsAdvanced { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        (_components as IViewContextAware)?.Contextualize(ViewContext);

        var toggle = Markup.Tag("button", "btn btn-tool", Markup.Icon($"fas {(IsHide ? "fa-plus" : "fa-minus")} toggle-icon"))
            .With("type", "button").With("data-card-widget", "collapse").With("aria-label", Title);
        var header = Markup.Tag("div", "card-header with-border clearfix",
            Markup.Tag("div", "card-title", Markup.Icon(CardIconIsAdvanced), Title),
            Markup.Tag("div", "card-tools float-right", toggle));

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", CssClass(output));
        output.Attributes.SetAttribute("data-card-name", Name);
        if (!string.IsNullOrEmpty(HideBlockAttributeName))
            output.Attributes.SetAttribute("data-hideAttribute", HideBlockAttributeName);

        output.PreElement.AppendHtml(await ZoneAsync(AdminWidgetZones.CardBefore));
        output.Content.SetHtmlContent(header);
        output.Content.AppendHtml(body);
        output.PostElement.AppendHtml(await ZoneAsync(AdminWidgetZones.CardAfter));
    }

    private string CssClass(TagHelperOutput output)
    {
        var css = "card card-secondary card-outline";
        if (IsAdvanced)
            css += " advanced-setting";
        if (IsHide)
            css += " collapsed-card";

        return output.Attributes.TryGetAttribute("class", out var own) ? $"{css} {own.Value}" : css;
    }

    private async Task<IHtmlContent> ZoneAsync(string zone)
    {
        var content = new HtmlContentBuilder();
        var card = new WidgetNopCardModel { CardName = Name };
        foreach (var widget in await _widgets.PrepareRenderWidgetModelAsync(zone, card))
            content.AppendHtml(await _components.InvokeAsync(widget.WidgetViewComponent, widget.WidgetViewComponentArguments));

        return content;
    }
}
