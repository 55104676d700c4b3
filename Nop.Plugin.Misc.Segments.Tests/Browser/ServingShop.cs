using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Nop.Plugin.Misc.Segments.Tests.CommandLine;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>The built shop, serving on a free port of this machine from a data folder of its own.</summary>
internal sealed partial class ServingShop : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _data;
    private readonly StringBuilder _console = new();
    private readonly TaskCompletionSource _answers = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServingShop(string data)
    {
        _data = data;
        Address = $"http://127.0.0.1:{FreePort()}";
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [ShopProcess.Program(), "--data", data, "--urls", Address])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetTempPath()
            },
            EnableRaisingEvents = true
        };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _answers.TrySetException(new InvalidOperationException($"The shop ended.\n{_console}"));
    }

    /// <summary>Where it answers, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>The admin's password, as the first start printed it.</summary>
    public string AdminPassword => PasswordOf("admin@example.com");

    /// <summary>The password of the clerk, who may enter the admin area and do nothing there, as the first start printed it.</summary>
    public string ClerkPassword => PasswordOf("clerk@example.com");

    /// <summary>The file of its database.</summary>
    public string Database => Path.Combine(_data, "shop.db");

    /// <summary>Starts a new shop with its demo data and waits until it answers.</summary>
    public static async Task<ServingShop> StartAsync()
    {
        var shop = new ServingShop(Directory.CreateTempSubdirectory("segments-shop-").FullName);
        shop._process.Start();
        shop._process.BeginOutputReadLine();
        shop._process.BeginErrorReadLine();
        await shop._answers.Task.WaitAsync(TimeSpan.FromMinutes(4));
        return shop;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private void Hear(string? line)
    {
        lock (_console)
            _console.AppendLine(line);
        if (line?.Contains("answers at", StringComparison.Ordinal) == true)
            _answers.TrySetResult();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string PasswordOf(string email)
    {
        lock (_console)
            return Passwords().Matches(_console.ToString()).FirstOrDefault(match => match.Groups[1].Value == email) is { } match
                ? match.Groups[2].Value
                : throw new InvalidOperationException($"The shop printed no password.\n{_console}");
    }

    [GeneratedRegex(@"(\S+@example\.com)\s+(\S+)")]
    private static partial Regex Passwords();
}
