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

    private const string Ends = ".?!…。！？";

    /// <summary>Marks that may stand around a sentence.</summary>
    private const string Marks = Openings + Closings;

    private const string Openings = "“‘«‹「『（([\"'";

    private const string Closings = "”’»›」』）)]\"'";

    private readonly Script _foreign = Scripts.Of(source) & ~Scripts.Of(target);

    /// <summary>Whether a target is the source again.</summary>
    /// <param name="sources">The sentences that it stands for.</param>
    /// <param name="words">The target.</param>
    public bool IsAll(IReadOnlyCollection<Content> sources, Content words) =>
        (_foreign == Script.Other ? IsSentence(words.Text) : HasForeign(words.Text)) && ContentTidy.Bare(words.Text) == ContentTidy.Bare(string.Concat(sources.Select(s => s.Text)));

    /// <summary>The first sentence that stands in a target as it was, and whether others do not.</summary>
    /// <param name="sources">The sentences that it stands for.</param>
    /// <param name="words">The target.</param>
    /// <returns>Null where none stands there so.</returns>
    public (string Left, bool IsSome)? Whole(IEnumerable<Content> sources, Content words)
    {
        if (_foreign != Script.Other && !HasForeign(words.Text))
            return null;
        var (bare, at) = (ContentTidy.Bare(words.Text), 0);
        var (left, isSome) = ((string?)null, false);
        foreach (var sentence in sources.Select(s => s.Text.Trim()).Where(s => _foreign == Script.Other ? IsSentence(s) : HasForeign(s)))
        {
            if (IsSentence(sentence) ? Stands(ContentTidy.Bare(sentence)) : StandsAlone(sentence, words.Text))
                left ??= sentence;
            else
                isSome = true;
            if (left is not null && isSome)
                break;
        }

        return left is null ? null : (left, isSome);

        // Thousands of sentences stand in their order as a rule: a look from the beginning for each would go through the text as often.
        bool Stands(string sentence)
        {
            if (bare.IndexOf(sentence, at, StringComparison.Ordinal) is >= 0 and var next)
                at = next;
            else if (!bare.Contains(sentence, StringComparison.Ordinal))
                return false;
            return true;
        }
    }

    private static bool IsSentence(string text) =>
        text.Any(c => Scripts.Of(c) is Script.Han or Script.Kana or Script.Thai) ? text.Count(char.IsLetter) >= FewestLetters
        : text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetter)) >= FewestWords;

    /// <summary>
    /// Whether a short sentence stands between ends of sentences: a name or a quoted title stands within one. Its own end, and the marks
    /// around it, may be written otherwise.
    /// </summary>
    private static bool StandsAlone(string sentence, string words)
    {
        var parts = Stem(sentence).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
            return false;
        var begin = Beginning().Match(words).Length;
        for (var at = words.IndexOf(parts[0], StringComparison.Ordinal); at >= 0; at = words.IndexOf(parts[0], at + 1, StringComparison.Ordinal))
        {
            if ((at <= begin || EndsBefore(words.AsSpan(0, at))) && Behind(words, at, parts) is var rest && rest >= 0 && EndsIn(words.AsSpan(rest)))
                return true;
        }

        return false;
    }

    /// <summary>A sentence without its end and the marks around it.</summary>
    private static string Stem(string sentence)
    {
        var (first, last) = (0, sentence.Length);
        while (first < last && (char.IsWhiteSpace(sentence[first]) || Openings.Contains(sentence[first], StringComparison.Ordinal)))
            first++;
        while (first < last && sentence[last - 1] is var end && (char.IsWhiteSpace(end) || Ends.Contains(end, StringComparison.Ordinal) || Closings.Contains(end, StringComparison.Ordinal)))
            last--;
        return sentence[first..last];
    }

    private static bool EndsBefore(ReadOnlySpan<char> before) => before.TrimEnd(Marks).TrimEnd().TrimEnd(Marks) is [.., var last] && Ends.Contains(last, StringComparison.Ordinal);

    private static bool EndsIn(ReadOnlySpan<char> behind) => (behind is [var first, ..] && Ends.Contains(first, StringComparison.Ordinal)) || behind.TrimStart(Marks).IsWhiteSpace();

    /// <summary>The place behind words that stand one after another, with or without white space between; -1 where they do not.</summary>
    private static int Behind(string text, int at, string[] words)
    {
        foreach (var word in words)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            if (!text.AsSpan(at).StartsWith(word, StringComparison.Ordinal))
                return -1;
            at += word.Length;
        }

        return at;
    }

    private bool HasForeign(string text)
    {
        foreach (var c in text)
        {
            if ((Scripts.Of(c) & _foreign) != Script.Other)
                return true;
        }

        return false;
    }

    /// <summary>What stands before the first word.</summary>
    [GeneratedRegex(@"^\W*", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();
}
