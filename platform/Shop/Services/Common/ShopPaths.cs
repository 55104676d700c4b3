namespace Shop.Services.Common;

/// <summary>Where the shop's files lie.</summary>
/// <param name="Data">What the shop writes: its database, its plugins' states.</param>
/// <param name="Content">The project's folder with wwwroot.</param>
/// <param name="Program">The program's folder, with Plugins.</param>
public sealed record ShopPaths(string Data, string Content, string Program)
{
    public string Plugins => Path.Combine(Program, "Plugins");
}
