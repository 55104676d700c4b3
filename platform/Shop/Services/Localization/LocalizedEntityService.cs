using System.Linq.Expressions;
using Nop.Core;
using Nop.Core.Domain.Localization;
using Nop.Data;
using Nop.Services.Localization;

namespace Shop.Services.Localization;

/// <summary>What entities say in other languages, one row for each property and language. An empty value takes the row away.</summary>
internal sealed class LocalizedEntityService(IRepository<LocalizedProperty> properties) : ILocalizedEntityService
{
    public async Task<string> GetLocalizedValueAsync(int languageId, int entityId, string localeKeyGroup, string localeKey)
    {
        return (await FindAsync(languageId, entityId, localeKeyGroup, localeKey))?.LocaleValue ?? "";
    }

    public async Task SaveLocalizedValueAsync<T>(T entity, Expression<Func<T, string>> keySelector, string localeValue, int languageId)
        where T : BaseEntity, ILocalizedEntity
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (languageId == 0)
            throw new ArgumentOutOfRangeException(nameof(languageId));

        var (group, key) = (entity.GetType().Name, KeyOf(keySelector));
        var stored = await FindAsync(languageId, entity.Id, group, key);
        if (string.IsNullOrEmpty(localeValue))
        {
            if (stored is not null)
                await properties.DeleteAsync(stored);
        }
        else if (stored is null)
        {
            await properties.InsertAsync(new LocalizedProperty
            {
                EntityId = entity.Id,
                LanguageId = languageId,
                LocaleKeyGroup = group,
                LocaleKey = key,
                LocaleValue = localeValue
            });
        }
        else if (stored.LocaleValue != localeValue)
        {
            stored.LocaleValue = localeValue;
            await properties.UpdateAsync(stored);
        }
    }

    /// <summary>The name of the property that the expression chooses.</summary>
    public static string KeyOf<T, TProperty>(Expression<Func<T, TProperty>> selector)
    {
        return selector.Body is MemberExpression member
            ? member.Member.Name
            : throw new ArgumentException($"'{selector}' does not choose a property.", nameof(selector));
    }

    private async Task<LocalizedProperty?> FindAsync(int languageId, int entityId, string group, string key)
    {
        return await properties.Table
            .FirstOrDefaultAsync(p => p.LanguageId == languageId && p.EntityId == entityId && p.LocaleKeyGroup == group && p.LocaleKey == key);
    }
}
