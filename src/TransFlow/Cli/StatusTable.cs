using System.Globalization;
using TransFlow.Engine;
using TransFlow.Engine.Jobs;

namespace TransFlow.Cli;

/// <summary>The table of what stands where and what to do next.</summary>
internal static class StatusTable
{
    public static int Show(Verb verb, Newsroom newsroom, string? article, bool json, string? language = null)
    {
        var status = newsroom.Status();
        var editions = status.Editions.Where(e => (article is null || e.Article == article) && (language is null || e.Language == language)).ToList();
        if (article is not null && editions.Count == 0)
            return verb.Refuse(new Core.Refusal("no-article", language is null ? $"There is no article '{article}'." : $"There is no edition '{article}' in '{language}'.", "See 'transflow status'."));
        if (json)
            return verb.Answer(new { editions, status.Quarantine, outbox = new { status.Waiting, parked = status.ParkedDeliveries } });

        var output = verb.Terminal.Out;
        if (editions.Count == 0)
            output.WriteLine($"No articles yet. Put one into {status.SourceFolder} and 'transflow run --once'.");
        else
            Write(output, editions);
        if (status.Quarantine.Length > 0)
        {
            output.WriteLine();
            output.WriteLine($"Not taken, or waiting where they are ({status.RejectedFolder}/ has a copy of each and, in a .txt beside it, why):");
            foreach (var row in status.Quarantine)
                output.WriteLine($"  {row.Path}: {row.Reason.Split('\n')[0]}");
        }

        if (status.Waiting > 0)
        {
            output.WriteLine();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Outbox: {status.Waiting} waiting, {status.ParkedDeliveries} of them parked (transflow outbox)."));
        }

        return ExitCode.Done;
    }

    /// <summary>The table; due times have a column when there are any.</summary>
    private static void Write(TextWriter output, List<EditionStatus> editions)
    {
        var isTimed = editions.Exists(e => e.Due is not null);
        Table.Write(output, ["Article", "Language", "Stands at", "Done", "With", .. isTimed ? ["Due"] : Array.Empty<string>(), "Next"], editions.Select(e => (string[])[
            e.Article, e.Language, e.Flags.Length > 0 ? $"{e.Stage} ({e.Flags})" : e.Stage, string.Create(CultureInfo.InvariantCulture, $"{e.Done}/{e.Segments}"), e.Person,
            .. isTimed ? [e.Due?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? ""] : Array.Empty<string>(), e.Next,
        ]));
    }
}
