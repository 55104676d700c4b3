using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using Nop.Services.Localization;

namespace Nop.Web.Framework.TagHelpers;

/// <summary>The pieces of markup that several tag helpers write.</summary>
internal static class Markup
{
    public static TagBuilder Tag(string name, string cssClass = null, params object[] content)
    {
        var tag = new TagBuilder(name);
        if (cssClass is not null)
            tag.AddCssClass(cssClass);

        foreach (var part in content)
        {
            if (part is IHtmlContent html)
                tag.InnerHtml.AppendHtml(html);
            else if (part is not null)
                tag.InnerHtml.Append(part.ToString());
        }

        return tag;
    }

    public static TagBuilder With(this TagBuilder tag, string attribute, string value)
    {
        tag.Attributes[attribute] = value;
        return tag;
    }

    public static IHtmlContent Icon(string cssClass)
    {
        return Tag("i", cssClass).With("aria-hidden", "true");
    }

    public static IHtmlContent RequiredMark()
    {
        return Tag("div", "input-group-btn", Tag("span", "required", "*"));
    }

    /// <summary>An input with its mark behind it, on one line.</summary>
    public static IHtmlContent InGroup(string cssClass, params object[] content)
    {
        return Tag("div", cssClass, content);
    }

    /// <summary>A script that runs once the page is there, in a page just loaded as well as in markup fetched later.</summary>
    public static IHtmlContent ReadyScript(string statements)
    {
        return new HtmlString("<script>(function () { function run() { " + statements + " } "
            + "if (document.readyState === 'loading') { document.addEventListener('DOMContentLoaded', run); } else { run(); } })();</script>");
    }

    public static bool IsTrue(string attribute)
    {
        return bool.TryParse(attribute, out var value) && value;
    }

    public static string FieldId(ViewContext context, string expression)
    {
        var name = context.ViewData.TemplateInfo.GetFullHtmlFieldName(expression);
        return TagBuilder.CreateSanitizedId(name, "_");
    }

    public static string ActionUrl(ViewContext context, string action, object values = null)
    {
        var urls = context.HttpContext.RequestServices.GetRequiredService<IUrlHelperFactory>().GetUrlHelper(context);
        return urls.Action(new UrlActionContext { Action = action, Values = values });
    }

    public static Task<string> TextAsync(ViewContext context, string resourceKey)
    {
        return context.HttpContext.RequestServices.GetRequiredService<ILocalizationService>().GetResourceAsync(resourceKey);
    }

    public static IHtmlContent Antiforgery(ViewContext context)
    {
        return context.HttpContext.RequestServices.GetRequiredService<IHtmlGenerator>().GenerateAntiforgery(context);
    }

    /// <summary>Writes content in the place of the tag itself.</summary>
    public static void Replace(this TagHelperOutput output, params IHtmlContent[] content)
    {
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.Clear();
        foreach (var part in content)
            output.Content.AppendHtml(part);
    }

    /// <summary>The attributes that were written on the tag and belong to no property of the tag helper.</summary>
    public static Dictionary<string, object> PassedAttributes(this TagHelperOutput output, object further = null)
    {
        var attributes = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        foreach (var attribute in output.Attributes)
            attributes[attribute.Name] = Plain(attribute.Value);
        foreach (var (name, value) in HtmlHelper.AnonymousObjectToHtmlAttributes(further))
            attributes[name] = value;

        return attributes;
    }

    public static void AddClass(this IDictionary<string, object> attributes, string cssClass)
    {
        attributes["class"] = attributes.TryGetValue("class", out var present) ? $"{present} {cssClass}" : cssClass;
    }

    private static object Plain(object value)
    {
        if (value is not IHtmlContent html)
            return value;

        // The value was encoded when the page was written; the tag builder encodes once more.
        using var writer = new StringWriter();
        html.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return System.Net.WebUtility.HtmlDecode(writer.ToString());
    }
}
