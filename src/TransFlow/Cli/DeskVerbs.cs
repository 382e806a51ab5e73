using System.CommandLine;
using System.Globalization;
using TransFlow.Core;
using TransFlow.Desk.SignIn;
using TransFlow.Engine;
using TransFlow.Engine.Store;

namespace TransFlow.Cli;

/// <summary>Verbs about the web desk's accounts.</summary>
internal static class DeskVerbs
{
    private const string Terminal = "terminal";

    public static IEnumerable<Command> All(Verb verb)
    {
        var name = new Argument<string>("NAME") { Description = "The person's id, as 'people' in the settings has it." };
        var json = new Option<bool>("--json") { Description = "The answer as JSON." };
        var account = new Command("account", "Accounts that sign in at the desk.")
        {
            Verb.Command("add", "Open an account. The password is asked for, or read from standard input.", [name], (line, _) =>
                verb.InNewsroom(line, n => Task.FromResult(WithPassword(verb, n, line.GetValue(name)!, n.Accounts.Open, "has an account")))),
            Verb.Command("password", "Give an account another password; the person is signed out everywhere.", [name], (line, _) =>
                verb.InNewsroom(line, n => Task.FromResult(WithPassword(verb, n, line.GetValue(name)!, n.Accounts.ChangePassword, "has another password")))),
            Verb.Command("remove", "Close an account; the person is signed out everywhere.", [name], (line, _) =>
                verb.InNewsroom(line, n => Task.FromResult(n.Accounts.Close(line.GetValue(name)!, Terminal).Try(out var row, out var refusal) ? verb.Print($"{row.Person} has no account any more.\n") : verb.Refuse(refusal)))),
            Verb.Command("list", "Show the accounts.", [json], (line, _) => verb.InNewsroom(line, n => Task.FromResult(List(verb, n, line.GetValue(json))))),
        };
        yield return new Command("desk", "The web desk, which 'run' serves.") { account };
    }

    private static int WithPassword(Verb verb, Newsroom newsroom, string person, Func<string, string, string, Outcome<AccountRow>> act, string words)
    {
        if (person.Length is 0 or > 64 || person.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
            return verb.Refuse(new Refusal("name", $"'{person}' is no name for an account.", "Use the person's id, without spaces."));
        if (PasswordPrompt.Ask(verb.Terminal, person) is not { } password)
            return verb.Refuse(new Refusal("no-password", "No password was given, or the two were not the same.", "Try again."));
        if (!Passwords.Hash(person, password).Try(out var hash, out var refusal) || !act(person, hash, Terminal).Try(out _, out refusal))
            return verb.Refuse(refusal);
        verb.Terminal.Out.WriteLine($"{person} {words}. {Rights(newsroom, person)}");
        return ExitCode.Done;
    }

    private static string Rights(Newsroom newsroom, string person)
    {
        var rights = newsroom.Settings.People.SelectMany(s => s.Value.Where(l => l.Value.Contains(person)).Select(l => $"{s.Key} [{l.Key}]")).ToList();
        rights.AddRange(newsroom.Settings.RouteRules.Select(r => r.Strand?.Strand).OfType<Core.Stages.Strand>().SelectMany(s => s.People.Where(p => p.Value.Contains(person)).Select(p => new Core.Stages.Seat(p.Key, s.Name).Name)));
        if (newsroom.Settings.Desk?.Chiefs.Contains(person) == true)
            rights.Insert(0, "desk chief");
        return rights.Count == 0
            ? "The settings name that person nowhere, so there is nothing to see yet: add it to 'people' or 'desk.chiefs'."
            : $"By the settings: {string.Join(", ", rights)}.";
    }

    private static int List(Verb verb, Newsroom newsroom, bool json)
    {
        var accounts = newsroom.Accounts.All;
        if (json)
            return verb.Answer(accounts.Select(a => new { a.Person, since = a.At }));
        Table.Write(verb.Terminal.Out, ["Person", "Since (UTC)"], accounts.Select(a => new[]
        {
            a.Person, a.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        }));
        return ExitCode.Done;
    }
}
