using System.Text;

namespace Nop.Core.Infrastructure;

/// <summary>Files of the shop, by paths relative to it.</summary>
public partial interface INopFileProvider
{
    string MapPath(string path);
    string Combine(params string[] paths);
    bool FileExists(string filePath);
    bool DirectoryExists(string path);
    string[] GetFiles(string directoryPath, string searchPattern = "", bool topDirectoryOnly = true);
    Task<string> ReadAllTextAsync(string path, Encoding encoding);
}
