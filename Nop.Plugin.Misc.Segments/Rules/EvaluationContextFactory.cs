using Nop.Core.Domain.Catalog;
using Nop.Data;
using Nop.Services.Helpers;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>Makes what the predicates of one evaluation share, so that whoever counts, refreshes or explains starts from the same.</summary>
public sealed class EvaluationContextFactory(
    IRepository<Category> categories, IDateTimeHelper dateTimeHelper, RankThresholds rankThresholds, TimeProvider timeProvider)
{
    /// <summary>The context of this moment, without a scope.</summary>
    /// <param name="definition">The definition that is to be evaluated.</param>
    /// <param name="includeGuests">Whether guests who ordered are ranked too.</param>
    /// <param name="renewRanks">Whether to work out the ranks anew, rather than take them as they were in the last hour.</param>
    public async Task<EvaluationContext> CreateAsync(SegmentDefinition definition, bool includeGuests, bool renewRanks = false)
    {
        var tree = DefinitionFacts.IncludesSubcategories(definition)
            ? await categories.Table.Where(c => !c.Deleted && c.ParentCategoryId > 0).Select(c => new { c.Id, c.ParentCategoryId }).ToListAsync()
            : [];
        var context = new EvaluationContext
        {
            Calendar = new ShopCalendar(timeProvider.GetUtcNow().UtcDateTime, dateTimeHelper.DefaultStoreTimeZone),
            Subcategories = tree.ToLookup(c => c.ParentCategoryId, c => c.Id)
        };
        return context.With(null, await rankThresholds.GetAsync(definition.Rules, includeGuests, context, renewRanks));
    }
}
