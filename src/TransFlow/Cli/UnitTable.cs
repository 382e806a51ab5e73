using TransFlow.Engine.Jobs;

namespace TransFlow.Cli;

/// <summary>The table of an edition's units.</summary>
internal static class UnitTable
{
    private const int MostLetters = 40;

    public static int Show(Verb verb, IReadOnlyCollection<UnitStatus> units, bool json)
    {
        if (json)
            return verb.Answer(units);
        Table.Write(verb.Terminal.Out, ["Unit", "Stands at", "Source", "Target"], units.Select(u => new[]
        {
            u.Name, StandsAt(u), Short(u.Source), Short(u.Target),
        }));
        foreach (var comment in units.SelectMany(u => u.Comments.Select(c => $"{u.Name}: {c.Person}: {c.Text}")))
            verb.Terminal.Out.WriteLine(comment);
        return ExitCode.Done;
    }

    private static string StandsAt(UnitStatus unit)
    {
        if (unit.SentBack.Length > 0 && unit.Stage != "done")
            return $"{unit.Stage} (sent back: {unit.SentBack})";
        return unit.Change.Length > 0 ? $"{unit.Stage} (changed: {unit.Change})" : unit.Stage;
    }

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= MostLetters ? line : line[..(char.IsHighSurrogate(line[MostLetters - 2]) ? MostLetters - 2 : MostLetters - 1)] + "…";
    }
}
