using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Models.Triggers;
using Nop.Web.Framework.Models.Extensions;

namespace Nop.Plugin.Misc.Segments.Factories.Triggers;

/// <summary>Prepares the grid of what a trigger did.</summary>
public sealed class FiringModelFactory(DisplayFormats formats, FiringList firingList, TriggerTexts texts)
{
    /// <summary>A page of the grid.</summary>
    public async Task<FiringListModel> PrepareListModelAsync(FiringSearchModel searchModel)
    {
        ArgumentNullException.ThrowIfNull(searchModel);
        FiringState? state = Enum.IsDefined((FiringState)searchModel.SearchState) ? (FiringState)searchModel.SearchState : null;
        var page = await firingList.GetPageAsync(searchModel.TriggerId, state, searchModel.Page - 1, searchModel.PageSize);
        var rows = new List<FiringModel>();
        foreach (var row in page)
            rows.Add(await PrepareModelAsync(row));
        return new FiringListModel().PrepareToGrid(searchModel, page, () => rows);
    }

    private async Task<FiringModel> PrepareModelAsync(FiringRow row)
    {
        var firing = row.Firing;
        var model = new FiringModel
        {
            Occurred = await formats.MomentAsync(firing.OccurredOnUtc),
            Due = await formats.MomentAsync(firing.EndedOnUtc ?? firing.DueOnUtc),
            Icon = IconOf(firing.State),
            State = await GetStateAsync(firing),
            Detail = await texts.GetDetailAsync(firing.Detail)
        };
        if (!row.Exists)
        {
            model.Name = await formats.TextAsync("Plugins.Misc.Segments.History.Deleted");
            return model;
        }

        model.CustomerId = firing.CustomerId;
        model.Name = await formats.NameAsync(row.FirstName, row.LastName);
        model.Email = await formats.EmailAsync(row.Email);
        return model;
    }

    private async Task<string> GetStateAsync(TriggerFiring firing) => firing.State switch
    {
        FiringState.Waiting when firing.Attempts == 1 => await formats.TextAsync("Plugins.Misc.Segments.Trigger.State.Again.One"),
        FiringState.Waiting when firing.Attempts > 1 =>
            await formats.FormatAsync("Plugins.Misc.Segments.Trigger.State.Again", formats.Number(firing.Attempts)),
        FiringState.Waiting => await formats.TextAsync("Plugins.Misc.Segments.Trigger.State.Waiting"),
        FiringState.Failed => await formats.FormatAsync("Plugins.Misc.Segments.Trigger.State.GivenUp", formats.Number(firing.Attempts)),
        _ => await formats.TextAsync($"Plugins.Misc.Segments.Trigger.Outcome.{firing.Outcome}")
    };

    private static string IconOf(FiringState state) => state switch
    {
        FiringState.Done => "far fa-check-circle text-success",
        FiringState.Waiting => "far fa-clock text-info",
        FiringState.Cancelled => "fas fa-ban text-muted",
        _ => "fas fa-times-circle text-danger"
    };
}
