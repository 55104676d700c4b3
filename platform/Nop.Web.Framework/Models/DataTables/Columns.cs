using Microsoft.AspNetCore.Routing;

namespace Nop.Web.Framework.Models.DataTables;

public partial class ColumnProperty
{
    public ColumnProperty(string data)
    {
        Data = data;
        Visible = true;
        Encode = true;
    }

    public string Data { get; set; }
    public string Title { get; set; }
    public IRender Render { get; set; }
    public string Width { get; set; }
    public bool AutoWidth { get; set; }
    public bool IsMasterCheckBox { get; set; }
    public string ClassName { get; set; }
    public bool Visible { get; set; }
    public bool Searchable { get; set; }
    public bool Editable { get; set; }
    public EditType EditType { get; set; }

    /// <summary>Whether the value is escaped where no render is given.</summary>
    public bool Encode { get; set; }
}

public enum EditType
{
    Number = 1,
    Checkbox = 2,
    String = 3
}

public partial class DataUrl
{
    public DataUrl(string actionName, string controllerName, RouteValueDictionary routeValues)
    {
        ActionName = actionName;
        ControllerName = controllerName;
        RouteValues = routeValues;
    }

    public DataUrl(string url)
    {
        Url = url;
    }

    public DataUrl(string url, string dataId)
    {
        Url = url;
        DataId = dataId;
    }

    public DataUrl(string url, bool trimEnd)
    {
        Url = url;
        TrimEnd = trimEnd;
    }

    public string ActionName { get; set; }
    public string ControllerName { get; set; }
    public string Url { get; set; }
    public RouteValueDictionary RouteValues { get; set; }
    public string DataId { get; set; }
    public bool TrimEnd { get; set; }
}

/// <summary>A further field that the grid posts with its request.</summary>
public partial class FilterParameter
{
    public FilterParameter(string name)
    {
        Name = name;
        Type = typeof(string);
    }

    public FilterParameter(string name, string modelName)
    {
        Name = name;
        ModelName = modelName;
        Type = typeof(string);
    }

    public FilterParameter(string name, Type type)
    {
        Name = name;
        Type = type;
    }

    public FilterParameter(string name, object value)
    {
        Name = name;
        Type = value.GetType();
        Value = value;
    }

    public FilterParameter(string name, string parentName, bool isParentChildParameter = true)
    {
        Name = name;
        ParentName = parentName;
        Type = typeof(string);
    }

    public string Name { get; }
    public string ModelName { get; }
    public Type Type { get; }
    public object Value { get; set; }
    public string ParentName { get; set; }
}

public static partial class NopButtonClassDefaults
{
    public static string Default => "btn btn-default";
    public static string Primary => "btn btn-primary";
    public static string Success => "btn btn-success";
    public static string Info => "btn btn-info";
    public static string Warning => "btn btn-warning";
    public static string Danger => "btn btn-danger";
    public static string Olive => "btn bg-olive";
}

public static partial class NopColumnClassDefaults
{
    public static string CenterAll => "text-center";
    public static string ChildControl => "child-control";
    public static string Button => "button-column";
}
