using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace TransFlow.Cli;

/// <summary>One event a line, for the operator who reads: time in UTC, how grave it is, what happened.</summary>
/// <param name="clock">The clock.</param>
internal sealed class LogLine(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "line";

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var grave = logEntry.LogLevel switch
        {
            LogLevel.Critical or LogLevel.Error => "ERROR ",
            LogLevel.Warning => "WARN  ",
            _ => "",
        };
        var words = logEntry.Formatter(logEntry.State, logEntry.Exception).ReplaceLineEndings(" | ");
        textWriter.WriteLine($"{clock.GetUtcNow().UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} {grave}{words}");
        if (logEntry.Exception is { } exception)
            textWriter.WriteLine(exception);
    }
}
