using System.Diagnostics;

namespace Nop.Plugin.Misc.Segments.Tests.CommandLine;

/// <summary>The built shop as a process of its own.</summary>
internal static class ShopProcess
{
    /// <summary>Runs the shop with a data folder until it ends by itself.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string data, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program(), .. arguments, "--data", data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath()
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"The shop did not end: {string.Join(' ', arguments)}");
        }

        return (process.ExitCode, await output, await error);
    }

    // Beside the tests, where it was built with the same settings; only there has it its plugin's folder.
    internal static string Program()
    {
        var build = new DirectoryInfo(TestContext.CurrentContext.TestDirectory.TrimEnd(Path.DirectorySeparatorChar));
        for (var folder = build; folder is not null; folder = folder.Parent)
        {
            var program = Path.Combine(folder.FullName, "platform", "Shop", "bin", build.Parent!.Name, build.Name, "Shop.dll");
            if (File.Exists(program))
                return program;
        }

        Assert.Fail("The shop is not built.");
        throw new InvalidOperationException();
    }
}
