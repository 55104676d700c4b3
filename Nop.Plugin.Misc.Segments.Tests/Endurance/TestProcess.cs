using System.Diagnostics;

namespace Nop.Plugin.Misc.Segments.Tests.Endurance;

/// <summary>Another process of this assembly.</summary>
internal sealed class TestProcess : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _output = [];

    private TestProcess(Process process) => _process = process;

    /// <summary>What it has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return string.Join('\n', _output);
        }
    }

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public static async Task<TestProcess> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        foreach (var argument in (string[])[typeof(TestProcess).Assembly.Location, .. arguments])
            start.ArgumentList.Add(argument);

        var started = new TestProcess(new Process { StartInfo = start });
        var ready = new TaskCompletionSource();
        started._process.OutputDataReceived += (_, line) => started.Note(line.Data, ready);
        started._process.ErrorDataReceived += (_, line) => started.Note(line.Data, ready);
        started._process.EnableRaisingEvents = true;
        started._process.Exited += (_, _) => ready.TrySetResult();
        started._process.Start();
        started._process.BeginOutputReadLine();
        started._process.BeginErrorReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(3));
        if (started._process.HasExited)
            Assert.Fail($"The process ended at once: {started.Output}");
        return started;
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Kills it, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        Assert.That(_process.HasExited, Is.False, () => $"It ended by itself: {Output}");
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private void Note(string? line, TaskCompletionSource ready)
    {
        if (line is null)
            return;
        lock (_output)
            _output.Add(line);
        if (line == "ready")
            ready.TrySetResult();
    }
}
