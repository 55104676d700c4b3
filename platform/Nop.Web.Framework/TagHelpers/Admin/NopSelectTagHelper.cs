using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Common;

namespace Nop.Web.Framework.TagHelpers.Admin;

/// <summary>A drop-down list, or a list of several choices where the field holds a list.</summary>
[HtmlTargetElement("nop-select", TagStructure = TagStructure.WithoutEndTag)]
public partial class NopSelectTagHelper : TagHelper
{
    private readonly AdminAreaSettings _settings;

    public NopSelectTagHelper(AdminAreaSettings adminAreaSettings, IHtmlHelper htmlHelper)
    {
        _settings = adminAreaSettings;
    }

    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; }

    [HtmlAttributeName("asp-for-name")]
    public string Name { get; set; }

    [HtmlAttributeName("asp-items")]
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    [HtmlAttributeName("asp-required")]
    public string IsRequired { get; set; }

    [HtmlAttributeName("asp-multiple")]
    public string IsMultiple { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; }

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var name = string.IsNullOrEmpty(Name) ? For?.Name : Name;
        if (string.IsNullOrEmpty(name))
        {
            output.SuppressOutput();
            return Task.CompletedTask;
        }

        // Several choices need a list to bind to: without one the field falls back to a single choice.
        var isMultiple = Markup.IsTrue(IsMultiple) && For?.Model is List<int> or List<string>;
        var attributes = output.PassedAttributes();
        attributes.AddClass("form-control");
        attributes.TryAdd("id", Markup.FieldId(ViewContext, name));

        var generator = ViewContext.HttpContext.RequestServices.GetRequiredService<IHtmlGenerator>();
        var chosen = Chosen(generator, name, isMultiple);
        var explorer = string.IsNullOrEmpty(Name) ? For?.ModelExplorer : null;
        IHtmlContent select = generator.GenerateSelect(ViewContext, explorer, optionLabel: null, name, Items ?? [], chosen, isMultiple, attributes);
        if (Markup.IsTrue(IsRequired))
            select = Markup.InGroup("input-group input-group-required flex-nowrap", select, Markup.RequiredMark());

        output.Attributes.Clear();
        output.Replace(select, Select2(attributes["id"].ToString(), isMultiple));
        return Task.CompletedTask;
    }

    private HashSet<string> Chosen(IHtmlGenerator generator, string name, bool isMultiple)
    {
        if (For is null || !string.IsNullOrEmpty(Name))
            return null;
        if (generator.GetCurrentValues(ViewContext, For.ModelExplorer, For.Name, isMultiple) is { } values)
            return [.. values];

        return isMultiple || For.Model is null ? null : [Convert.ToString(For.Model, CultureInfo.InvariantCulture)];
    }

    private IHtmlContent Select2(string id, bool isMultiple)
    {
        var options = isMultiple
            ? "closeOnSelect: false, width: '100%'"
            : $"minimumResultsForSearch: {_settings.MinimumDropdownItemsForSearch}, width: '100%'";

        // The box that select2 shows for several choices has no name of its own: it takes the label's.
        return Markup.ReadyScript($"if (!window.jQuery || !jQuery.fn.select2) {{ return; }} var list = jQuery('#{id}'); "
            + $"if (!list.hasClass('select2-hidden-accessible')) {{ list.select2({{ {options} }}); }} "
            + $"list.next('.select2').find('.select2-search__field').attr('aria-label', jQuery('label[for=\"{id}\"]').first().text().trim());");
    }
}
