using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Core;
using Nop.Core.Domain.Messages;
using Nop.Services.Customers;
using Nop.Services.Helpers;
using Nop.Services.Localization;
using Nop.Services.Messages;
using Nop.Services.Security;
using Nop.Services.Stores;
using Nop.Web.Framework.Controllers;
using Nop.Web.Framework.Models.Extensions;
using Nop.Web.Framework.Mvc.Filters;
using Shop.Web.Models;

namespace Shop.Web.Controllers;

/// <summary>Newsletter campaigns: their texts, and sending them.</summary>
public sealed class CampaignController(
    EmailAccountSettings emailAccountSettings,
    ICampaignService campaignService,
    ICustomerService customerService,
    IDateTimeHelper dateTimeHelper,
    IEmailAccountService emailAccountService,
    ILocalizationService localizationService,
    INewsLetterSubscriptionService subscriptionService,
    INewsLetterSubscriptionTypeService subscriptionTypeService,
    INotificationService notificationService,
    IStoreContext storeContext,
    IStoreService storeService,
    IWorkContext workContext) : AdminController
{
    [CheckPermission(StandardPermission.Promotions.CAMPAIGNS_VIEW)]
    public async Task<IActionResult> List()
    {
        var model = new CampaignSearchModel { AvailableStores = await StoreItemsAsync() };
        model.SetGridPageSize();
        return View(model);
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Promotions.CAMPAIGNS_VIEW)]
    public async Task<IActionResult> List(CampaignSearchModel searchModel)
    {
        var page = (await campaignService.GetAllCampaignsAsync(searchModel.StoreId)).ToPagedList(searchModel);
        var rows = new List<CampaignModel>();
        foreach (var campaign in page)
        {
            rows.Add(new CampaignModel
            {
                Id = campaign.Id,
                Name = campaign.Name,
                Subject = campaign.Subject,
                DontSendBeforeDate = campaign.DontSendBeforeDateUtc is { } date ? await dateTimeHelper.ConvertToUserTimeAsync(date, DateTimeKind.Utc) : null,
                CreatedOn = await dateTimeHelper.ConvertToUserTimeAsync(campaign.CreatedOnUtc, DateTimeKind.Utc)
            });
        }

        return Json(new CampaignListModel().PrepareToGrid(searchModel, page, () => rows));
    }

    [CheckPermission(StandardPermission.Promotions.CAMPAIGNS_CREATE_EDIT)]
    public async Task<IActionResult> Create()
    {
        return View(await PrepareAsync(new CampaignModel()));
    }

    [HttpPost]
    [ParameterBasedOnFormName("save-continue", "continueEditing")]
    [CheckPermission(StandardPermission.Promotions.CAMPAIGNS_CREATE_EDIT)]
    public async Task<IActionResult> Create(CampaignModel model, bool continueEditing)
    {
        await CheckAsync(model);
        if (!ModelState.IsValid)
            return View(await PrepareAsync(model));

        var campaign = new Campaign { CreatedOnUtc = DateTime.UtcNow };
        Fill(campaign, model);
        await campaignService.InsertCampaignAsync(campaign);
        notificationService.SuccessNotification(await localizationService.GetResourceAsync("Admin.Promotions.Campaigns.Added"));
        return continueEditing ? RedirectToAction(nameof(Edit), new { id = campaign.Id }) : RedirectToAction(nameof(List));
    }

    [CheckPermission(StandardPermission.Promotions.CAMPAIGNS_VIEW)]
    public async Task<IActionResult> Edit(int id)
    {
        if (await campaignService.GetCampaignByIdAsync(id) is not { } campaign)
            return RedirectToAction(nameof(List));

        return View(await PrepareAsync(new CampaignModel
        {
            Id = campaign.Id,
            Name = campaign.Name,
            Subject = campaign.Subject,
            Body = campaign.Body,
            StoreId = campaign.StoreId,
            CustomerRoleId = campaign.CustomerRoleId,
            NewsLetterSubscriptionTypeId = campaign.NewsLetterSubscriptionTypeId,
            DontSendBeforeDate = campaign.DontSendBeforeDateUtc is { } date ? await dateTimeHelper.ConvertToUserTimeAsync(date, DateTimeKind.Utc) : null
        }));
    }

    [HttpPost]
    [ParameterBasedOnFormName("save-continue", "continueEditing")]
    [FormValueRequired("save", "save-continue")]
    [CheckPermission(StandardPermission.Promotions.CAMPAIGNS_CREATE_EDIT)]
    public async Task<IActionResult> Edit(CampaignModel model, bool continueEditing)
    {
        if (await campaignService.GetCampaignByIdAsync(model.Id) is not { } campaign)
            return RedirectToAction(nameof(List));

        await CheckAsync(model);
        if (!ModelState.IsValid)
            return View(await PrepareAsync(model));

        Fill(campaign, model);
        await campaignService.UpdateCampaignAsync(campaign);
        notificationService.SuccessNotification(await localizationService.GetResourceAsync("Admin.Promotions.Campaigns.Updated"));
        return continueEditing ? RedirectToAction(nameof(Edit), new { id = campaign.Id }) : RedirectToAction(nameof(List));
    }

    // Neither way of sending saves the form: what goes out is what is stored.
    [HttpPost]
    [ActionName(nameof(Edit))]
    [FormValueRequired("send-test-email")]
    [CheckPermission(StandardPermission.Promotions.CAMPAIGNS_SEND_EMAILS)]
    public async Task<IActionResult> SendTestEmail(CampaignModel model)
    {
        if (await campaignService.GetCampaignByIdAsync(model.Id) is not { } campaign)
            return RedirectToAction(nameof(List));

        try
        {
            var testEmail = model.TestEmail?.Trim() ?? string.Empty;
            if (!System.Net.Mail.MailAddress.TryCreate(testEmail, out _))
                throw new NopException(await localizationService.GetResourceAsync("Admin.Common.WrongEmail"));

            var account = await EmailAccountAsync(model.EmailAccountId);
            var store = await storeContext.GetCurrentStoreAsync();
            var subscription = (await subscriptionService.GetNewsLetterSubscriptionsByEmailAsync(testEmail, store.Id)).FirstOrDefault();
            if (subscription is not null)
            {
                await campaignService.SendCampaignAsync(campaign, account, [subscription]);
            }
            else
            {
                var language = await workContext.GetWorkingLanguageAsync();
                await campaignService.SendCampaignAsync(campaign, account, testEmail, language.Id);
            }

            notificationService.SuccessNotification(await localizationService.GetResourceAsync("Admin.Promotions.Campaigns.TestEmailSentToCustomers"));
        }
        catch (Exception exception)
        {
            await notificationService.ErrorNotificationAsync(exception);
        }

        return View(nameof(Edit), await PrepareAsync(model));
    }

    [HttpPost]
    [ActionName(nameof(Edit))]
    [FormValueRequired("send-mass-email")]
    [CheckPermission(StandardPermission.Promotions.CAMPAIGNS_SEND_EMAILS)]
    public async Task<IActionResult> SendMassEmail(CampaignModel model)
    {
        if (await campaignService.GetCampaignByIdAsync(model.Id) is not { } campaign)
            return RedirectToAction(nameof(List));

        try
        {
            var account = await EmailAccountAsync(model.EmailAccountId);
            var store = await storeService.GetStoreByIdAsync(campaign.StoreId);
            var subscriptions = await subscriptionService.GetAllNewsLetterSubscriptionsAsync(
                storeId: store?.Id ?? 0,
                customerRoleId: model.CustomerRoleId,
                subscriptionTypeId: model.NewsLetterSubscriptionTypeId,
                isActive: true);
            var sent = await campaignService.SendCampaignAsync(campaign, account, subscriptions.DistinctBy(s => s.Email));
            var text = await localizationService.GetResourceAsync("Admin.Promotions.Campaigns.MassEmailSentToCustomers");
            notificationService.SuccessNotification(string.Format(text, sent));
        }
        catch (Exception exception)
        {
            await notificationService.ErrorNotificationAsync(exception);
        }

        return View(nameof(Edit), await PrepareAsync(model));
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Promotions.CAMPAIGNS_CREATE_EDIT)]
    public async Task<IActionResult> CopyCampaign(CopyCampaignModel model)
    {
        if (await campaignService.GetCampaignByIdAsync(model.OriginalCampaignId) is not { } original)
            return RedirectToAction(nameof(List));

        var name = string.IsNullOrWhiteSpace(model.Name) ? original.Name : model.Name.Trim();
        var copy = await campaignService.CopyCampaignAsync(original, name);
        notificationService.SuccessNotification(await localizationService.GetResourceAsync("Admin.Promotions.Campaigns.Copied"));
        return RedirectToAction(nameof(Edit), new { id = copy.Id });
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Promotions.CAMPAIGNS_DELETE)]
    public async Task<IActionResult> Delete(int id)
    {
        if (await campaignService.GetCampaignByIdAsync(id) is { } campaign)
        {
            await campaignService.DeleteCampaignAsync(campaign);
            notificationService.SuccessNotification(await localizationService.GetResourceAsync("Admin.Promotions.Campaigns.Deleted"));
        }

        return RedirectToAction(nameof(List));
    }

    private async Task CheckAsync(CampaignModel model)
    {
        var required = await localizationService.GetResourceAsync("Admin.Common.Required");
        if (string.IsNullOrWhiteSpace(model.Name))
            ModelState.AddModelError(nameof(model.Name), required);
        if (string.IsNullOrWhiteSpace(model.Subject))
            ModelState.AddModelError(nameof(model.Subject), required);
        if (string.IsNullOrWhiteSpace(model.Body))
            ModelState.AddModelError(nameof(model.Body), required);
    }

    private void Fill(Campaign campaign, CampaignModel model)
    {
        campaign.Name = model.Name;
        campaign.Subject = model.Subject;
        campaign.Body = model.Body;
        campaign.StoreId = model.StoreId;
        campaign.CustomerRoleId = model.CustomerRoleId;
        campaign.NewsLetterSubscriptionTypeId = model.NewsLetterSubscriptionTypeId;
        campaign.DontSendBeforeDateUtc = model.DontSendBeforeDate is { } date ? dateTimeHelper.ConvertToUtcTime(date) : null;
    }

    private async Task<CampaignModel> PrepareAsync(CampaignModel model)
    {
        var all = await localizationService.GetResourceAsync("Admin.Common.All");
        model.AvailableStores = await StoreItemsAsync();
        model.AvailableCustomerRoles = WithAll(all, (await customerService.GetAllCustomerRolesAsync(true))
            .Select(r => new SelectListItem(r.Name, r.Id.ToString())));
        model.AvailableNewsLetterSubscriptionTypes = WithAll(all, (await subscriptionTypeService.GetAllNewsLetterSubscriptionTypesAsync())
            .Select(t => new SelectListItem(t.Name, t.Id.ToString())));
        model.AvailableEmailAccounts = (await emailAccountService.GetAllEmailAccountsAsync())
            .Select(a => new SelectListItem($"{a.DisplayName} ({a.Email})", a.Id.ToString())).ToList();
        if (model.EmailAccountId == 0)
            model.EmailAccountId = emailAccountSettings.DefaultEmailAccountId;
        model.AllowedTokens = "%Store.Name%, %Store.URL%, %Store.Email%, %NewsLetterSubscription.Email%";
        model.CopyName = string.IsNullOrEmpty(model.Name)
            ? null
            : string.Format(await localizationService.GetResourceAsync("Admin.Promotions.Campaigns.Copy.Name.New"), model.Name);
        return model;
    }

    private async Task<IList<SelectListItem>> StoreItemsAsync()
    {
        var all = await localizationService.GetResourceAsync("Admin.Common.All");
        return WithAll(all, (await storeService.GetAllStoresAsync()).Select(s => new SelectListItem(s.Name, s.Id.ToString())));
    }

    private async Task<EmailAccount> EmailAccountAsync(int id)
    {
        return await emailAccountService.GetEmailAccountByIdAsync(id)
            ?? await emailAccountService.GetEmailAccountByIdAsync(emailAccountSettings.DefaultEmailAccountId)
            ?? (await emailAccountService.GetAllEmailAccountsAsync()).FirstOrDefault()
            ?? throw new NopException(await localizationService.GetResourceAsync("Admin.Promotions.Campaigns.NoEmailAccount"));
    }
}
