using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TransFlow.Core;

namespace TransFlow.Cli;

/// <summary>The command line.</summary>
public static class CommandLine
{
    /// <summary>Asks for the help of the command that it stands before, as in other programs.</summary>
    private const string Help = "help";

    /// <summary>Runs one command.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="terminal">Streams and surroundings.</param>
    /// <param name="cancellationToken">Stops the command.</param>
    /// <returns>0 done, 1 refused, 2 not understood, 3 unavailable.</returns>
    public static async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        if (arguments is [Help, ..])
            arguments = [.. arguments.SkipWhile(a => a == Help), "--help"];
        var root = Root(terminal, arguments is [var first, ..] ? first : null);
        var line = root.Parse(arguments);
        // What is asked for by a shell that completes a line is no whole line.
        var mistakes = (root.Directives.Select(line.GetResult).FirstOrDefault(d => d is not null) is { } asked ? Mistakes(asked) : Mistakes(line)).ToList();
        if (mistakes.Count > 0)
        {
            foreach (var mistake in mistakes)
                await terminal.Error.WriteLineAsync(mistake).ConfigureAwait(false);
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
            await terminal.Error.WriteLineAsync(new Refusal("not-read", e.Message, "Mend that, then run the command again.").ToString()).ConfigureAwait(false);
            return ExitCode.Unavailable;
        }
    }

    /// <summary>All commands; one for other people's pipelines, which start it over and over, is made alone when it is named first: to make the others takes longer than to read the line.</summary>
    private static RootCommand Root(Terminal terminal, string? first)
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
        foreach (var command in FormatVerbs.All(verb).FirstOrDefault(c => c.Name == first) is { } own ? [own] : All(verb))
            root.Add(command);
        return root;
    }

    private static IEnumerable<Command> All(Verb verb) =>
        new[] { RunVerbs.All(verb), NewsroomVerbs.All(verb), EditionVerbs.All(verb), NoteVerbs.All(verb), RouteVerbs.All(verb), ClaimVerbs.All(verb), StopVerbs.All(verb), CorrectionVerbs.All(verb), OutboxVerbs.All(verb), StatsVerbs.All(verb), FileVerbs.All(verb), FormatVerbs.All(verb), XliffVerbs.All(verb), ExchangeVerbs.All(verb), DeskVerbs.All(verb) }.SelectMany(c => c);

    private static IEnumerable<string> Mistakes(DirectiveResult asked) => asked.Values
        .Where(v => asked.Directive.Name == "suggest" && !int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .Select(v => $"[suggest:{v}]: '{v}' is no place in the line, which is a whole number from 0 on.");

    /// <summary>What cannot be understood: what follows from a word that nobody knows is not told beside it.</summary>
    private static IEnumerable<string> Mistakes(ParseResult line)
    {
        var result = line.CommandResult;
        if (result.Command is { Action: null, Subcommands.Count: > 0 } group)
        {
            var said = line.UnmatchedTokens.FirstOrDefault(t => !IsOption(t)) is { } verb ? $"There is no command '{NameOf(result)}{verb}'."
                : line is { UnmatchedTokens.Count: 0, Errors.Count: > 0 } ? $"transflow {NameOf(result)}needs a command."
                : null;
            if (said is not null)
                return [$"{said} Known here: {string.Join(", ", group.Subcommands.Where(c => !c.Hidden).Select(c => c.Name))}."];
        }

        // Behind '--' nothing is an option.
        var end = line.Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash).Count();
        var behind = line.Tokens.Skip(end).ToHashSet<Token>(ReferenceEqualityComparer.Instance);
        var words = result.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens, (a, t) => (a.Argument.Name, Token: t)).ToList();
        var unknown = words.Select(w => w.Token).Where(t => !behind.Contains(t)).Select(t => t.Value).Concat(end == line.Tokens.Count ? line.UnmatchedTokens : []).Where(IsOption).Distinct(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
            return unknown.Select(o => $"There is no option '{o}' here. Known: {string.Join(", ", Options(result).Where(k => !k.Hidden).Select(k => k.Name).Distinct(StringComparer.Ordinal))}.");
        var empty = words.Where(w => w.Token.Value.Length == 0).Select(w => w.Name)
            .Concat(result.Children.OfType<OptionResult>().Where(o => o.Option.HelpName is "OUT" or "XLF" or "FILE" && o.Tokens.Any(t => t.Value.Length == 0)).Select(o => o.Option.Name))
            .Select(name => $"{name}: an empty text is no name; say one, or look whether a variable of the shell has no value.");
        return line.Errors.Select(e => e.Message).Concat(empty);
    }

    private static bool IsOption(string word) => word is ['-', not '-', ..] or ['-', '-', _, ..];

    /// <summary>The options of a command, and those of the commands around it that hold for all of theirs.</summary>
    private static IEnumerable<Option> Options(CommandResult result) =>
        result.Parent is CommandResult around ? result.Command.Options.Concat(Options(around).Where(o => o.Recursive)) : result.Command.Options;

    private static string NameOf(CommandResult result) => result.Command is RootCommand ? "" : (result.Parent is CommandResult around ? NameOf(around) : "") + result.Command.Name + " ";
}
