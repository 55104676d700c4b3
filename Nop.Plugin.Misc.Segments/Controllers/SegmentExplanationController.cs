using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Factories.Explanation;
using Nop.Plugin.Misc.Segments.Insights;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Models.Explanation;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.Segments.Controllers;

/// <summary>Why customers are in segments: what the pages of segments and customers ask. Posted, so that no address holds whom was asked about.</summary>
public class SegmentExplanationController(
    CustomerSearch customerSearch,
    DisplayFormats formats,
    ExplanationModelFactory explanationModelFactory,
    ISegmentService segmentService,
    NearlyModelFactory nearlyModelFactory) : SegmentsAdminController
{
    /// <summary>How many customers a search gives at most.</summary>
    internal const int CustomerCount = 10;

    /// <summary>The customers whose e-mail address or name contains a term.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public async Task<IActionResult> Customers(string? term)
    {
        var noName = await formats.TextAsync("Plugins.Misc.Segments.Details.NoName");
        return Json((await customerSearch.FindAsync(term, CustomerCount)).Select(customer => new FoundCustomerModel
        {
            Id = customer.Id,
            Name = $"{customer.FirstName} {customer.LastName}".Trim() is { Length: > 0 } name ? name : noName,
            Email = customer.Email ?? string.Empty
        }).ToList());
    }

    /// <summary>Why a customer is in a segment, or is not.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public async Task<IActionResult> Explain(int id, int customerId) => await segmentService.GetByIdAsync(id) is { } segment
        ? Json(await explanationModelFactory.PrepareAsync(segment, customerId))
        : NotFound();

    /// <summary>The segments that a customer is nearly in, and what is missing.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public async Task<IActionResult> Nearly(int customerId) => Json(await nearlyModelFactory.PrepareAsync(customerId));
}
