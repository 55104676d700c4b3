using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Nop.Web.Framework.TagHelpers.Admin;

/// <summary>Tabs: the remembered or named one is open, else the default, else the first.</summary>
[HtmlTargetElement("nop-tabs", Attributes = "id")]
public partial class NopTabsTagHelper : TagHelper
{
    public NopTabsTagHelper(IHtmlHelper htmlHelper)
    {
        // The real one publishes an event with it; the markup needs no helper.
    }

    [HtmlAttributeName("asp-tab-name-to-select")]
    public string TabNameToSelect { get; set; }

    [HtmlAttributeName("asp-render-selected-tab-input")]
    public string RenderSelectedTabInput { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var tabs = new List<Tab>();
        context.Items[typeof(Tab)] = tabs;
        await output.GetChildContentAsync();

        var open = Open(tabs);
        var heads = Markup.Tag("ul", "nav nav-custom nav-tabs", [.. tabs.Select(tab => Head(tab, tab == open))]).With("role", "tablist");
        var panes = Markup.Tag("div", "tab-content", [.. tabs.Select(tab => Pane(tab, tab == open))]);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        var attributes = output.PassedAttributes();
        attributes.AddClass("card card-primary card-outline card-outline-tabs nav-tabs-custom");
        output.Attributes.SetAttribute("class", attributes["class"]);
        output.Content.SetHtmlContent(Markup.Tag("div", "card-header p-0 pt-1 border-bottom-0", heads));
        output.Content.AppendHtml(Markup.Tag("div", "card-body", panes));

        if (string.IsNullOrEmpty(RenderSelectedTabInput) || Markup.IsTrue(RenderSelectedTabInput))
            output.PreContent.SetHtmlContent(SelectedTabInput(open));
    }

    private Tab Open(List<Tab> tabs)
    {
        var name = string.IsNullOrEmpty(TabNameToSelect)
            ? (ViewContext.ViewData["nop.selected-tab-name"] ?? ViewContext.TempData["nop.selected-tab-name"])?.ToString()
            : TabNameToSelect;

        return tabs.Find(tab => tab.Name == name) ?? tabs.Find(tab => tab.IsDefault) ?? tabs.FirstOrDefault();
    }

    private static TagBuilder SelectedTabInput(Tab open)
    {
        return new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing }
            .With("type", "hidden").With("id", "selected-tab-name").With("name", "selected-tab-name").With("value", open?.Name);
    }

    private static TagBuilder Head(Tab tab, bool isOpen)
    {
        var link = Markup.Tag("a", isOpen ? "nav-link active" : "nav-link", tab.Title)
            .With("data-tab-name", tab.Name).With("href", "#" + tab.Name).With("data-toggle", "pill")
            .With("role", "tab").With("aria-selected", isOpen ? "true" : "false").With("aria-controls", tab.Name);

        return Markup.Tag("li", "nav-item", link);
    }

    private static TagBuilder Pane(Tab tab, bool isOpen)
    {
        return Markup.Tag("div", isOpen ? "tab-pane fade show active" : "tab-pane fade", tab.Content).With("id", tab.Name).With("role", "tabpanel");
    }

    internal sealed record Tab(string Name, string Title, bool IsDefault, IHtmlContent Content);
}

/// <summary>One tab; what it holds is drawn by the tabs around it.</summary>
[HtmlTargetElement("nop-tab", ParentTag = "nop-tabs", Attributes = "asp-name")]
public partial class NopTabTagHelper : TagHelper
{
    public NopTabTagHelper(IHtmlHelper htmlHelper)
    {
        // As with the tabs around it: no helper is needed.
    }

    [HtmlAttributeName("asp-title")]
    public string Title { get; set; }

    [HtmlAttributeName("asp-default")]
    public string IsDefault { get; set; }

    [HtmlAttributeName("asp-name")]
    public string Name { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        if (context.Items[typeof(NopTabsTagHelper.Tab)] is List<NopTabsTagHelper.Tab> tabs)
            tabs.Add(new NopTabsTagHelper.Tab(Name, Title, Markup.IsTrue(IsDefault), content));

        output.SuppressOutput();
    }
}
