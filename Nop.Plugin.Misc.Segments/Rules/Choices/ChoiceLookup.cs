namespace Nop.Plugin.Misc.Segments.Rules.Choices;

/// <summary>Finds the lists that criteria refer to by name.</summary>
public sealed class ChoiceLookup(IEnumerable<IChoiceList> lists, IEnumerable<IChoiceListFamily> families, IEnumerable<ICodeList> codeLists)
{
    /// <summary>The list of a name; null when there is none, or no longer.</summary>
    public IChoiceList? FindList(string? name)
    {
        if (name is null)
            return null;
        if (lists.FirstOrDefault(list => list.Name == name) is { } own)
            return own;
        var family = families.FirstOrDefault(one => name.StartsWith(one.Prefix, StringComparison.Ordinal));
        return family?.Find(name[family.Prefix.Length..]);
    }

    /// <summary>The list of codes of a name, or null.</summary>
    public ICodeList? FindCodes(string? name) => codeLists.FirstOrDefault(list => list.Name == name);
}
