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

    /// <summary>Those of the ids that are there. In no language: it is asked where nobody is looking, too.</summary>
    async Task<IReadOnlyCollection<int>> FindExistingAsync(IReadOnlyCollection<int> ids) => (await FindAsync(ids)).Select(item => item.Id).ToList();

    /// <summary>The ids of the entries that have one of these names, without case; by name.</summary>
    Task<ILookup<string, int>> ResolveAsync(IReadOnlyCollection<string> names);

    /// <summary>
    /// The names by which another shop will know these entries, by id: such that resolving a name gives the entry back. Usually their texts.
    /// </summary>
    async Task<IReadOnlyDictionary<int, string>> NameAsync(IReadOnlyCollection<int> ids) => (await FindAsync(ids)).ToDictionary(item => item.Id, item => item.Text);
}

/// <summary>Lists of which there are as many as the shop defines, such as the values of each customer attribute.</summary>
public interface IChoiceListFamily
{
    /// <summary>How the names of its lists begin, the colon included.</summary>
    string Prefix { get; }

    /// <summary>The list of the rest of a name, or null when there is none.</summary>
    IChoiceList? Find(string key);
}

/// <summary>A code that can be chosen.</summary>
/// <param name="Code">What the shop's data hold, such as <c>EUR</c>.</param>
/// <param name="Text">What a merchant calls it.</param>
public sealed record CodeItem(string Code, string Text);

/// <summary>Codes that values are chosen from. A code that is not on the list is as good as one that is: the data may hold it.</summary>
public interface ICodeList
{
    /// <summary>The name by which criteria refer to it.</summary>
    string Name { get; }

    /// <summary>The first entries whose code or text contains the term (all when it is empty).</summary>
    Task<IReadOnlyList<CodeItem>> SearchAsync(string term, int count);

    /// <summary>What these codes are called, in their order; a code that is not on the list is its own text.</summary>
    Task<IReadOnlyList<CodeItem>> FindAsync(IReadOnlyCollection<string> codes);
}
