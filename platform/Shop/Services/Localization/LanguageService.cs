using Nop.Core.Domain.Localization;
using Nop.Data;
using Nop.Services.Localization;

namespace Shop.Services.Localization;

internal sealed class LanguageService(IRepository<Language> languages) : ILanguageService
{
    public async Task<IList<Language>> GetAllLanguagesAsync(bool showHidden = false, int storeId = 0)
    {
        var all = await languages.GetAllAsync(query => query.OrderBy(l => l.DisplayOrder).ThenBy(l => l.Id), _ => default!);
        return [.. all.Where(l => showHidden || l.Published)];
    }

    public Task<Language> GetLanguageByIdAsync(int languageId)
    {
        return languages.GetByIdAsync(languageId, _ => default!);
    }
}
