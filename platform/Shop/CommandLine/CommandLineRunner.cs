using System.Data.Common;
using System.Net.Sockets;
using System.Transactions;
using Shop.CommandLine.OnlineRetail;
using Shop.Demo;

namespace Shop.CommandLine;

/// <summary>Does what the command line asks for. What is wrong with it becomes one line and the exit code 2.</summary>
/// <param name="serve">Serves the shop until it is stopped.</param>
/// <param name="open">Opens the shop's database, with its tables, and the plugins' services; the database is first touched here.</param>
/// <param name="output">Results.</param>
/// <param name="error">Messages and progress.</param>
public sealed class CommandLineRunner(
    Func<ShopOptions, Task> serve, Func<ShopOptions, Task<OpenShop>> open, TextWriter output, TextWriter error)
{
    public const int Fine = 0;
    public const int Failed = 1;
    public const int WrongInput = 2;

    /// <summary>Runs to the end and gives the exit code.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken = default)
    {
        try
        {
            await DoAsync(CommandLineParser.Parse(arguments), cancellationToken);
            return Fine;
        }
        catch (InputException exception)
        {
            return Fail(exception.Message, WrongInput);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Fail("Stopped. The database is as it was.", Failed);
        }
    }

    private async Task DoAsync(ShopOptions options, CancellationToken cancellationToken)
    {
        switch (options.Verb)
        {
            case ShopVerb.Help:
                await output.WriteLineAsync(CommandLineParser.Usage);
                break;
            case ShopVerb.Import:
                await ImportAsync(options, cancellationToken);
                break;
            case ShopVerb.Generate:
                await GenerateAsync(options, cancellationToken);
                break;
            case ShopVerb.Evaluate:
                await EvaluateAsync(options, cancellationToken);
                break;
            default:
                await TellUnreachableAsync(async () =>
                {
                    await serve(options);
                    return true;
                });
                break;
        }
    }

    private async Task ImportAsync(ShopOptions options, CancellationToken cancellationToken)
    {
        AllowLongTransactions();
        // All of the file is checked before there is a database.
        var data = await ProgressBars.RunAsync(error, progress => Task.FromResult(RetailFile.Read(options.Paths[0], progress)));
        await using var shop = await OpenWithBasicDataAsync(options);
        var importer = shop.Services.GetRequiredService<RetailImporter>();
        var summary = await ProgressBars.RunAsync(error, progress => importer.ImportAsync(data, progress, cancellationToken));
        await output.WriteLineAsync(summary.ToString());
    }

    private async Task GenerateAsync(ShopOptions options, CancellationToken cancellationToken)
    {
        AllowLongTransactions();
        await using var shop = await OpenWithBasicDataAsync(options);
        var generator = shop.Services.GetRequiredService<DemoGenerator>();
        if (!generator.IsShopEmpty())
            throw new InputException("This shop has orders or products already. Generate a new one: add --data with a folder of its own.");
        var size = new DemoOptions(options.Customers, options.Orders, options.Seed);
        var summary = await ProgressBars.RunAsync(error, progress => generator.GenerateAsync(size, progress, cancellationToken));
        await output.WriteLineAsync(summary.ToString());
    }

    private async Task EvaluateAsync(ShopOptions options, CancellationToken cancellationToken)
    {
        var files = DefinitionFiles.Find(options.Paths);
        await using var shop = await TellUnreachableAsync(() => open(options));
        await EvaluateCommand.RunAsync(shop.Services, files, output, cancellationToken);
    }

    private async Task<OpenShop> OpenWithBasicDataAsync(ShopOptions options)
    {
        var shop = await TellUnreachableAsync(() => open(options));
        try
        {
            NewAccount.Announce(await shop.Services.GetRequiredService<BasicData>().EnsureAsync(), error);
            return shop;
        }
        catch
        {
            await shop.DisposeAsync();
            throw;
        }
    }

    private static async Task<T> TellUnreachableAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (exception is DbException or SocketException or TimeoutException or UnauthorizedAccessException)
        {
            var reason = exception.Message.Split('\n')[0].TrimEnd('.', '\r');
            throw new InputException($"The database cannot be reached: {reason}.", exception);
        }
    }

    // An import is one transaction, and takes as long as it takes.
    private static void AllowLongTransactions()
    {
        TransactionManager.MaximumTimeout = TimeSpan.Zero;
    }

    private int Fail(string message, int exitCode)
    {
        error.WriteLine(message.ReplaceLineEndings(" "));
        return exitCode;
    }
}
