using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

/// <summary>
/// Maps the segments of a returned unit onto the segments that went out, by the source words they cover: tools may split and
/// join segments inside a unit (XLIFF 2, "Segmentation Modification"), but the unit's whole source stays what it was.
/// </summary>
/// <param name="source">The source language.</param>
/// <param name="language">The target language, which decides the space between parts of a split segment.</param>
/// <param name="isKnown">Whether the file is known to be of the package; else a source that differs may be that of a former article.</param>
internal sealed class UnitMerge(string source, string language, bool isKnown)
{
    /// <summary>No character of any text.</summary>
    private const string CodeMark = "\uFDD0";

    private readonly SourceLeft _left = new(source, language);

    /// <summary>The check that a target repeats its source; told once for the file.</summary>
    public const string Copied = "looks-untranslated";

    /// <summary>The source is another; when it is so in many units, the file belongs to something else.</summary>
    public const string SourceDiffers = "source-differs";

    /// <summary>What the return says about each segment of the unit; or why the unit cannot be taken.</summary>
    public Outcome<ImmutableArray<MergedSegment>> Merge(ReturnedUnit sent, ReturnedUnit returned, ICollection<Finding> findings)
    {
        if (returned.HasTrackedChanges)
        {
            return new Refusal("tracked-changes", "It holds tracked changes.", "Accept or reject them in your tool first, then return the file again.") { Unit = UnitWords.Of(sent), Line = returned.Line };
        }

        if (returned.SecondTarget is { } second)
            return new Refusal("two-targets", $"It has two translations in one segment; the second is “{second}”.", "Leave the one that is meant, take the other out, and return the file again.") { Unit = UnitWords.Of(sent), Line = returned.Line };

        if (!isKnown && HasCodesElsewhere(sent, returned))
        {
            return new Refusal(SourceDiffers, "The links, pictures and other codes of its source are not those of the article, or stand elsewhere: one of the two has changed since the file was made.",
                "Extract the article again, and put the translation into that file with the codes where they belong.")
            { Unit = UnitWords.Of(sent), Line = returned.Line };
        }

        returned = CodeRepair.Of(sent, LayoutRepair.Of(sent, returned, findings), findings);
        var ours = sent.Pieces.Where(p => p.IsSegment).ToList();
        var theirs = returned.Pieces.ToList();
        var isSameSource = returned.HasSourceOf(sent);
        if (!isSameSource)
        {
            var (expected, actual) = (ContentTidy.Bare(sent.SourceText), ContentTidy.Bare(returned.SourceText));
            isSameSource = actual == expected;
            if (!isSameSource && Differs(sent, returned, ours, theirs, expected, actual, findings) is { } refusal)
                return refusal;
        }

        var merged = ImmutableArray.CreateBuilder<MergedSegment>(ours.Count);
        foreach (var group in GroupsOf(ours, theirs, isSameSource))
        {
            var (target, state, partial) = Assemble(theirs.GetRange(group.TheirFirst, group.TheirCount));
            var own = ours.GetRange(group.OurFirst, group.OurCount);
            if (target is not null && own is [var alone])
                target = ContentTidy.OrSource(Shown(alone) is { IsEmpty: false } sentWords ? ContentTidy.OrSource(target, sentWords) : target, alone.Source);
            if (target is not null && AcrossOthers(own))
            {
                return new Refusal("joined-apart", "Sentences were joined between which others stand that are with other people.",
                    "Keep them apart, as they were handed out, and return the file again.")
                { Unit = UnitWords.Of(sent), Line = returned.Line };
            }

            MergedSegment AsSent(ReturnedPiece piece, int at) => new(sent.Id, piece.Place ?? (group.OurFirst + at), piece.Source, Shown(piece), Shown(piece), state) { SentState = piece.State };
            if (target is not null && IsAsSent(own, target))
            {
                merged.AddRange(own.Select(AsSent));
                continue;
            }

            // Of a text for several sentences what stands as it was handed out, before and behind, is those sentences' own.
            var (before, behind) = target is null ? (0, 0) : StandingAround(own, ref target);
            var last = own.Count - behind;
            if (before + behind > 0)
            {
                merged.AddRange(own.Take(before).Select(AsSent));
                own = own[before..last];
            }

            if (target is not null && !own.Exists(p => p.Target is not null && p.Target.Equals(target)))
            {
                var sources = own.ConvertAll(p => p.Source);
                if (_left.IsAll(sources, target))
                {
                    findings.Add(new Finding(Copied, Severity.Warn, sent.Id, UnitWords.Of(sent)));
                    target = state < ReturnedState.Translated ? null : target;
                }
                else if (_left.Whole(sources, target) is var (left, isSome))
                {
                    findings.Add(new Finding(OddTargets.SourceLeft, Severity.Warn, sent.Id, $"{UnitWords.Of(sent)}: a sentence of it still stands in the source's language: “{left}”. If it is to stay so, mark it as translated."));
                    // Some of several: the work is half done. All of them, with words beside: somebody meant it so.
                    partial |= isSome && state < ReturnedState.Translated;
                }
            }

            for (var i = 0; i < own.Count; i++)
            {
                var words = i == 0 || target is null ? target : Content.Empty;
                merged.Add(new MergedSegment(sent.Id, own[i].Place ?? (group.OurFirst + before + i), own[i].Source, Shown(own[i]), words, state) { Partial = partial, SentState = own[i].State });
            }

            for (var i = 0; i < behind; i++)
                merged.Add(AsSent(ours[group.OurFirst + last + i], last + i));
        }

        return merged.ToImmutable();
    }

