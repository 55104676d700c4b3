using System.Globalization;
using Nop.Core.Domain.Messages;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Infrastructure.Installation;
using Nop.Services.Localization;
using Nop.Services.Messages;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>
/// The templates of the mails that triggers send: those of the shop's templates whose names begin with "Segments.". Four come with the plugin; a trigger
/// can have one of its own.
/// </summary>
public class TriggerTemplates(
    IMessageTemplateService templateService,
    ILanguageService languageService,
    ILocalizationService localizationService,
    ILocalizedEntityService localizedEntityService,
    LocaleFiles files,
    EmailAccountSettings emailAccountSettings)
{
    /// <summary>What the names of the templates begin with.</summary>
    public const string Prefix = "Segments.";

    /// <summary>The mail to somebody who entered.</summary>
    public const string Entered = "Segments.CustomerEntered";

    /// <summary>The mail to somebody who left.</summary>
    public const string Left = "Segments.CustomerLeft";

    /// <summary>The mail with the code of a discount.</summary>
    public const string Coupon = "Segments.Coupon";

    /// <summary>The mail with the code of a gift card.</summary>
    public const string GiftCard = "Segments.GiftCard";

    /// <summary>What the keys of the descriptions begin with that the shop shows on the template's page.</summary>
    public const string DescriptionPrefix = "Admin.ContentManagement.MessageTemplates.Description.";

    private const string OwnPrefix = "Segments.Trigger";
    private const string TextPrefix = "Plugins.Misc.Segments.Trigger.Template.";

    /// <summary>The templates that come with the plugin.</summary>
    public static IReadOnlyList<string> Defaults { get; } = [Entered, Left, Coupon, GiftCard];

    /// <summary>The template that fits a trigger, of those that come with the plugin.</summary>
    public static string FittingFor(TriggerAction action, bool onLeaving) => action switch
    {
        TriggerAction.Coupon => Coupon,
        TriggerAction.GiftCard => GiftCard,
        _ => onLeaving ? Left : Entered
    };

    /// <summary>The name of a trigger's own template.</summary>
    public static string OwnNameOf(SegmentTrigger trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return FormattableString.Invariant($"{OwnPrefix}{trigger.Id}");
    }

    /// <summary>The number of the trigger whose own a template is; null when it is nobody's own.</summary>
    public static int? FindOwner(MessageTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return template.Name.StartsWith(OwnPrefix, StringComparison.Ordinal)
            && int.TryParse(template.Name.AsSpan(OwnPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var triggerId)
                ? triggerId
                : null;
    }

    /// <summary>All templates that triggers may send: those that come with the plugin first, then by name.</summary>
    public async Task<IReadOnlyList<MessageTemplate>> GetAllAsync() =>
    [
        .. (await templateService.GetAllMessageTemplatesAsync(0))
            .Where(template => template.Name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .OrderBy(template => Defaults.Contains(template.Name) ? 0 : 1).ThenBy(template => template.Name, StringComparer.OrdinalIgnoreCase)
    ];

    /// <summary>Adds those of the plugin's templates that are missing, in all languages of the shop. What a merchant has reworded stays.</summary>
    public async Task AddMissingAsync()
    {
        foreach (var name in Defaults)
            if ((await templateService.GetMessageTemplatesByNameAsync(name)).Count == 0)
                await AddAsync(name);
    }

    /// <summary>Makes a template of the trigger's own: a copy of the one that fits it.</summary>
    public async Task<MessageTemplate> CreateForAsync(SegmentTrigger trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        var name = OwnNameOf(trigger);
        if (await FindAsync(name) is { } present)
            return present;

        var fitting = FittingFor(trigger.Action, trigger.OnLeaving);
        if (await FindAsync(fitting) is not { } model)
            model = await AddAsync(fitting);
        var copy = new MessageTemplate
        {
            Name = name,
            Subject = model.Subject,
            Body = model.Body,
            IsActive = true,
            EmailAccountId = model.EmailAccountId
        };
        await templateService.InsertMessageTemplateAsync(copy);
        foreach (var language in await languageService.GetAllLanguagesAsync(showHidden: true))
        {
            await SaveTextsAsync(copy, language.Id,
                await localizationService.GetLocalizedAsync(model, template => template.Subject, language.Id, false, false),
                await localizationService.GetLocalizedAsync(model, template => template.Body, language.Id, false, false));
            var description = await localizationService.GetResourceAsync($"{TextPrefix}Own.Description", language.Id);
            await localizationService.AddOrUpdateLocaleResourceAsync(new Dictionary<string, string>
            {
                [DescriptionPrefix + name] = string.Format(CultureInfo.InvariantCulture, description, trigger.Name)
            }, language.Id);
        }

        return copy;
    }

    /// <summary>Deletes the template of the trigger's own, if there is one.</summary>
    public async Task DeleteOwnAsync(SegmentTrigger trigger)
    {
        var name = OwnNameOf(trigger);
        if (await FindAsync(name) is not { } own)
            return;

        await DeleteAsync(own);
        await localizationService.DeleteLocaleResourceAsync(DescriptionPrefix + name);
    }

    /// <summary>Deletes all of them.</summary>
    public async Task RemoveAsync()
    {
        foreach (var template in await GetAllAsync())
            await DeleteAsync(template);
    }

    private async Task<MessageTemplate?> FindAsync(string name) => (await templateService.GetMessageTemplatesByNameAsync(name)).FirstOrDefault();

    private async Task<MessageTemplate> AddAsync(string name)
    {
        var languages = await languageService.GetAllLanguagesAsync(showHidden: true);
        var (subject, body) = await ReadAsync(name, languages.Count > 0 ? languages[0].LanguageCulture : null);
        var template = new MessageTemplate
        {
            Name = name,
            Subject = subject,
            Body = body,
            IsActive = true,
            EmailAccountId = emailAccountSettings.DefaultEmailAccountId
        };
        await templateService.InsertMessageTemplateAsync(template);
        foreach (var language in languages.Skip(1))
        {
            (subject, body) = await ReadAsync(name, language.LanguageCulture);
            if (body != template.Body)
                await SaveTextsAsync(template, language.Id, subject, body);
        }

        return template;
    }

    private async Task<(string Subject, string Body)> ReadAsync(string name, string? culture)
    {
        var texts = await files.ReadAsync(culture);
        var key = TextPrefix + name[Prefix.Length..];
        return (texts[$"{key}.Subject"], texts[$"{key}.Body"]);
    }

    private async Task SaveTextsAsync(MessageTemplate template, int languageId, string subject, string body)
    {
        await localizedEntityService.SaveLocalizedValueAsync(template, saved => saved.Subject, subject, languageId);
        await localizedEntityService.SaveLocalizedValueAsync(template, saved => saved.Body, body, languageId);
    }

    // The shop keeps what a template says in other languages unless it is emptied.
    private async Task DeleteAsync(MessageTemplate template)
    {
        foreach (var language in await languageService.GetAllLanguagesAsync(showHidden: true))
            await SaveTextsAsync(template, language.Id, string.Empty, string.Empty);
        await templateService.DeleteMessageTemplateAsync(template);
    }
}
