namespace Nop.Web.Framework.Models.DataTables;

/// <summary>How a column shows its value.</summary>
public partial interface IRender;

public partial class RenderBoolean : IRender;

public partial class RenderChildCaret : IRender;

public partial class RenderButtonCustom : IRender
{
    public RenderButtonCustom(string className, string title)
    {
        ClassName = className;
        Title = title;
    }

    public string Url { get; set; }
    public string ClassName { get; set; }
    public string Title { get; set; }
    public string OnClickFunctionName { get; set; }
}

public partial class RenderButtonEdit : IRender
{
    public RenderButtonEdit(DataUrl url)
    {
        Url = url;
        ClassName = NopButtonClassDefaults.Default;
    }

    public DataUrl Url { get; set; }
    public string ClassName { get; set; }
}

public partial class RenderButtonView : IRender
{
    public RenderButtonView(DataUrl url)
    {
        Url = url;
        ClassName = NopButtonClassDefaults.Default;
    }

    public DataUrl Url { get; set; }
    public string ClassName { get; set; }
}

public partial class RenderButtonRemove : IRender
{
    public RenderButtonRemove(string title)
    {
        Title = title;
        ClassName = NopButtonClassDefaults.Default;
    }

    public string Title { get; set; }
    public string ClassName { get; set; }
}

public partial class RenderButtonsInlineEdit : IRender
{
    public RenderButtonsInlineEdit()
    {
        ClassName = NopButtonClassDefaults.Default;
    }

    public string ClassName { get; set; }
}

public partial class RenderCheckBox : IRender
{
    public RenderCheckBox(string name, string propertyKeyName = "Id")
    {
        Name = name;
        PropertyKeyName = propertyKeyName;
    }

    public string Name { get; set; }
    public string PropertyKeyName { get; set; }
}

/// <summary>A script function (data, type, row, meta) that returns markup and escapes by itself.</summary>
public partial class RenderCustom : IRender
{
    public RenderCustom(string functionName)
    {
        FunctionName = functionName;
    }

    public string FunctionName { get; set; }
}

public partial class RenderDate : IRender
{
    public const string DEFAULT_DATE_FORMAT = "L LTS";

    public RenderDate()
    {
        Format = DEFAULT_DATE_FORMAT;
    }

    /// <summary>A format of moment.js.</summary>
    public string Format { get; set; }
}

public partial class RenderLink : IRender
{
    public RenderLink(DataUrl url)
    {
        Url = url;
    }

    public DataUrl Url { get; set; }

    /// <summary>The link's text; the value itself where there is none.</summary>
    public string Title { get; set; }
}

public partial class RenderPicture : IRender
{
    public RenderPicture(string srcPrefix = "", int width = 0)
    {
        SrcPrefix = srcPrefix;
        Width = width;
    }

    public string SrcPrefix { get; set; }
    public string Src { get; set; }
    public int Width { get; set; }
}
