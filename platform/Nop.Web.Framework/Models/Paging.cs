using Newtonsoft.Json;
using Nop.Core.Domain.Common;
using Nop.Core.Infrastructure;

namespace Nop.Web.Framework.Models;

public partial interface IPagingRequestModel
{
    /// <summary>The number of the page, from 1.</summary>
    int Page { get; }
    int PageSize { get; }
}

public partial interface IPagedModel<T> where T : BaseNopModel;

/// <summary>What a grid asks for: the fields that DataTables posts, and a search form's own in derived classes.</summary>
public abstract partial record BaseSearchModel : BaseNopModel, IPagingRequestModel
{
    public BaseSearchModel()
    {
        Length = 10;
    }

    public int Page => Start / Length + 1;
    public int PageSize => Length;
    public string AvailablePageSizes { get; set; }

    /// <summary>The number of the request, which the answer repeats.</summary>
    public string Draw { get; set; }

    /// <summary>How many rows stand before the page.</summary>
    public int Start { get; set; }
    public int Length { get; set; }

    public virtual void SetGridPageSize()
    {
        var settings = EngineContext.Current.Resolve<AdminAreaSettings>();
        SetGridPageSize(settings.DefaultGridPageSize, settings.GridPageSizes);
    }

    public virtual void SetPopupGridPageSize()
    {
        var settings = EngineContext.Current.Resolve<AdminAreaSettings>();
        SetGridPageSize(settings.PopupGridPageSize, settings.GridPageSizes);
    }

    public virtual void SetGridPageSize(int pageSize, string availablePageSizes = null)
    {
        Start = 0;
        Length = pageSize;
        AvailablePageSizes = availablePageSizes;
    }
}

/// <summary>A page of rows, in the shape that DataTables reads.</summary>
public abstract partial record BasePagedListModel<T> : BaseNopModel, IPagedModel<T> where T : BaseNopModel
{
    public IEnumerable<T> Data { get; set; }

    [JsonProperty(PropertyName = "draw")]
    public string Draw { get; set; }

    [JsonProperty(PropertyName = "recordsFiltered")]
    public int RecordsFiltered { get; set; }

    [JsonProperty(PropertyName = "recordsTotal")]
    public int RecordsTotal { get; set; }
}
