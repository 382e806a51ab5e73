using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using TransFlow.Core;
using TransFlow.Engine;
using TransFlow.Engine.Settings;

namespace TransFlow.Cli;

/// <summary>What verbs have in common.</summary>
/// <param name="terminal">Streams and surroundings.</param>
/// <param name="settingsFile">The option that names the settings file.</param>
internal sealed class Verb(Terminal terminal, Option<string> settingsFile)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public Terminal Terminal { get; } = terminal;

    /// <summary>Makes a command whose work is given.</summary>
    public static Command Command(string name, string description, IEnumerable<Symbol> symbols, Func<ParseResult, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
                command.Add(argument);
            else
                command.Add((Option)symbol);
        }

        command.SetAction(run);
        return command;
    }

    /// <summary>
    /// Makes a command that works on files alone. Told to stop, it is left where it stands, for what it reads may be a pipe into which nobody
    /// writes; each of its files is written whole or not at all.
    /// </summary>
    public static Command FileCommand(string name, string description, IEnumerable<Symbol> symbols, Func<ParseResult, int> run) =>
        Command(name, description, symbols, (line, stop) => Task.Run(() => run(line), CancellationToken.None).WaitAsync(stop));

    /// <summary>Opens the newsroom and works in it; by settings that were read already, or else as they are now. Told why it could not be opened, or went away.</summary>
    public async Task<int> InNewsroom(ParseResult line, Func<Newsroom, Task<int>> work, ILogger? log = null, NewsroomSettings? settings = null, Action<Refusal>? shut = null)
    {
        settings ??= Settings(line.GetValue(settingsFile) ?? "transflow.json");
        if (settings is null)
            return ExitCode.Unavailable;

        if (!Newsroom.Open(settings, Terminal.Clock, log ?? NullLogger.Instance).Try(out var newsroom, out var refusal))
        {
            shut?.Invoke(refusal);
            return Unavailable(refusal);
        }

        using (newsroom)
        {
            if (Stranger(line, settings) is { } stranger)
                return Refuse(stranger);
            try
            {
                return await work(newsroom).ConfigureAwait(false);
            }
            catch (Exception e) when (e is DirectoryNotFoundException or UnauthorizedAccessException or System.Data.Common.DbException or IOException || Newsroom.IsStoreAway(e))
            {
                refusal = new Refusal(Newsroom.IsStoreAway(e) ? Newsroom.StoreAway : "unavailable", e.Message, "Mend that, then run the command again; nothing is lost.");
                shut?.Invoke(refusal);
                return Unavailable(refusal);
            }
        }
    }

    /// <summary>Works by the settings that the command line names, or without any. Nothing else of the newsroom is opened.</summary>
    public int BySettings(ParseResult line, Func<NewsroomSettings?, int> work) =>
        line.GetValue(settingsFile) is not { } file ? work(null) : Settings(file) is { } settings ? work(settings) : ExitCode.Unavailable;

    private NewsroomSettings? Settings(string file)
    {
        var (settings, problems) = SettingsFile.Read(Terminal.Full(file), Terminal.Environment);
        foreach (var problem in problems)
            Say(problem);
        return settings;
    }

    /// <summary>Writes a reading verb's answer as JSON.</summary>
    public int Answer(object value)
    {
        Terminal.Out.WriteLine(JsonSerializer.Serialize(value, Json));
        return ExitCode.Done;
    }

    /// <summary>Writes a text as it is.</summary>
    public int Print(string text)
    {
        Terminal.Out.Write(text);
        return ExitCode.Done;
    }

    public int Refuse(Refusal refusal)
    {
        Say(refusal);
        return ExitCode.Refused;
    }

    public int Unavailable(Refusal refusal)
    {
        Say(refusal);
        return ExitCode.Unavailable;
    }

    /// <summary>Says what was done, or why not.</summary>
    public int Said<T>(Outcome<T> outcome, Func<T, string> words)
        where T : notnull
    {
        if (!outcome.Try(out var value, out var refusal))
            return Refuse(refusal);
        Terminal.Out.WriteLine(words(value));
        return ExitCode.Done;
    }

    public void Say(Refusal refusal) => Terminal.Error.WriteLine(Relative(refusal));

    /// <summary>Refuses to act for somebody whom the settings do not name.</summary>
    private static Refusal? Stranger(ParseResult line, NewsroomSettings settings)
    {
        if (line.GetResult("--as") is not System.CommandLine.Parsing.OptionResult { Implicit: false } said || said.GetValueOrDefault<string?>() is not { } person || settings.Everybody.Contains(person))
            return null;
        return new Refusal("stranger", $"The settings name nobody '{person}'.", settings.Nearest(person) is { } near ? $"Did you mean '{near}'?" : "Name the person in 'people', or among 'desk.chiefs'.");
    }

    private string Relative(Refusal refusal) =>
        refusal.File is { } file && Path.IsPathRooted(file) ? (refusal with { File = Terminal.Shown(file) }).ToString() : refusal.ToString();
}
