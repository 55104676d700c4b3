namespace Nop.Plugin.Misc.Segments.Rules.Choices;

/// <summary>Something that can be chosen.</summary>
/// <param name="Id">Its id in the shop.</param>
/// <param name="Text">What a merchant calls it, such as a category's whole path.</param>
/// <param name="Detail">What tells it from others of the same name, such as a product's SKU; or null.</param>
public sealed record ChoiceItem(int Id, string Text, string? Detail = null);

/// <summary>A list of the shop that values are chosen from: products, categories, countries...</summary>
public interface IChoiceList
{
    /// <summary>The name by which criteria refer to it.</summary>
    string Name { get; }

    /// <summary>The first entries that contain the term (all when it is empty), in the order a merchant expects.</summary>
    Task<IReadOnlyList<ChoiceItem>> SearchAsync(string term, int count);

    /// <summary>The entries with these ids; what is gone is left out.</summary>
    Task<IReadOnlyList<ChoiceItem>> FindAsync(IReadOnlyCollection<int> ids);

    /// <summary>The ids of the entries that have one of these names, without case; by name.</summary>
    Task<ILookup<string, int>> ResolveAsync(IReadOnlyCollection<string> names);
}
