using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using TransFlow.Core;
using TransFlow.Engine;
using TransFlow.Engine.Jobs;

namespace TransFlow.Cli;

/// <summary>Publishing by hand, in earnest or as a rehearsal.</summary>
/// <param name="edition">How an edition is named, and the answer told.</param>
internal sealed class PublishVerb(EditionLine edition)
{
    private readonly Argument<string?> _article = new("ARTICLE") { Description = "The article's id, as 'status' shows it; with --dry-run it may be left out.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _rehearse = new("--dry-run") { Description = "Show what would be written, replaced, taken down or refused, as a diff of each file; nothing is written." };
    private readonly Option<bool> _json = new("--json") { Description = "With --dry-run: the answer as JSON." };

    public static Command Of(EditionLine edition) => new PublishVerb(edition).Command();

    private Command Command()
    {
        var command = Verb.Command("publish", "Publish a finished edition now, whatever the schedule says; with --dry-run show what the next publication would do.", [_article, edition.Language, _rehearse, _json],
            (line, stop) => edition.Verb.InNewsroom(line, n => line.GetValue(_rehearse) ? Task.FromResult(Show(n, line)) : Now(n, line, stop)));
        command.Validators.Add(line =>
        {
            if (line.GetValue(_article) is null && !line.GetValue(_rehearse))
                line.AddError("Required argument missing for command: 'publish'.");
        });
        return command;
    }

    private async Task<int> Now(Newsroom newsroom, ParseResult line, CancellationToken stop)
    {
        var article = line.GetValue(_article)!;
        return edition.LanguageOf(newsroom, line, article).Try(out var language, out var refusal)
            ? edition.Verb.Said(await newsroom.Acts.Publish(article, language, stop).ConfigureAwait(false), e => $"Published: {e.Live?.Path}")
            : edition.Verb.Refuse(refusal);
    }

    private int Show(Newsroom newsroom, ParseResult line)
    {
        var article = line.GetValue(_article);
        if (!newsroom.Rehearse(article, line.GetValue(edition.Language)).Try(out var pages, out var refusal))
            return edition.Verb.Refuse(refusal);
        if (line.GetValue(_json))
            edition.Verb.Answer(pages.Select(Answer));
        else
            Write(edition.Verb.Terminal.Out, pages);
        // An article that was named is asked for, as when it is published by name; else what waits simply waits.
        return pages.Any(p => p.Would == Rehearsed.Refuse || (p.Would == Rehearsed.Wait && article is not null)) ? ExitCode.Refused : ExitCode.Done;
    }

    private static object Answer(RehearsedPage page) => new
    {
        page.Article,
        page.Language,
        Would = Word(page.Would),
        page.Path,
        Reason = page.Reason is { } reason ? new { reason.Code, reason.Message, reason.Remedy } : null,
        ChangedByHand = page.IsChangedByHand,
        Findings = page.Findings.Select(f => new { f.Check, Severity = f.Severity.ToString().ToLowerInvariant(), f.Message }),
        page.Diff,
    };

    private static void Write(TextWriter output, ImmutableArray<RehearsedPage> pages)
    {
        foreach (var page in pages)
        {
            output.WriteLine($"{(page.Article.Length == 0 ? "index" : $"{page.Article} [{page.Language}]")}: {Words(page)}");
            if (page.IsChangedByHand)
                output.WriteLine(page.Would == Rehearsed.TakeDown ? "  It was changed by hand; a copy of that would be kept." : "  It was changed by hand; what is there is not what was published.");
            foreach (var finding in page.Findings.Where(f => f.Severity != Severity.Info))
                output.WriteLine($"  {finding.Message}");
            output.Write(page.Diff);
            output.WriteLine();
        }

        string Count(Rehearsed would, string words) => string.Create(CultureInfo.InvariantCulture, $"{pages.Count(p => p.Would == would)} {words}");
        output.WriteLine($"{Count(Rehearsed.Write, "new")}, {Count(Rehearsed.Replace, "replaced")}, {Count(Rehearsed.TakeDown, "taken down")}, {Count(Rehearsed.Wait, "waiting")}, {Count(Rehearsed.Refuse, "refused")}. Nothing was written.");
    }

    private static string Words(RehearsedPage page) => page.Would switch
    {
        Rehearsed.Write => $"would be written: {page.Path}",
        Rehearsed.Replace => $"would replace {page.Path}",
        Rehearsed.TakeDown => $"would be taken down, a tombstone at {page.Path}",
        Rehearsed.Nothing => page.Reason?.ToString() ?? $"{page.Path} is there as it should be.",
        Rehearsed.Wait => $"waits. {page.Reason}",
        _ => $"would be refused. {page.Reason}",
    };

    private static string Word(Rehearsed would) => would switch
    {
        Rehearsed.TakeDown => "take-down",
        _ => would.ToString().ToLowerInvariant(),
    };
}
