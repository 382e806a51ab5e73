using System.Collections.Immutable;
using System.CommandLine;
using TransFlow.Core.Stages;
using TransFlow.Engine;
using TransFlow.Engine.Jobs;

namespace TransFlow.Cli;

/// <summary>Verbs about what is live: corrections, updates, retraction.</summary>
/// <param name="edition">How an edition is named, and the answer told.</param>
internal sealed class CorrectionVerbs(EditionLine edition)
{
    private readonly Option<string?> _why = new("--reason") { Description = "Why, for the newsroom.", HelpName = "TEXT" };
    private readonly Option<CorrectionKind?> _kind = new("--kind") { Description = "What it is to the readers: correction, update, or silent (a slip that changes no meaning)." };
    private readonly Option<string?> _line = new("--line") { Description = "What the page will say, in its own language.", HelpName = "TEXT" };
    private readonly Option<bool> _urgent = new("--urgent") { Description = "It goes before others, and is published without waiting for the next publication time." };
    private readonly Option<bool> _translator = new("--translator") { Description = "The translator writes the units anew; else the editor changes them." };

    public static IEnumerable<Command> All(Verb verb) => new CorrectionVerbs(new EditionLine(verb)).All();

    private IEnumerable<Command> All()
    {
        yield return Verb.Command("correct", "Correct what is live: open units again, and say what the page tells its readers. Without --language: in all languages. With --line or --kind alone: describe the correction under way.",
            [edition.Article, edition.Language, edition.Unit, _why, _kind, _line, _urgent, _translator, edition.Me], (line, _) => edition.Verb.InNewsroom(line, n => Task.FromResult(Correct(n, line))));
        yield return Verb.Command("retract", "Take an article down in all languages; two different people have to, the first with --reason. A tombstone stands where it was.", [edition.Article, _why, edition.Me],
            (line, stop) => edition.Verb.InNewsroom(line, async n => edition.Said(await n.Corrections.Retract(edition.Id(line), line.GetValue(_why) ?? "", line.GetValue(edition.Me)!, stop).ConfigureAwait(false), e => Told([.. e]))));
    }

    private int Correct(Newsroom newsroom, ParseResult line)
    {
        var units = line.GetValue(edition.Unit) ?? [];
        if (line.GetValue(_why) is null && units.Length == 0)
        {
            if (!edition.LanguageOf(newsroom, line).Try(out var language, out var refusal))
                return edition.Verb.Refuse(refusal);
            var before = newsroom.Store.LastEvent();
            return edition.Said(newsroom.Corrections.Describe(edition.Id(line), language, line.GetValue(_kind), line.GetValue(_line), line.GetValue(edition.Me)!), e => Shown(e) + Replaced(newsroom, before));
        }

        var order = new CorrectionOrder(line.GetValue(_why) ?? "") { Kind = line.GetValue(_kind), IsUrgent = line.GetValue(_urgent), Line = line.GetValue(_line), Units = [.. units], IsForTranslator = line.GetValue(_translator) };
        return edition.Said(newsroom.Corrections.Correct(edition.Id(line), line.GetValue(edition.Language), order, line.GetValue(edition.Me)!), l => $"Under correction: {string.Join(", ", l.Select(e => e.Language))}. What is live stays until it is through. {Shown(l)}");
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
