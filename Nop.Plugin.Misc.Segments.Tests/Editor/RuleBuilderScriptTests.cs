using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Nop.Plugin.Misc.Segments.Tests.Editor;

/// <summary>Runs the tests of the rule builder's script, where there is a Node.js to run them.</summary>
public class RuleBuilderScriptTests
{
    private const string TestFile = "rule-builder.test.mjs";

    [Test]
    public async Task The_script_passes_its_own_tests()
    {
        if (await RunAsync(Path.GetTempPath(), "--version") is not { ExitCode: 0, Output: var version } || MajorOf(version) < 20)
            Assert.Ignore("There is no Node.js 20 or later here.");

        var folder = Directory.CreateTempSubdirectory("rule-builder-").FullName;
        try
        {
            CopyFolder(Path.Combine(BuilderTextsTests.PluginFolder(), "Content"), Path.Combine(folder, "Content"));
            File.Copy(Path.Combine(OwnFolder(), TestFile), Path.Combine(folder, TestFile));
            await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), """{"type":"module"}""");

            var run = await RunAsync(folder, "--test", TestFile);
            Assert.That(run?.ExitCode, Is.Zero, run?.Output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int MajorOf(string version) => int.TryParse(version.Trim().TrimStart('v').Split('.')[0], out var major) ? major : 0;

    private static async Task<(int ExitCode, string Output)?> RunAsync(string folder, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("node", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true });
            var output = await process!.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, output);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string OwnFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
