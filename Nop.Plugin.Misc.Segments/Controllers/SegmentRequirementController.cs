using Microsoft.AspNetCore.Mvc;
using Nop.Core.Domain.Discounts;
using Nop.Plugin.Misc.Segments.Audiences;
using Nop.Plugin.Misc.Segments.Audiences.Discounts;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Services.Discounts;
using Nop.Services.Security;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.Segments.Controllers;

/// <summary>The part of the discount page that says which segments a requirement asks for.</summary>
public class SegmentRequirementController(
    DisplayFormats formats,
    IDiscountService discountService,
    ISegmentService segmentService,
    ProductPriceCacheWarning priceCacheWarning,
    RequirementChoices choices,
    SegmentListItems listItems,
    SegmentTexts texts) : SegmentsAdminController
{
    /// <summary>Sets the fields of one requirement apart from those of another on the same page.</summary>
    public const string FieldPrefix = "SegmentRequirement";

    /// <summary>The form.</summary>
    [CheckPermission(StandardPermission.Promotions.DISCOUNTS_VIEW)]
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public async Task<IActionResult> Configure(int discountId, int? discountRequirementId)
    {
        if (await discountService.GetDiscountByIdAsync(discountId) is not { } discount)
            return Content(await formats.TextAsync("Plugins.Misc.Segments.Requirement.NotFound"));

        if (discountRequirementId is { } id && await FindAsync(discountId, id) is null)
            return Content(await formats.TextAsync("Plugins.Misc.Segments.Requirement.NotFound"));

        var requirementId = discountRequirementId ?? 0;
        var choice = await choices.GetAsync(requirementId);
        ViewData.TemplateInfo.HtmlFieldPrefix = $"{FieldPrefix}{requirementId}";
        return PluginView("Requirement/Configure", new RequirementModel
        {
            DiscountId = discountId,
            RequirementId = requirementId,
            Match = choice.Match,
            SegmentIds = [.. choice.SegmentIds],
            AvailableSegments = await listItems.PrepareAsync(choice.SegmentIds),
            Words = await DescribeAsync(choice.SegmentIds),
            Unreliable = await DescribeUnreliableAsync(choice.SegmentIds),
            PriceCacheWarning = await priceCacheWarning.GetTextAsync(discount) ?? string.Empty
        });
    }

    /// <summary>Stores what the form says, and adds the requirement to the discount the first time.</summary>
    [HttpPost]
    [CheckPermission(StandardPermission.Promotions.DISCOUNTS_CREATE_EDIT_DELETE)]
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public async Task<IActionResult> Configure(RequirementModel model)
    {
        if (await discountService.GetDiscountByIdAsync(model.DiscountId) is not { } discount)
            return await RefuseAsync("Plugins.Misc.Segments.Requirement.NotFound");

        if (!Enum.IsDefined(model.Match))
            return await RefuseAsync("Plugins.Misc.Segments.Requirement.Match.Required");

        var known = (await segmentService.GetAllAsync()).Select(s => s.Id).ToHashSet();
        var segmentIds = model.SegmentIds.Distinct().ToList();
        if (segmentIds.Count == 0)
            return await RefuseAsync("Plugins.Misc.Segments.Requirement.Segments.Required");

        if (!segmentIds.All(known.Contains))
            return await RefuseAsync("Plugins.Misc.Segments.Requirement.Segments.Deleted");

        var requirement = await FindAsync(discount.Id, model.RequirementId);
        if (requirement is null && model.RequirementId > 0)
            return await RefuseAsync("Plugins.Misc.Segments.Requirement.NotFound");

        if (requirement is null)
        {
            requirement = new DiscountRequirement { DiscountId = discount.Id, DiscountRequirementRuleSystemName = SegmentsDefaults.SystemName };
            await discountService.InsertDiscountRequirementAsync(requirement);
        }

        await choices.SaveAsync(requirement.Id, new RequirementChoice(segmentIds, model.Match));
        return Ok(new { NewRequirementId = requirement.Id });
    }

    private async Task<DiscountRequirement?> FindAsync(int discountId, int requirementId)
    {
        var requirement = requirementId > 0 ? await discountService.GetDiscountRequirementByIdAsync(requirementId) : null;
        return requirement?.DiscountId == discountId && requirement.DiscountRequirementRuleSystemName == SegmentsDefaults.SystemName ? requirement : null;
    }

    private async Task<List<KeyValuePair<string, string>>> DescribeAsync(IReadOnlyList<int> segmentIds)
    {
        var words = new List<KeyValuePair<string, string>>();
        foreach (var segment in (await segmentService.GetAllAsync()).Where(segment => segmentIds.Contains(segment.Id)))
            words.Add(new KeyValuePair<string, string>(segment.Name, await texts.GetWordsAsync(segment)));
        return words;
    }

    private async Task<string> DescribeUnreliableAsync(IReadOnlyList<int> segmentIds)
    {
        var known = (await segmentService.GetAllAsync()).ToDictionary(s => s.Id);
        var deleted = await formats.TextAsync("Plugins.Misc.Segments.Campaign.DeletedSegment");
        var names = segmentIds
            .Select(id => known.GetValueOrDefault(id))
            .Where(segment => !segment.IsReliable())
            .Select(segment => segment?.Name ?? deleted);
        return string.Join(", ", names);
    }

    private async Task<IActionResult> RefuseAsync(string key) => Ok(new { Errors = new[] { await formats.TextAsync(key) } });
}
