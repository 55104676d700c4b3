namespace Nop.Web.Framework.Models.DataTables;

/// <summary>A grid as the "Table" partial view draws it.</summary>
public partial record DataTablesModel : BaseNopModel
{
    public const string DEFAULT_PAGING_TYPE = "simple_numbers";

    public DataTablesModel()
    {
        Info = true;
        RefreshButton = true;
        ServerSide = true;
        Processing = true;
        Paging = true;
        PagingType = DEFAULT_PAGING_TYPE;
        PrimaryKeyColumn = "Id";
        Filters = [];
        ColumnCollection = [];
        LayoutCollection = [];
    }

    public string Name { get; set; }
    public DataUrl UrlRead { get; set; }
    public DataUrl UrlDelete { get; set; }
    public DataUrl UrlUpdate { get; set; }
    public string SearchButtonId { get; set; }
    public IList<FilterParameter> Filters { get; set; }

    /// <summary>The rows themselves, where no request is to fetch them.</summary>
    public object Data { get; set; }
    public bool Processing { get; set; }
    public bool ServerSide { get; set; }
    public int? DeferLoading { get; set; }
    public bool Paging { get; set; }
    public bool Info { get; set; }
    public string RowIdBasedOnField { get; set; }
    public bool RefreshButton { get; set; }
    public string PagingType { get; set; }
    public int Length { get; set; }
    public string LengthMenu { get; set; }
    public bool Ordering { get; set; }
    public string HeaderCallback { get; set; }
    public string DrawCallback { get; set; }
    public int FooterColumns { get; set; }
    public string FooterCallback { get; set; }
    public bool IsChildTable { get; set; }
    public DataTablesModel ChildTable { get; set; }
    public string PrimaryKeyColumn { get; set; }
    public string BindColumnNameActionDelete { get; set; }
    public IList<ColumnProperty> ColumnCollection { get; set; }
    public List<LayoutOption> LayoutCollection { get; set; }
}

/// <summary>One setting of DataTables' layout.</summary>
public partial class LayoutOption
{
    public string Name { get; set; }
    public object Value { get; set; }
    public LayoutOptionType OptionType { get; set; }
}

public enum LayoutOptionType
{
    Array = 1,
    Null = 2,
    String = 3,
    Object = 4
}
