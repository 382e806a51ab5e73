using System.Data.Common;
using System.Net.Sockets;
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
        var words = IsSchedule(logEntry.Category) && logEntry.Exception is { } failure
            ? $"The schedule failed and is tried again: {failure.GetBaseException().Message}"
            : logEntry.Formatter(logEntry.State, logEntry.Exception);
        textWriter.WriteLine($"{clock.GetUtcNow().UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} {grave}{words.ReplaceLineEndings(" | ")}");
        if (logEntry.Exception is { } exception && !IsOfTheWorld(exception.GetBaseException()))
            textWriter.WriteLine(exception);
    }

    private static bool IsSchedule(string category) => category.StartsWith("Quartz", StringComparison.Ordinal);

    /// <summary>A full disk or a database that is away is no fault of the program: where it came up says nothing, and would bury the rest.</summary>
    private static bool IsOfTheWorld(Exception exception) => exception is IOException or UnauthorizedAccessException or DbException or TimeoutException or SocketException;
}
