using System.Text;
using Nop.Core.Infrastructure;

namespace Shop.Services.Common;

internal sealed class FileProvider(ShopPaths paths) : INopFileProvider
{
    public string MapPath(string path)
    {
        var relative = path.Replace("~/", "", StringComparison.Ordinal).TrimStart('/');
        var first = relative.Split('/', 2)[0];
        var root = first switch
        {
            "App_Data" => Path.GetDirectoryName(paths.Data)!,
            "wwwroot" => paths.Content,
            _ => paths.Program
        };
        return first == "App_Data" ? Path.Combine(paths.Data, relative["App_Data".Length..].TrimStart('/')) : Path.Combine(root, relative);
    }

    public string Combine(params string[] paths)
    {
        return Path.Combine(paths);
    }

    public bool FileExists(string filePath)
    {
        return File.Exists(filePath);
    }

    public bool DirectoryExists(string path)
    {
        return System.IO.Directory.Exists(path);
    }

    public string[] GetFiles(string directoryPath, string searchPattern = "", bool topDirectoryOnly = true)
    {
        return System.IO.Directory.GetFiles(directoryPath, string.IsNullOrEmpty(searchPattern) ? "*.*" : searchPattern,
            topDirectoryOnly ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories);
    }

    public Task<string> ReadAllTextAsync(string path, Encoding encoding)
    {
        return File.ReadAllTextAsync(path, encoding);
    }
}
