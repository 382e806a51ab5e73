using System.CommandLine;
using System.CommandLine.Parsing;

namespace TransFlow.Cli;

/// <summary>The command line.</summary>
public static class CommandLine
{
    /// <summary>Runs one command.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="terminal">Streams and surroundings.</param>
    /// <param name="cancellationToken">Stops the command.</param>
    /// <returns>0 done, 1 refused, 2 not understood, 3 unavailable.</returns>
    public static async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var root = Root(terminal);
        var line = root.Parse(arguments);
        if (line.Errors.Count > 0)
        {
            foreach (var error in line.Errors)
                await terminal.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            await terminal.Error.WriteLineAsync($"See: transflow {NameOf(line.CommandResult)}--help").ConfigureAwait(false);
            return ExitCode.Usage;
        }

        var streams = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        try
        {
            return await line.InvokeAsync(streams, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync($"{e.Message} Mend that, then run the command again.").ConfigureAwait(false);
            return ExitCode.Unavailable;
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var settings = new Option<string>("--settings") { Description = "The settings file (transflow.json in this folder; commands that need no newsroom use none but the one named).", HelpName = "FILE", Recursive = true };
        var verb = new Verb(terminal, settings);
        var root = new RootCommand("""
            TransFlow carries a newsroom's articles from Korean Markdown to published editions in other languages.

            First steps:   transflow run --once      take one pass over the newsroom and see what stands where
                           transflow status          the same table, without doing anything
            Translators:   work on translations/<language>/translate/<article>.xlf in any CAT tool and save it there,
                           or put the tool's file into translations/returned/ under any name.
            Editors:       transflow accept ARTICLE --language en      transflow send-back ARTICLE --language en --reason "…"

            Exit codes: 0 done, 1 refused, 2 not understood, 3 something needed is not there.
            """);
        root.Add(settings);
        foreach (var command in new[] { RunVerbs.All(verb), NewsroomVerbs.All(verb), EditionVerbs.All(verb), NoteVerbs.All(verb), RouteVerbs.All(verb), ClaimVerbs.All(verb), StopVerbs.All(verb), CorrectionVerbs.All(verb), OutboxVerbs.All(verb), StatsVerbs.All(verb), FileVerbs.All(verb), FormatVerbs.All(verb), XliffVerbs.All(verb), ExchangeVerbs.All(verb), DeskVerbs.All(verb) }.SelectMany(c => c))
            root.Add(command);
        return root;
    }

    private static string NameOf(CommandResult result) => result.Command is RootCommand ? "" : (result.Parent is CommandResult around ? NameOf(around) : "") + result.Command.Name + " ";
}
