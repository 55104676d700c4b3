namespace Nop.Web.Framework.Models.Cms;

/// <summary>A widget to draw: the component and what it is called with.</summary>
public partial record RenderWidgetModel : BaseNopModel
{
    public Type WidgetViewComponent { get; set; }
    public object WidgetViewComponentArguments { get; set; }
}

/// <summary>What the zones around a card hand to a widget.</summary>
public partial class WidgetNopCardModel
{
    public string CardName { get; set; }
}
