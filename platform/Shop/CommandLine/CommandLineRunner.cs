using System.Data.Common;
using System.Net.Sockets;
using System.Transactions;
using Microsoft.AspNetCore.Connections;
using Shop.CommandLine.OnlineRetail;
using Shop.Demo;

namespace Shop.CommandLine;

/// <summary>Does what the command line asks for. What is wrong with it becomes one line and the exit code 2.</summary>
/// <param name="serve">Serves the shop until it is stopped.</param>
/// <param name="open">Opens the shop with its basic data and its plugins; the database is first touched here.</param>
/// <param name="output">Results.</param>
/// <param name="error">Messages and progress.</param>
public sealed class CommandLineRunner(
    Func<ShopOptions, Task> serve, Func<ShopOptions, Task<OpenShop>> open, TextWriter output, TextWriter error)
{
    public const int Fine = 0;
    public const int Failed = 1;
    public const int WrongInput = 2;

    /// <summary>Runs to the end and gives the exit code.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        using var stop = new CancellationTokenSource();
        try
        {
            await DoAsync(CommandLineParser.Parse(arguments), stop);
            return Fine;
        }
        catch (InputException exception)
        {
            return Fail(exception.Message, WrongInput);
        }
        catch (DbException exception)
        {
            return Fail($"The database gave up: {exception.Message} Nothing of this was kept.", Failed);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Fail("Stopped. The database is as it was.", Failed);
        }
    }

    private async Task DoAsync(ShopOptions options, CancellationTokenSource stop)
    {
        switch (options.Verb)
        {
            case ShopVerb.Help:
                await output.WriteLineAsync(CommandLineParser.Usage);
                break;
            case ShopVerb.Serve:
                await ServeAsync(options);
                break;
            case ShopVerb.Import:
                await UntilCtrlCAsync(stop, token => ImportAsync(options, token));
                break;
            case ShopVerb.Generate:
                await UntilCtrlCAsync(stop, token => GenerateAsync(options, token));
                break;
            case ShopVerb.Criteria:
                await UntilCtrlCAsync(stop, _ => WriteCriteriaAsync(options));
                break;
            default:
                await UntilCtrlCAsync(stop, token => EvaluateAsync(options, token));
                break;
        }
    }

    private async Task ServeAsync(ShopOptions options)
    {
        try
        {
            await TellUnreachableAsync(async () =>
            {
                await serve(options);
                return true;
            });
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new InputException($"{exception.Message.TrimEnd('.')}. Choose another address with --urls.", exception);
        }
    }

    // Stopping is asked for, not forced: the transaction is to be rolled back in good order. A web server sees to Ctrl+C itself.
    private static async Task UntilCtrlCAsync(CancellationTokenSource stop, Func<CancellationToken, Task> work)
    {
        void Ask(object? sender, ConsoleCancelEventArgs pressed)
        {
            pressed.Cancel = true;
            stop.Cancel();
        }

        Console.CancelKeyPress += Ask;
        try
        {
            await work(stop.Token);
        }
        finally
        {
            Console.CancelKeyPress -= Ask;
        }
    }

    private async Task ImportAsync(ShopOptions options, CancellationToken cancellationToken)
    {
        AllowLongTransactions();
        // All of the file is checked before there is a database.
        var data = await ProgressBars.RunAsync(error, progress => Task.FromResult(RetailFile.Read(options.Paths[0], progress)));
        await using var shop = await TellUnreachableAsync(() => open(options));
        var importer = shop.Services.GetRequiredService<RetailImporter>();
        var summary = await ProgressBars.RunAsync(error, progress => importer.ImportAsync(data, progress, cancellationToken));
        await output.WriteLineAsync(summary.ToString());
    }

    private async Task GenerateAsync(ShopOptions options, CancellationToken cancellationToken)
    {
        AllowLongTransactions();
        await using var shop = await TellUnreachableAsync(() => open(options));
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
        if (options.Explain is { } customerId)
            await EvaluateCommand.ExplainAsync(shop.Services, files, customerId, output, cancellationToken);
        else
            await EvaluateCommand.RunAsync(shop.Services, files, output, cancellationToken);
    }

    private async Task WriteCriteriaAsync(ShopOptions options)
    {
        await using var shop = await TellUnreachableAsync(() => open(options));
        await CriteriaCommand.RunAsync(shop.Services, output);
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
