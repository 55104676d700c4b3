using Nop.Plugin.Misc.Segments.Insights;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Web.Framework.Models.Extensions;

namespace Nop.Plugin.Misc.Segments.Factories;

/// <summary>Prepares the grid of a segment's members.</summary>
public sealed class MemberModelFactory(DisplayFormats formats, MemberList memberList)
{
    /// <summary>A page of the grid.</summary>
    public async Task<MemberListModel> PrepareListModelAsync(MemberSearchModel searchModel, MemberSort sort, bool descending)
    {
        var members = await memberList.GetPageAsync(
            searchModel.SegmentId, searchModel.SearchMember, sort, descending, searchModel.Page - 1, searchModel.PageSize);
        var noName = await formats.TextAsync("Plugins.Misc.Segments.Details.NoName");
        var guest = await formats.TextAsync("Plugins.Misc.Segments.Details.Guest");

        var rows = new List<MemberModel>();
        foreach (var member in members)
            rows.Add(await PrepareModelAsync(member, noName, guest));

        return new MemberListModel().PrepareToGrid(searchModel, members, () => rows);
    }

    private async Task<MemberModel> PrepareModelAsync(MemberRow member, string noName, string guest)
    {
        var name = $"{member.FirstName} {member.LastName}".Trim();
        return new MemberModel
        {
            Id = member.CustomerId,
            Name = name.Length > 0 ? name : noName,
            Email = string.IsNullOrEmpty(member.Email) ? guest : member.Email,
            Orders = member.Orders,
            Spent = await formats.MoneyAsync(member.Spent),
            LastOrder = await formats.DateAsync(member.LastOrderOnUtc),
            Entered = await formats.DateAsync(member.EnteredOnUtc)
        };
    }
}
