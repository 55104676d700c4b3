using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Nop.Web.Framework.TagHelpers;

/// <summary>A Bootstrap window with a title, a body and buttons.</summary>
internal static class Modal
{
    public static TagBuilder Window(string id, string title, IHtmlContent body, IHtmlContent footer)
    {
        var close = Markup.Tag("button", "close", Markup.Tag("span", null, "×").With("aria-hidden", "true"))
            .With("type", "button").With("data-dismiss", "modal").With("aria-label", "Close");
        var heading = Markup.Tag("h4", "modal-title", title).With("id", id + "-title");
        var content = Markup.Tag("div", "modal-content",
            Markup.Tag("div", "modal-header", heading, close),
            body,
            footer);

        return Markup.Tag("div", "modal fade", Markup.Tag("div", "modal-dialog", content).With("role", "document"))
            .With("id", id).With("tabindex", "-1").With("role", "dialog").With("aria-labelledby", id + "-title");
    }

    public static TagBuilder CancelButton(string text)
    {
        return Markup.Tag("button", "btn btn-default", text).With("type", "button").With("data-dismiss", "modal");
    }

    /// <summary>Makes a button of the page open the window instead of doing what it does.</summary>
    public static IHtmlContent OpenedBy(string buttonId, string windowId)
    {
        return Markup.ReadyScript($"var button = document.getElementById('{buttonId}'); "
            + $"if (button) {{ button.setAttribute('data-toggle', 'modal'); button.setAttribute('data-target', '#{windowId}'); }}");
    }
}
