using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Web.Framework.Models;
using Nop.Web.Framework.Mvc.ModelBinding;

namespace Shop.Web.Models;

/// <summary>A template of mails, as its page shows it.</summary>
public sealed record MessageTemplateModel : BaseNopEntityModel
{
    [NopResourceDisplayName("Admin.ContentManagement.MessageTemplates.Fields.Name")]
    public string? Name { get; set; }

    public string? Description { get; set; }

    [NopResourceDisplayName("Admin.ContentManagement.MessageTemplates.Fields.Subject")]
    public string? Subject { get; set; }

    [NopResourceDisplayName("Admin.ContentManagement.MessageTemplates.Fields.Body")]
    public string? Body { get; set; }

    [NopResourceDisplayName("Admin.ContentManagement.MessageTemplates.Fields.IsActive")]
    public bool IsActive { get; set; }

    [NopResourceDisplayName("Admin.ContentManagement.MessageTemplates.Fields.DelayBeforeSend")]
    [Range(0, 10_000)]
    public int DelayBeforeSend { get; set; }

    public int DelayPeriodId { get; set; }
    public IList<SelectListItem> AvailableDelayPeriods { get; set; } = [];

    [NopResourceDisplayName("Admin.ContentManagement.MessageTemplates.Fields.AllowedTokens")]
    public string? AllowedTokens { get; set; }

    public IList<MessageTemplateTextModel> Locales { get; set; } = new List<MessageTemplateTextModel>();
}

/// <summary>What a template says in one language; empty is what it says anyway.</summary>
public sealed record MessageTemplateTextModel : BaseNopModel
{
    public int LanguageId { get; set; }
    public string? LanguageName { get; set; }

    [NopResourceDisplayName("Admin.ContentManagement.MessageTemplates.Fields.Subject")]
    public string? Subject { get; set; }

    [NopResourceDisplayName("Admin.ContentManagement.MessageTemplates.Fields.Body")]
    public string? Body { get; set; }
}

public sealed record MessageTemplateSearchModel : BaseSearchModel
{
    [NopResourceDisplayName("Admin.ContentManagement.MessageTemplates.List.Keywords")]
    public string? SearchKeywords { get; set; }
}

public sealed record MessageTemplateListModel : BasePagedListModel<MessageTemplateModel>;
