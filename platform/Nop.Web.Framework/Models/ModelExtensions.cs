using Nop.Core;

namespace Nop.Web.Framework.Models.Extensions;

public static partial class ModelExtensions
{
    public static IPagedList<T> ToPagedList<T>(this IList<T> list, IPagingRequestModel pagingRequestModel)
    {
        return new PagedList<T>(list, pagingRequestModel.Page - 1, pagingRequestModel.PageSize);
    }

    public static TListModel PrepareToGrid<TListModel, TModel, TObject>(this TListModel listModel,
        BaseSearchModel searchModel, IPagedList<TObject> objectList, Func<IEnumerable<TModel>> dataFillFunction)
        where TListModel : BasePagedListModel<TModel>
        where TModel : BaseNopModel
    {
        listModel.Data = dataFillFunction().ToList();
        SetTotals(listModel, searchModel, objectList);
        return listModel;
    }

    public static async Task<TListModel> PrepareToGridAsync<TListModel, TModel, TObject>(this TListModel listModel,
        BaseSearchModel searchModel, IPagedList<TObject> objectList, Func<IAsyncEnumerable<TModel>> dataFillFunction)
        where TListModel : BasePagedListModel<TModel>
        where TModel : BaseNopModel
    {
        var rows = new List<TModel>();
        await foreach (var row in dataFillFunction())
            rows.Add(row);

        listModel.Data = rows;
        SetTotals(listModel, searchModel, objectList);
        return listModel;
    }

    private static void SetTotals<TModel, TObject>(BasePagedListModel<TModel> listModel, BaseSearchModel searchModel, IPagedList<TObject> objectList)
        where TModel : BaseNopModel
    {
        listModel.Draw = searchModel.Draw;
        listModel.RecordsTotal = objectList.TotalCount;
        listModel.RecordsFiltered = objectList.TotalCount;
    }
}
