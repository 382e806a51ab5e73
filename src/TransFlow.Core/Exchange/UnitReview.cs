using System.Globalization;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

/// <summary>Says of a unit that is taken what a person should look at: nothing of it keeps the text from the editor.</summary>
internal static class UnitReview
{
    private const string EndMarks = ".?!…。？！";
    private const string Closing = "\"'”’»)]}」』）*_";

    /// <summary>From here on a text that is much shorter or longer than its source is told of.</summary>
    private const int Notable = 20;

    /// <summary>What to look at.</summary>
    /// <param name="sent">The unit as it was handed out.</param>
    /// <param name="returned">The unit as it came back.</param>
    /// <param name="merged">What is taken of it.</param>
    /// <param name="language">The target language.</param>
    public static IEnumerable<Finding> Of(ReturnedUnit sent, ReturnedUnit returned, IReadOnlyCollection<MergedSegment> merged, string language)
    {
        foreach (var (check, words) in File(sent, returned, language))
            yield return Finding(sent, check, words);
        if (!merged.Any(s => s.Changed) || merged.Any(s => s.Target is null))
            yield break;
        var source = sent.SourceText.Trim();
        var target = string.Join(' ', merged.Select(s => s.Target!.Text).Where(t => t.Length > 0)).Trim();
        foreach (var (check, words) in Lengths(source, target).Concat(Signs(source, target)).Concat(Codes(merged)))
            yield return Finding(sent, check, words);
    }

    private static IEnumerable<(string Check, string Words)> File(ReturnedUnit sent, ReturnedUnit returned, string language)
    {
        if (returned.Pieces.Any(p => p is { Target: not null, State: ReturnedState.NeedsWork }))
            yield return ("needs-work", "it is marked as needing work.");
        if (returned.Pieces.All(p => p.Target is null) && returned.Pieces.Any(p => p.State >= ReturnedState.Translated))
            yield return ("final-but-empty", "it is marked as finished, and has no text; it stays untranslated.");
        else if (returned.Pieces.FirstOrDefault(p => p is { IsSegment: true, Target: null, State: >= ReturnedState.Translated } && !WentOutEmpty(sent, p)) is { } empty)
            yield return ("final-but-empty", $"its sentence “{empty.Source.Text.Trim()}” is marked as finished, and has no text; it stays untranslated. Are its words in the sentence before? Then join the two in your tool.");
        if (returned.Pieces.FirstOrDefault(p => p is { Target: not null, Language.Length: > 0 } && !Languages.AreSame(p.Language, language)) is { } other)
            yield return ("language-contradicted", $"the file says that its target is in '{other.Language}'.");
        if (returned.Pieces.Any(p => p.Target is not null && p.Target.Text.Any(ContentTidy.IsControl)))
            yield return ("control-characters", "it held control characters; they were taken out.");
    }

    /// <summary>Whether a sentence's words stood with one before it already when it was handed out.</summary>
    private static bool WentOutEmpty(ReturnedUnit sent, ReturnedPiece returned) =>
        sent.Pieces.Any(p => p.IsEmptied && ContentTidy.Bare(p.Source.Text) == ContentTidy.Bare(returned.Source.Text));

    private static IEnumerable<(string Check, string Words)> Lengths(string source, string target)
    {
        var (from, to) = (new StringInfo(source).LengthInTextElements, new StringInfo(target).LengthInTextElements);
        if (from >= Notable && to < from * 0.35)
            yield return ("looks-truncated", $"its {from} characters became {to}; is the end there?");
        else if (Ends(source) && target.TrimEnd(Closing.ToCharArray()) is [.., var last] && !char.IsPunctuation(last))
            yield return ("looks-truncated", "the source ends its sentence, the target does not; is the end there?");
        if (to - from > 100 && to > from * 6)
            yield return ("looks-long", $"its {from} characters became {to}.");
    }

    private static bool Ends(string text) => text.TrimEnd(Closing.ToCharArray()) is [.., var last] && EndMarks.Contains(last, StringComparison.Ordinal);

    private static IEnumerable<(string Check, string Words)> Signs(string source, string target)
    {
        var lost = Pictures(source).Except(Pictures(target)).ToList();
        if (lost.Count > 0)
            yield return ("emoji-missing", $"{string.Join(' ', lost)} is missing.");
    }

    /// <summary>Characters beyond the first plane: what old tools lose.</summary>
    private static IEnumerable<string> Pictures(string text) => text.EnumerateRunes().Where(r => !r.IsBmp).Select(r => r.ToString()).Distinct(StringComparer.Ordinal);

    private static IEnumerable<(string Check, string Words)> Codes(IReadOnlyCollection<MergedSegment> merged)
    {
        var source = merged.SelectMany(s => s.Source.Parts).ToList();
        var target = merged.SelectMany(s => s.Target!.Parts).ToList();
        foreach (var code in target.Where(p => p.Kind == InlineKind.Open).Select(p => p.Value).Distinct(StringComparer.Ordinal))
        {
            var (was, now) = (Share(source, code), Share(target, code));
            if (now.Words > 3 * Math.Max(1, was.Words) && now.Words * was.Whole > 2 * was.Words * now.Whole && was.Whole > was.Words)
                yield return ("code-covers-more", $"the code {{{code}}} covers {now.Words} words, in the source {was.Words}.");
        }
    }

    /// <summary>How many words a code covers, and how many there are.</summary>
    private static (int Words, int Whole) Share(List<Inline> parts, string code)
    {
        var (words, whole, depth) = (0, 0, 0);
        foreach (var (kind, value) in parts)
        {
            if (kind == InlineKind.Text)
            {
                var count = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
                (words, whole) = (words + (depth > 0 ? count : 0), whole + count);
            }
            else if (value == code)
                depth += kind == InlineKind.Open ? 1 : kind == InlineKind.Close ? -1 : 0;
        }

        return (words, whole);
    }

    private static Finding Finding(ReturnedUnit sent, string check, string words) => new(check, Severity.Warn, sent.Id, $"{UnitWords.Of(sent)}: {words}");
}
