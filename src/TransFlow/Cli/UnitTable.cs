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
            u.Name, u.SentBack.Length > 0 && u.Stage != "done" ? $"{u.Stage} (sent back: {u.SentBack})" : u.Stage, Short(u.Source), Short(u.Target),
        }));
        return ExitCode.Done;
    }

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= MostLetters ? line : line[..(char.IsHighSurrogate(line[MostLetters - 2]) ? MostLetters - 2 : MostLetters - 1)] + "…";
    }
}
