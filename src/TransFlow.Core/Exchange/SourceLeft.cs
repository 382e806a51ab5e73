using System.Text.RegularExpressions;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

/// <summary>
/// Notices words of the source that a target still has. Letters that the target's language does not write tell it; between languages of
/// one script only the same words do, and a name is the same in both.
/// </summary>
/// <param name="source">The source language.</param>
/// <param name="target">The target language.</param>
internal sealed partial class SourceLeft(string source, string target)
{
    /// <summary>A sentence of fewer words may well be the same in both languages, or be told within another.</summary>
    private const int FewestWords = 3;

    /// <summary>A sentence of fewer letters, in scripts without spaces.</summary>
    private const int FewestLetters = 6;

    /// <summary>Marks that may stand around a sentence.</summary>
    private const string Marks = @"[“”‘’«»‹›「」『』（）()\[\]""']*";

    private readonly Script _foreign = Scripts.Of(source) & ~Scripts.Of(target);

    /// <summary>Whether a target is the source again.</summary>
    /// <param name="sources">The sentences that it stands for.</param>
    /// <param name="words">The target.</param>
    public bool IsAll(IReadOnlyCollection<Content> sources, Content words) =>
        (_foreign == Script.Other ? IsSentence(words.Text) : HasForeign(words.Text)) && ContentTidy.Bare(words.Text) == ContentTidy.Bare(string.Concat(sources.Select(s => s.Text)));

    /// <summary>The sentences that stand in a target as they were, and whether others of them do not.</summary>
    /// <param name="sources">The sentences that it stands for.</param>
    /// <param name="words">The target.</param>
    public (List<string> Left, bool IsSome) Whole(IEnumerable<Content> sources, Content words)
    {
        if (_foreign != Script.Other && !HasForeign(words.Text))
            return ([], false);
        var bare = ContentTidy.Bare(words.Text);
        var telling = sources.Select(s => s.Text.Trim()).Where(s => _foreign == Script.Other ? IsSentence(s) : HasForeign(s)).ToList();
        var left = telling.FindAll(s => IsSentence(s) ? bare.Contains(ContentTidy.Bare(s), StringComparison.Ordinal) : StandsAlone(s, words.Text));
        return (left, left.Count < telling.Count);
    }

    private static bool IsSentence(string text) =>
        text.Any(c => Scripts.Of(c) is Script.Han or Script.Kana or Script.Thai) ? text.Count(char.IsLetter) >= FewestLetters
        : text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetter)) >= FewestWords;

    /// <summary>
    /// Whether a short sentence stands between ends of sentences: a name or a quoted title stands within one. Its own end, and the marks
    /// around it, may be written otherwise.
    /// </summary>
    private static bool StandsAlone(string sentence, string words) => Edges().Replace(sentence, "") is { Length: > 0 } stem && Regex.IsMatch(
        words, $@"(?:^\W*|[.?!…。！？]{Marks}\s*{Marks}){string.Join(@"\s*", stem.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape))}(?:[.?!…。！？]|{Marks}\s*$)", RegexOptions.CultureInvariant);

    private bool HasForeign(string text)
    {
        foreach (var c in text)
        {
            if ((Scripts.Of(c) & _foreign) != Script.Other)
                return true;
        }

        return false;
    }

    [GeneratedRegex(@"^[\s“‘«‹「『（(\[""']+|[\s.?!…。！？”’»›」』）)\]""']+$", RegexOptions.CultureInvariant)]
    private static partial Regex Edges();
}
