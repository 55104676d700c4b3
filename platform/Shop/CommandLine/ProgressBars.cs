using Shop.Demo;
using Spectre.Console;

namespace Shop.CommandLine;

/// <summary>Shows how far a long piece of work is, on the error stream: the output stays clean.</summary>
internal static class ProgressBars
{
    public static async Task<T> RunAsync<T>(TextWriter error, Func<IProgress<DemoProgress>, Task<T>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        // Bars are for eyes: into a file or a pipe they would write a line for every step.
        if (Console.IsErrorRedirected || !console.Profile.Capabilities.Ansi)
            return await work(new Silence());
        return await console.Progress()
            .AutoClear(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new Bars(context)));
    }

    private sealed class Bars(ProgressContext context) : IProgress<DemoProgress>
    {
        private readonly Dictionary<string, ProgressTask> _tasks = new(StringComparer.Ordinal);

        // At once and in order, which Progress<T> does not promise.
        public void Report(DemoProgress value)
        {
            if (!_tasks.TryGetValue(value.Step, out var task))
            {
                task = context.AddTask(value.Step);
                _tasks.Add(value.Step, task);
            }

            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
        }
    }

    private sealed class Silence : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value)
        {
        }
    }
}
