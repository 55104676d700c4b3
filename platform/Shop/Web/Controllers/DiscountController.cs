using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Core.Domain.Discounts;
using Nop.Data;
using Nop.Services.Catalog;
using Nop.Services.Discounts;
using Nop.Services.Localization;
using Nop.Services.Messages;
using Nop.Services.Security;
using Nop.Web.Framework.Models.Extensions;
using Nop.Web.Framework.Mvc.Filters;
using Shop.Web.Models;

namespace Shop.Web.Controllers;

/// <summary>Discounts and what they require.</summary>
public sealed class DiscountController(
    DiscountRequirementTree requirementTree,
    IDiscountPluginManager discountPluginManager,
    IDiscountService discountService,
    ILocalizationService localizationService,
    INotificationService notificationService,
    IPermissionService permissionService,
    IPriceFormatter priceFormatter,
    IRepository<DiscountUsageHistory> usageHistory) : AdminController
{
    [CheckPermission(StandardPermission.Promotions.DISCOUNTS_VIEW)]
    public IActionResult List()
    {
        var model = new DiscountSearchModel();
        model.SetGridPageSize();
        return View(model);
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Promotions.DISCOUNTS_VIEW)]
    public async Task<IActionResult> List(DiscountSearchModel searchModel)
    {
        var all = await discountService.GetAllDiscountsAsync(couponCode: searchModel.SearchDiscountCouponCode?.Trim(),
            discountName: searchModel.SearchDiscountName?.Trim(), showHidden: true, isActive: null);
        var page = all.ToPagedList(searchModel);
        var rows = new List<DiscountModel>();
        foreach (var discount in page)
        {
            rows.Add(new DiscountModel
            {
                Id = discount.Id,
                Name = discount.Name,
                DiscountTypeName = await localizationService.GetLocalizedEnumAsync(discount.DiscountType),
                Discount = discount.UsePercentage
                    ? $"{discount.DiscountPercentage:0.##}%"
                    : await priceFormatter.FormatPriceAsync(discount.DiscountAmount, true, false),
                CouponCode = discount.CouponCode,
                TimesUsed = await usageHistory.Table.CountAsync(u => u.DiscountId == discount.Id),
                IsActive = discount.IsActive
            });
        }

        return Json(new DiscountListModel().PrepareToGrid(searchModel, page, () => rows));
    }

    [CheckPermission(StandardPermission.Promotions.DISCOUNTS_CREATE_EDIT_DELETE)]
    public async Task<IActionResult> Create()
    {
        return View(await PrepareAsync(new DiscountModel { IsActive = true, UsePercentage = true, DiscountTypeId = (int)DiscountType.AssignedToOrderTotal }));
    }

    [HttpPost]
    [ParameterBasedOnFormName("save-continue", "continueEditing")]
    [CheckPermission(StandardPermission.Promotions.DISCOUNTS_CREATE_EDIT_DELETE)]
    public async Task<IActionResult> Create(DiscountModel model, bool continueEditing)
    {
        await CheckAsync(model);
        if (!ModelState.IsValid)
            return View(await PrepareAsync(model));

        var discount = new Discount { LimitationTimes = 1 };
        Fill(discount, model);
        await discountService.InsertDiscountAsync(discount);
        notificationService.SuccessNotification(await localizationService.GetResourceAsync("Admin.Promotions.Discounts.Added"));
        return continueEditing ? RedirectToAction(nameof(Edit), new { id = discount.Id }) : RedirectToAction(nameof(List));
    }

    [CheckPermission(StandardPermission.Promotions.DISCOUNTS_VIEW)]
    public async Task<IActionResult> Edit(int id)
    {
        if (await discountService.GetDiscountByIdAsync(id) is not { } discount)
            return RedirectToAction(nameof(List));

        return View(await PrepareAsync(new DiscountModel
        {
            Id = discount.Id,
            Name = discount.Name,
            IsActive = discount.IsActive,
            DiscountTypeId = discount.DiscountTypeId,
            UsePercentage = discount.UsePercentage,
            DiscountPercentage = discount.DiscountPercentage,
            DiscountAmount = discount.DiscountAmount,
            RequiresCouponCode = discount.RequiresCouponCode,
            CouponCode = discount.CouponCode,
            IsCumulative = discount.IsCumulative,
            StartDateUtc = discount.StartDateUtc,
            EndDateUtc = discount.EndDateUtc
        }));
    }

    [HttpPost]
    [ParameterBasedOnFormName("save-continue", "continueEditing")]
    [CheckPermission(StandardPermission.Promotions.DISCOUNTS_CREATE_EDIT_DELETE)]
    public async Task<IActionResult> Edit(DiscountModel model, bool continueEditing)
    {
        if (await discountService.GetDiscountByIdAsync(model.Id) is not { } discount)
            return RedirectToAction(nameof(List));

        await CheckAsync(model);
        if (!ModelState.IsValid)
            return View(await PrepareAsync(model));

        Fill(discount, model);
        await discountService.UpdateDiscountAsync(discount);
        notificationService.SuccessNotification(await localizationService.GetResourceAsync("Admin.Promotions.Discounts.Updated"));
        return continueEditing ? RedirectToAction(nameof(Edit), new { id = discount.Id }) : RedirectToAction(nameof(List));
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Promotions.DISCOUNTS_CREATE_EDIT_DELETE)]
    public async Task<IActionResult> Delete(int id)
    {
        if (await discountService.GetDiscountByIdAsync(id) is { } discount)
        {
            await discountService.DeleteDiscountAsync(discount);
            notificationService.SuccessNotification(await localizationService.GetResourceAsync("Admin.Promotions.Discounts.Deleted"));
        }

        return RedirectToAction(nameof(List));
    }

    [CheckPermission(StandardPermission.Promotions.DISCOUNTS_VIEW, CheckPermissionAttribute.CheckPermissionResultType.Json)]
    public async Task<IActionResult> GetDiscountRequirementConfigurationUrl(string systemName, int discountId, int? discountRequirementId)
    {
        if (await discountPluginManager.LoadPluginBySystemNameAsync(systemName) is not { } rule)
            return NotFound();

        return Json(new { url = rule.GetConfigurationUrl(discountId, discountRequirementId) });
    }

    /// <summary>The requirements as a tree, after an optional change: a new one put into its group, one moved, a group's connector, one removed.</summary>
    [HttpPost]
    [CheckPermission(StandardPermission.Promotions.DISCOUNTS_VIEW)]
    public async Task<IActionResult> GetDiscountRequirements(int discountId, int discountRequirementId, int? parentId, int? interactionTypeId,
        bool deleteRequirement)
    {
        if (await discountService.GetDiscountByIdAsync(discountId) is not { } discount)
            return NotFound();

        var requirement = await discountService.GetDiscountRequirementByIdAsync(discountRequirementId);
        if (requirement?.DiscountId == discount.Id && await permissionService.AuthorizeAsync(StandardPermission.Promotions.DISCOUNTS_CREATE_EDIT_DELETE))
            await requirementTree.ChangeAsync(requirement, parentId, interactionTypeId, deleteRequirement);

        return Json(new { Requirements = await requirementTree.ReadAsync(discount) });
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Promotions.DISCOUNTS_CREATE_EDIT_DELETE)]
    public async Task<IActionResult> AddNewGroup(int discountId, string? name)
    {
        if (await discountService.GetDiscountByIdAsync(discountId) is not { } discount)
            return NotFound();

        await requirementTree.AddGroupAsync(discount, name);
        return Json(new { Result = true });
    }

    private async Task CheckAsync(DiscountModel model)
    {
        if (string.IsNullOrWhiteSpace(model.Name))
            await RefuseAsync(nameof(model.Name), "Admin.Common.Required");
        if (model.UsePercentage && model.DiscountPercentage is not (> 0 and <= 100))
            await RefuseAsync(nameof(model.DiscountPercentage), "Admin.Promotions.Discounts.Percentage.Range");
        if (!model.UsePercentage && model.DiscountAmount <= 0)
            await RefuseAsync(nameof(model.DiscountAmount), "Admin.Promotions.Discounts.Amount.Positive");
        if (model.RequiresCouponCode && string.IsNullOrWhiteSpace(model.CouponCode))
            await RefuseAsync(nameof(model.CouponCode), "Admin.Common.Required");
    }

    private async Task RefuseAsync(string field, string textKey)
    {
        ModelState.AddModelError(field, await localizationService.GetResourceAsync(textKey));
    }

    private static void Fill(Discount discount, DiscountModel model)
    {
        discount.Name = model.Name?.Trim();
        discount.IsActive = model.IsActive;
        discount.DiscountTypeId = model.DiscountTypeId > 0 ? model.DiscountTypeId : (int)DiscountType.AssignedToOrderTotal;
        discount.UsePercentage = model.UsePercentage;
        discount.DiscountPercentage = model.DiscountPercentage;
        discount.DiscountAmount = model.DiscountAmount;
        discount.RequiresCouponCode = model.RequiresCouponCode;
        discount.CouponCode = model.CouponCode?.Trim();
        discount.IsCumulative = model.IsCumulative;
        discount.StartDateUtc = Utc(model.StartDateUtc);
        discount.EndDateUtc = Utc(model.EndDateUtc);
    }

    private static DateTime? Utc(DateTime? date)
    {
        return date is { } value ? DateTime.SpecifyKind(value, DateTimeKind.Utc) : null;
    }

    private async Task<DiscountModel> PrepareAsync(DiscountModel model)
    {
        // The shop gives discounts on the whole order; another type is kept as it is.
        var types = new HashSet<DiscountType> { DiscountType.AssignedToOrderTotal };
        if (model.DiscountTypeId > 0)
            types.Add((DiscountType)model.DiscountTypeId);
        foreach (var type in types)
            model.AvailableDiscountTypes.Add(new SelectListItem(await localizationService.GetLocalizedEnumAsync(type), ((int)type).ToString()));

        const string key = "Admin.Promotions.Discounts.Requirements.DiscountRequirementType";
        model.AvailableDiscountRequirementRules.Add(new SelectListItem(await localizationService.GetResourceAsync($"{key}.Select"), string.Empty));
        model.AvailableDiscountRequirementRules.Add(new SelectListItem(await localizationService.GetResourceAsync($"{key}.AddGroup"), "AddGroup"));
        foreach (var rule in await discountPluginManager.LoadAllPluginsAsync())
            model.AvailableDiscountRequirementRules.Add(new SelectListItem(rule.PluginDescriptor.FriendlyName, rule.PluginDescriptor.SystemName));
        return model;
    }
}
