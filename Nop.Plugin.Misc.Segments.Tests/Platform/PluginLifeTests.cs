using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core;
using Nop.Core.Domain.Configuration;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Logging;
using Nop.Core.Domain.ScheduleTasks;
using Nop.Core.Domain.Security;
using Nop.Data;
using Nop.Services.Plugins;
using Shop.CommandLine;
using Shop.Data.Migrations;
using Shop.Infrastructure;
using Shop.Plugins;
using Shop.Services.Common;

namespace Nop.Plugin.Misc.Segments.Tests.Platform;

/// <summary>A whole shop with the plugin in its folder: started, rid of the plugin, and given it again.</summary>
internal sealed class PluginLifeTests
{
    private ShopPaths _paths = null!;

    [SetUp]
    public void SetUp()
    {
        var folder = Directory.CreateTempSubdirectory("segments-shop-").FullName;
        var content = ShopHost.PathsOf(new ShopOptions { DataFolder = folder }).Content;
        _paths = new ShopPaths(folder, content, folder);
        var configuration = AppContext.BaseDirectory.Contains("Release") ? "Release" : "Debug";
        Copy(Path.Combine(content, "../../Nop.Plugin.Misc.Segments/bin", configuration), Path.Combine(_paths.Plugins, "Misc.Segments"));
    }

    [TearDown]
    public void TearDown()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_paths.Data, true);
    }

    [Test]
    public async Task It_is_installed_at_the_first_start_and_leaves_nothing_behind()
    {
        await using (var first = await BuildAsync())
        {
            Assert.That(await InstalledAsync(first), Is.True, "The log: " + await LogAsync(first));
            Assert.That(Traces(first), Is.Not.Empty);
            await using var scope = first.Services.CreateAsyncScope();
            var plugins = scope.ServiceProvider.GetRequiredService<PluginService>();
            await plugins.PrepareToUninstallAsync(SegmentsDefaults.SystemName);
            await plugins.UninstallAsync();
            Assert.That(Traces(first), Is.Empty, "The log: " + await LogAsync(first));
        }

        await using (var second = await BuildAsync())
        {
            Assert.That(await InstalledAsync(second), Is.False);
            Assert.That(Traces(second), Is.Empty);
            await using var scope = second.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<PluginService>().PrepareToInstall(SegmentsDefaults.SystemName);
        }

        await using var third = await BuildAsync();
        Assert.That(await InstalledAsync(third), Is.True);
        Assert.That(await LogAsync(third), Is.Empty);
    }

    [Test]
    public async Task A_newer_version_in_the_folder_is_an_update()
    {
        await using (await BuildAsync())
        {
            var file = Path.Combine(_paths.Plugins, "Misc.Segments", "plugin.json");
            var version = PluginCatalogue.Load(_paths).Find(SegmentsDefaults.SystemName)!.Version;
            await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace($"\"{version}\"", "\"9.9.9\""));
        }

        await using var second = await BuildAsync();
        Assert.That(second.Services.GetRequiredService<PluginCatalogue>().State.InstalledPlugins,
            Is.EqualTo(new[] { new InstalledPlugin(SegmentsDefaults.SystemName, "9.9.9") }));
        Assert.That(await LogAsync(second), Is.Empty);
    }

    private Task<WebApplication> BuildAsync()
    {
        return ShopHost.BuildAsync(new ShopOptions { DataFolder = _paths.Data, Urls = "http://127.0.0.1:0", Customers = 20, Orders = 40 }, _paths);
    }

    private static async Task<bool> InstalledAsync(WebApplication shop)
    {
        await using var scope = shop.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IPluginManager<IPlugin>>().LoadPluginBySystemNameAsync(SegmentsDefaults.SystemName) is not null;
    }

    private static async Task<string> LogAsync(WebApplication shop)
    {
        await using var scope = shop.Services.CreateAsyncScope();
        return string.Join('\n', scope.ServiceProvider.GetRequiredService<IRepository<Log>>().Table.Where(l => l.LogLevelId >= 40).Select(l => l.FullMessage));
    }

    // Whatever of the plugin's stands in the database.
    private List<string> Traces(WebApplication shop)
    {
        using var scope = shop.Services.CreateScope();
        var found = new List<string>();
        Add<Setting>(s => s.Name.Contains("segment") || s.Value.Contains("Misc.Segments"), s => "setting " + s.Name);
        Add<LocaleStringResource>(r => r.ResourceName.Contains("segment"), r => "resource " + r.ResourceName);
        Add<PermissionRecord>(p => p.SystemName.Contains("segment"), p => "permission " + p.SystemName);
        Add<ScheduleTask>(t => t.Type.Contains("segment"), t => "task " + t.Name);
        Add<ActivityLogType>(t => t.SystemKeyword.Contains("segment"), t => "activity " + t.SystemKeyword);
        Add<MigrationVersionInfo>(_ => true, m => "migration " + m.Description);
        using DbConnection connection = new SqliteConnection($"Data Source={Path.Combine(_paths.Data, "shop.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE name LIKE '%segment%'";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            found.Add("table or index " + reader.GetString(0));
        return found;

        void Add<T>(System.Linq.Expressions.Expression<Func<T, bool>> where, Func<T, string> name) where T : BaseEntity =>
            found.AddRange(scope.ServiceProvider.GetRequiredService<IRepository<T>>().Table.Where(where).ToList().Select(name));
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
