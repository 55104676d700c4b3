using Nop.Core.Domain.Discounts;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Choices;

/// <summary>The shop's discounts, by name.</summary>
public sealed class DiscountChoices(IRepository<Discount> discounts) : IChoiceList
{
    internal const string ListName = "discounts";

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChoiceItem>> SearchAsync(string term, int count) => await discounts.Table
        .Where(d => d.Name.Contains(term) || (d.CouponCode != null && d.CouponCode.Contains(term))).OrderBy(d => d.Name).ThenBy(d => d.Id).Take(count)
        .Select(d => new ChoiceItem(d.Id, d.Name, d.CouponCode)).ToListAsync();

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChoiceItem>> FindAsync(IReadOnlyCollection<int> ids) => await discounts.Table
        .Where(d => ids.Contains(d.Id)).OrderBy(d => d.Name).ThenBy(d => d.Id).Select(d => new ChoiceItem(d.Id, d.Name, d.CouponCode)).ToListAsync();

    /// <inheritdoc />
    public async Task<ILookup<string, int>> ResolveAsync(IReadOnlyCollection<string> names) =>
        (await discounts.Table.Where(d => names.Contains(d.Name)).Select(d => new { d.Name, d.Id }).ToListAsync())
        .ToLookup(d => d.Name, d => d.Id, StringComparer.OrdinalIgnoreCase);
}
