using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Queries;

/// <summary>A command as it is sent to the database, with its parameters.</summary>
internal sealed record RecordedCommand(string Sql, IReadOnlyList<DbParameter> Parameters);

/// <summary>
/// Hears of each command that EF Core sends, from its diagnostic events. It has to listen before the first command is sent: EF Core remembers for a while
/// that nobody does.
/// </summary>
internal sealed class CommandRecorder : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly AsyncLocal<List<RecordedCommand>?> _commands = new();
    private readonly List<IDisposable> _subscriptions = [];

    public CommandRecorder() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>What is sent while something is done, and for its sake.</summary>
    public async Task<IReadOnlyList<RecordedCommand>> RecordAsync(Func<Task> work)
    {
        var commands = new List<RecordedCommand>();
        _commands.Value = commands;
        await work();
        _commands.Value = null;
        return commands;
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener listener)
    {
        if (listener.Name == DbLoggerCategory.Name)
            _subscriptions.Add(listener.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> message)
    {
        if (_commands.Value is { } commands && message.Value is CommandEventData { Command: var command })
            commands.Add(new RecordedCommand(command.CommandText, command.Parameters.Cast<DbParameter>().ToList()));
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
}
