using Microsoft.AspNetCore.Html;

namespace Nop.Web.Framework.Localization;

/// <summary>Gives the text of a resource in the working language.</summary>
public delegate LocalizedString Localizer(string text, params object[] args);

/// <summary>A text that is markup already: it is written as it is.</summary>
public partial class LocalizedString : HtmlString
{
    public LocalizedString(string localized) : base(localized)
    {
        Text = localized;
    }

    public string Text { get; }
}
