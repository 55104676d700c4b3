namespace Shop.CommandLine;

/// <summary>A file with a segment's definition.</summary>
public sealed record DefinitionFile(string Name, string Path);

/// <summary>Finds the files that are to be evaluated.</summary>
public static class DefinitionFiles
{
    /// <summary>The files that were named, and those in the folders that were named, in the order of their names.</summary>
    /// <exception cref="InputException">There is no such file or folder, or no definition in it.</exception>
    public static IReadOnlyList<DefinitionFile> Find(IEnumerable<string> paths)
    {
        return paths.SelectMany(FindIn)
            .DistinctBy(file => Path.GetFullPath(file.Path), StringComparer.Ordinal)
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ThenBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
    }

    private static IReadOnlyList<DefinitionFile> FindIn(string path)
    {
        if (File.Exists(path))
            return [Named(path)];
        if (!Directory.Exists(path))
            throw new InputException($"There is no file or folder '{path}'.");
        var files = Directory.GetFiles(path, "*.json").Select(Named).ToList();
        return files.Count > 0 ? files : throw new InputException($"There is no .json file in the folder '{path}'.");
    }

    private static DefinitionFile Named(string path)
    {
        return new DefinitionFile(Path.GetFileName(path), path);
    }
}
