using System.Collections.Immutable;
using System.CommandLine;
using TransFlow.Core.Stages;
using TransFlow.Engine;
using TransFlow.Engine.Jobs;
using static TransFlow.Cli.EditionLine;

namespace TransFlow.Cli;

/// <summary>Verbs about what is live: corrections, updates, retraction.</summary>
internal static class CorrectionVerbs
{
    private static readonly Option<string?> Why = new("--reason") { Description = "Why, for the newsroom.", HelpName = "TEXT" };
    private static readonly Option<CorrectionKind?> Kind = new("--kind") { Description = "What it is to the readers: correction, update, or silent (a slip that changes no meaning)." };
    private static readonly Option<string?> Line = new("--line") { Description = "What the page will say, in its own language.", HelpName = "TEXT" };
    private static readonly Option<bool> Urgent = new("--urgent") { Description = "It goes before others, and is published without waiting for the next publication time." };
    private static readonly Option<bool> Translator = new("--translator") { Description = "The translator writes the units anew; else the editor changes them." };

    public static IEnumerable<Command> All(Verb verb)
    {
        var edition = new EditionLine(verb);
        yield return Verb.Command("correct", "Correct what is live: open units again, and say what the page tells its readers. Without --language: in all languages. With --line or --kind alone: describe the correction under way.",
            [Article, Language, Unit, Why, Kind, Line, Urgent, Translator, Me], (line, _) => verb.InNewsroom(line, n => Task.FromResult(Correct(edition, n, line))));
        yield return Verb.Command("retract", "Take an article down in all languages; two different people have to, the first with --reason. A tombstone stands where it was.", [Article, Why, Me],
            (line, stop) => verb.InNewsroom(line, async n => edition.Said(await n.Corrections.Retract(Id(line), line.GetValue(Why) ?? "", line.GetValue(Me)!, stop).ConfigureAwait(false), e => Told([.. e]))));
    }

    private static int Correct(EditionLine edition, Newsroom newsroom, ParseResult line)
    {
        var units = line.GetValue(Unit) ?? [];
        if (line.GetValue(Why) is null && units.Length == 0)
        {
            if (!LanguageOf(newsroom, line).Try(out var language, out var refusal))
                return edition.Verb.Refuse(refusal);
            var before = newsroom.Store.LastEvent();
            return edition.Said(newsroom.Corrections.Describe(Id(line), language, line.GetValue(Kind), line.GetValue(Line), line.GetValue(Me)!), e => Shown(e) + Replaced(newsroom, before));
        }

        var order = new CorrectionOrder(line.GetValue(Why) ?? "") { Kind = line.GetValue(Kind), IsUrgent = line.GetValue(Urgent), Line = line.GetValue(Line), Units = [.. units], IsForTranslator = line.GetValue(Translator) };
        return edition.Said(newsroom.Corrections.Correct(Id(line), line.GetValue(Language), order, line.GetValue(Me)!), l => $"Under correction: {string.Join(", ", l.Select(e => e.Language))}. What is live stays until it is through. {Shown(l)}");
    }

    private static string Shown(ImmutableArray<Edition> editions) => editions.Select(Shown).Distinct().Count() == 1 ? Shown(editions[0]) : string.Join(' ', editions.Select(e => $"[{e.Language}] {Shown(e)}"));

    /// <summary>The line that another one has taken the place of: somebody else may have written it.</summary>
    private static string Replaced(Newsroom newsroom, long before) =>
        newsroom.Store.Events(after: before).LastOrDefault(e => e.Event.Kind == "correction-described")?.Event.Details.GetValueOrDefault("lineBefore") is { Length: > 0 } was
            ? $" It had said: {was} Where that is to be told, too, write one line for both."
            : "";

    private static string Shown(Edition edition) => edition.Correction switch
    {
        { Kind: CorrectionKind.Silent } => "The page will say nothing of it.",
        { Line: { } line } => $"The page will say: {line}",
        _ => "It waits for the line that the page will say.",
    };

    private static string Told(List<Edition> editions) => editions.TrueForAll(e => e.Retraction is not null)
        ? $"Retracted in {string.Join(", ", editions.Select(e => e.Live is null ? $"{e.Language} (never published)" : $"{e.Language} (tombstone: {e.Live.Path})"))}."
        : "The first key is turned; another person has to turn the second. Until then all goes on; what readers must not get meanwhile, hold: transflow hold.";
}
