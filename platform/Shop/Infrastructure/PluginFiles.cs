using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Shop.Infrastructure;

/// <summary>The files of a plugin's folder under the address by which pages ask for them, so that their addresses can carry a version.</summary>
internal sealed class PluginFiles(string folder) : IFileProvider, IDisposable
{
    private readonly PhysicalFileProvider _files = new(folder);
    private readonly string _prefix = $"/Plugins/{Path.GetFileName(folder)}/";

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IFileInfo GetFileInfo(string subpath) => Find(subpath) is { } path ? _files.GetFileInfo(path) : new NotFoundFileInfo(subpath);

    public IChangeToken Watch(string filter) => Find(filter) is { } path ? _files.Watch(path) : NullChangeToken.Singleton;

    public void Dispose() => _files.Dispose();

    private string? Find(string path)
    {
        var rooted = path.StartsWith('/') ? path : $"/{path}";
        return rooted.StartsWith(_prefix, StringComparison.OrdinalIgnoreCase) ? rooted[_prefix.Length..] : null;
    }
}