    /// <summary>Whether sentences came back as they went out in a form that has none: put together, with the sources of those that have no target.</summary>
    private static bool IsAsSent(List<ReturnedPiece> sent, Content target) => sent.Count > 1 && sent.Exists(p => p.Target is not null)
        && ContentTidy.Bare(target.ToString()) == ContentTidy.Bare(string.Concat(sent.Select(p => (Shown(p) ?? p.Source).ToString())));

    /// <summary>
    /// How many sentences at the beginning and at the end of a text have the very words in it with which they went out; these are taken out of
    /// it. A text that stood for several sentences does so whole or not at all.
    /// </summary>
    private static (int Before, int Behind) StandingAround(List<ReturnedPiece> own, ref Content target)
    {
        if (own.Count < 2 || !own.Exists(p => p.Target is not null))
            return (0, 0);
        var text = target.ToString();
        var (start, end, before, behind) = (0, text.Length, 0, 0);
        for (var next = 0; next < own.Count; before = next)
        {
            var words = Words(own[next++]);
            while (next < own.Count && own[next].IsEmptied)
                next++;
            var at = start + text.AsSpan(start, end - start).IndexOfAnyExcept(' ', '\n', '\t');
            if (next == own.Count || words.Length == 0 || at < start || !text.AsSpan(at).StartsWith(words, StringComparison.Ordinal) || IsWithinWord(text, at + words.Length))
                break;
            start = at + words.Length;
        }

        for (var first = own.Count - 1; first > before; behind = own.Count - first--)
        {
            while (first > before && own[first].IsEmptied)
                first--;
            var words = Words(own[first]);
            var stop = text.AsSpan(start, end - start).TrimEnd().Length + start;
            if (first == before || words.Length == 0 || !text.AsSpan(start, stop - start).EndsWith(words, StringComparison.Ordinal) || IsWithinWord(text, stop - words.Length))
                break;
            end = stop - words.Length;
        }

        if (before + behind == 0 || !Content.TryParse(text[start..end].Trim(), out var left) || left.IsEmpty || !IsWhole(left))
            return (0, 0);
        target = left;
        return (before, behind);

        static string Words(ReturnedPiece piece) => piece.IsEmptied ? "" : piece.Target?.ToString() ?? "";
        static bool IsWithinWord(string text, int at) => at > 0 && at < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]);
    }

    /// <summary>Whether every code that spans text begins and ends in it.</summary>
    private static bool IsWhole(Content words) =>
        words.Parts.Where(p => p.Kind == InlineKind.Open).Select(p => p.Value).Order(StringComparer.Ordinal).SequenceEqual(words.Parts.Where(p => p.Kind == InlineKind.Close).Select(p => p.Value).Order(StringComparer.Ordinal));

    /// <summary>The target with which a sentence went out: an empty one where its words stand with a sentence before.</summary>
    private static Content? Shown(ReturnedPiece sent) => sent.IsEmptied ? Content.Empty : sent.Target;

    private static bool AcrossOthers(List<ReturnedPiece> sent) => sent.Where((p, i) => i > 0 && p.Place is { } place && sent[i - 1].Place is { } before && place != before + 1).Any();

    private Refusal? Differs(
        ReturnedUnit sent, ReturnedUnit returned, List<ReturnedPiece> ours, List<ReturnedPiece> theirs, string expected, string actual, ICollection<Finding> findings)
    {
        var name = UnitWords.Of(sent);
        var segments = theirs.Count(p => p.IsSegment);
        if (segments < ours.Count && expected.Contains(actual, StringComparison.Ordinal))
        {
            var lost = isKnown
                ? new Refusal("sentences-lost", $"Only {segments} of {ours.Count} sentences came back; the others were lost by the tool.",
                    "Open the file that was handed out again and return all of the paragraph.")
                : new Refusal("sentences-lost", $"Only {segments} of its {ours.Count} sentences are in the file: a tool lost the others, or they came to the article after the file was made.",
                    "Where a tool lost them, take the file from before the tool; where the article has changed, make the file anew (transflow extract) and put the translations that still hold into it.");
            return lost with { Unit = name, Line = returned.Line };
        }

        if (!isKnown)
        {
            var (here, there) = Differing(ours, theirs);
            return new Refusal(SourceDiffers, $"Its source is “{there}” in the file and “{here}” in the article: one of the two has changed since the file was made.",
                "If it was the article, translate the sentence as it is now. If somebody wrote over the source in the file, put the source back and the words behind it, between <target> and </target>.")
            { Unit = name, Line = returned.Line };
        }

        if (Similarity.Of(expected, actual) < 0.7 || (segments != ours.Count && actual.Length < expected.Length * 0.9))
        {
            return new Refusal(SourceDiffers, "Its source is not the source that was handed out.",
                "Source texts cannot be changed in the returned file. If you wrote over the source: put your words between <target> and </target> behind it, and the source back.")
            { Unit = name, Line = returned.Line };
        }

        findings.Add(new Finding("source-edited", Severity.Warn, sent.Id, $"{name}: the source was edited in the returned file; ours stays."));
        return null;
    }

    /// <summary>Whether a source has other codes than the one that was sent, or has them elsewhere; one that has none was written by a tool that takes them out.</summary>
    private static bool HasCodesElsewhere(ReturnedUnit sent, ReturnedUnit returned) =>
        !HasSame(sent, returned) && returned.Pieces.Any(p => p.Source.Parts.Any(i => i.Kind != InlineKind.Text)) && Shape(sent) is var shape && Shape(returned) is var other && shape != other && Unmarked(shape) == Unmarked(other);

    private static bool HasSame(ReturnedUnit sent, ReturnedUnit returned)
    {
        var same = sent.Pieces.Length == returned.Pieces.Length;
        for (var i = 0; same && i < sent.Pieces.Length; i++)
            same = sent.Pieces[i].Source.Equals(returned.Pieces[i].Source);
        return same;
    }

    /// <summary>The words of a source without white space, and a mark for each half of a code.</summary>
    private static string Shape(ReturnedUnit unit) => string.Concat(unit.Pieces.SelectMany(p => p.Source.Parts).Select(p => p.Kind == InlineKind.Text ? ContentTidy.Bare(p.Value) : CodeMark));

    private static string Unmarked(string shape) => shape.Replace(CodeMark, "", StringComparison.Ordinal);

    /// <summary>The first sentences that differ; all of the unit's where they are not as many.</summary>
    private static (string Here, string There) Differing(List<ReturnedPiece> ours, List<ReturnedPiece> theirs)
    {
        var (here, there) = (Words(ours), Words(theirs));
        if (here.Count != there.Count)
            return (string.Join(' ', here), string.Join(' ', there));
        var at = Enumerable.Range(0, here.Count).FirstOrDefault(i => ContentTidy.Bare(here[i]) != ContentTidy.Bare(there[i]));
        return (here[at], there[at]);

        static List<string> Words(List<ReturnedPiece> pieces) => [.. pieces.Where(p => p.IsSegment).Select(p => p.Source.Text.Trim())];
    }

    private static List<Group> GroupsOf(List<ReturnedPiece> ours, List<ReturnedPiece> theirs, bool sameSource)
    {
        if (theirs.Any(p => p.Order is not null) || (!sameSource && theirs.Count(p => p.IsSegment) != ours.Count))
            return [new Group(0, ours.Count, 0, theirs.Count)];
        return sameSource ? Groups(ours, theirs) : InOrder(ours, theirs);
    }

    /// <summary>The smallest groups of our and their segments that cover the same source words.</summary>
    private static List<Group> Groups(List<ReturnedPiece> ours, List<ReturnedPiece> theirs)
    {
        var groups = new List<Group>();
        int our = 0, their = 0, ourEnd = 0, theirEnd = 0;
        while (our < ours.Count)
        {
            int ourFirst = our, theirFirst = their;
            ourEnd += Width(ours[our++]);
            while (theirEnd != ourEnd || their == theirFirst)
            {
                if (theirEnd <= ourEnd && their < theirs.Count)
                    theirEnd += Width(theirs[their++]);
                else if (theirEnd > ourEnd && our < ours.Count)
                    ourEnd += Width(ours[our++]);
                else
                    break;
            }

            if (our == ours.Count)
                their = theirs.Count;
            groups.Add(new Group(ourFirst, our - ourFirst, theirFirst, their - theirFirst));
        }

        return groups;
    }

    private static List<Group> InOrder(List<ReturnedPiece> ours, List<ReturnedPiece> theirs)
    {
        var places = Enumerable.Range(0, theirs.Count).Where(i => theirs[i].IsSegment).ToList();
        return [.. Enumerable.Range(0, ours.Count).Select(i => new Group(i, 1, places[i], 1))];
    }

    private static int Width(ReturnedPiece piece) => ContentTidy.BareLength(piece.Source.Text);

    /// <summary>The one segment among pieces with nothing to read beside it; null where there are several, or words between.</summary>
    private static ReturnedPiece? OnlySegment(List<ReturnedPiece> pieces)
    {
        ReturnedPiece? only = null;
        foreach (var piece in pieces)
        {
            if (piece.IsSegment && only is null)
                only = piece;
            else if (piece.IsSegment || !ContentTidy.IsBlank(piece.Source) || (piece.Target is { } target && !ContentTidy.IsBlank(target)))
                return null;
        }

        return only;
    }

    private (Content? Target, ReturnedState State, bool Partial) Assemble(List<ReturnedPiece> pieces)
    {
        if (OnlySegment(pieces) is { Target: { IsEmpty: false } whole } only)
            return (ContentTidy.Tidy(whole), only.State, only.IsPartial);
        var segments = pieces.Where(p => p.IsSegment).ToList();
        var filled = segments.Where(p => p.Target is { IsEmpty: false }).ToList();
        if (filled.Count == 0)
            return (null, ReturnedState.Unsaid, false);

        var parts = new List<Inline>();
        string? between = null;
        var isPartial = filled.Count < segments.Count || filled.Exists(p => p.IsPartial);
        foreach (var piece in pieces.Select((p, i) => (Piece: p, Place: p.Order ?? i + 1)).OrderBy(p => p.Place).Select(p => p.Piece))
        {
            if (piece.IsSegment ? piece.Target is { IsEmpty: false } : piece.Target is not null && !ContentTidy.IsBlank(piece.Target))
            {
                var text = piece.Target!.Text;
                if (!piece.IsSegment && text.Length > text.TrimStart().Length)
                    between = text[..^text.TrimStart().Length];
                if (parts.Count > 0)
                    parts.Add(new Inline(InlineKind.Text, Space(between ?? (piece.IsSegment ? " " : ""))));
                parts.AddRange(ContentTidy.Tidy(piece.Target).Parts);
                between = piece.IsSegment ? null : text[text.TrimEnd().Length..];
            }
            else if (!piece.IsSegment)
            {
                // Words that a tool moved out of the segments and that nobody translated.
                isPartial |= piece.Target is null && piece.Source.Text.Any(char.IsLetter);
                between = (piece.Target ?? piece.Source).Text is { Length: > 0 } text ? text : between;
            }
        }

        return (ContentTidy.Tidy(new Content(parts)), filled.Min(s => s.State), isPartial);
    }

    /// <summary>White space between two pieces, as the language writes it; signs that stand there stay.</summary>
    private string Space(string between) =>
        SentenceSpace.Of(language).Length == 0 ? string.Concat(between.Where(c => !char.IsWhiteSpace(c))) : between;

    private readonly record struct Group(int OurFirst, int OurCount, int TheirFirst, int TheirCount);
}
