using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Configuration;
using Nop.Services.Helpers;
using Shop.CommandLine;
using Shop.Data;
using Shop.Demo;

namespace Nop.Plugin.Misc.Segments.Tests.CommandLine;

/// <summary>The command line on a folder of its own, without starting a process.</summary>
internal sealed class CommandLineShop : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("segments-cli-").FullName;

    /// <summary>Where the shop's files are to be; not there at first.</summary>
    public string Data => Path.Combine(Folder, "data");

    public bool WasOpened { get; private set; }

    /// <summary>Writes a file into the folder and gives its path.</summary>
    public string Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>Runs with the data folder added.</summary>
    public async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var runner = new CommandLineRunner(_ => Task.CompletedTask, options => OpenAsync(options, error), output, error);
        var exitCode = await runner.RunAsync([.. arguments, "--data", Data]);
        return (exitCode, output.ToString(), error.ToString());
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, true);
    }

    private async Task<OpenShop> OpenAsync(ShopOptions options, TextWriter error)
    {
        WasOpened = true;
        Directory.CreateDirectory(options.DataFolder!);
        var database = await ShopDatabase.CreateAsync(
            options.Database ?? Path.Combine(options.DataFolder!, "shop.db"),
            clock: options.Clock,
            configure: services => services.AddDemoData().AddSegmentRules().AddSingleton(CountingOrders()).AddSingleton(Settings()).AddSingleton(Times()));
        var scope = database.CreateScope();
        NewAccount.Announce(await scope.ServiceProvider.GetRequiredService<BasicData>().EnsureAsync(), error);
        return new OpenShop(scope.ServiceProvider, async () =>
        {
            await scope.DisposeAsync();
            await database.DisposeAsync();
        });
    }

    private static SegmentsSettings CountingOrders()
    {
        return new SegmentsSettings
        {
            OrderStatusIds = [(int)OrderStatus.Pending, (int)OrderStatus.Processing, (int)OrderStatus.Complete],
            PaymentStatusIds = [(int)PaymentStatus.Paid, (int)PaymentStatus.PartiallyRefunded]
        };
    }

    private static ISettingService Settings()
    {
        var settings = new Mock<ISettingService>();
        settings.Setup(service => service.LoadSettingAsync<CurrencySettings>(0)).ReturnsAsync(new CurrencySettings());
        settings.Setup(service => service.LoadSettingAsync<EmailAccountSettings>(0)).ReturnsAsync(new EmailAccountSettings());
        return settings.Object;
    }

    private static IDateTimeHelper Times()
    {
        return Mock.Of<IDateTimeHelper>(helper => helper.DefaultStoreTimeZone == TimeZoneInfo.Utc);
    }
}
