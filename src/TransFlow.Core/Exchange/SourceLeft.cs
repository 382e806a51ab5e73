using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

/// <summary>
/// Notices words of the source that a target still has. Letters that the target's language does not write tell it; between languages of
/// one script only the same words do, and a name is the same in both.
/// </summary>
/// <param name="source">The source language.</param>
/// <param name="target">The target language.</param>
internal sealed class SourceLeft(string source, string target)
{
    /// <summary>A sentence of fewer words may well be the same in both languages.</summary>
    private const int FewestWords = 3;

    /// <summary>A sentence of fewer letters, in scripts without spaces.</summary>
    private const int FewestLetters = 6;

    private readonly Script _foreign = ScriptsOf(source) & ~ScriptsOf(target);

    [Flags]
    private enum Script
    {
        Other = 0,
        Latin = 1,
        Hangul = 2,
        Kana = 4,
        Han = 8,
        Cyrillic = 16,
        Greek = 32,
        Arabic = 64,
        Hebrew = 128,
        Thai = 256,
        Devanagari = 512,
    }

    /// <summary>Whether a target is the source again.</summary>
    /// <param name="sources">The sentences that it stands for.</param>
    /// <param name="words">The target.</param>
    public bool IsAll(IReadOnlyCollection<Content> sources, Content words) =>
        ContentTidy.Bare(words.Text) == ContentTidy.Bare(string.Concat(sources.Select(s => s.Text))) && (_foreign == Script.Other ? IsSentence(words.Text) : words.Text.Any(IsForeign));

    /// <summary>Whether most letters of a target are none of its language.</summary>
    /// <param name="words">The target.</param>
    public bool IsMost(Content words)
    {
        var (foreign, letters) = (0, 0);
        foreach (var c in words.Text.Where(char.IsLetter))
            (foreign, letters) = (foreign + (IsForeign(c) ? 1 : 0), letters + 1);
        return letters >= FewestLetters && foreign * 2 > letters;
    }

    /// <summary>The sentences that stand in a target as they were, and whether others of them do not.</summary>
    /// <param name="sources">The sentences that it stands for.</param>
    /// <param name="words">The target.</param>
    public (List<string> Left, bool IsSome) Whole(IEnumerable<Content> sources, Content words)
    {
        var bare = ContentTidy.Bare(words.Text);
        var telling = sources.Select(s => s.Text.Trim()).Where(s => IsSentence(s) && (_foreign == Script.Other || s.Any(IsForeign))).ToList();
        var left = telling.FindAll(s => bare.Contains(ContentTidy.Bare(s), StringComparison.Ordinal));
        return (left, left.Count < telling.Count);
    }

    private static bool IsSentence(string text) =>
        text.Any(c => ScriptOf(c) is Script.Han or Script.Kana or Script.Thai) ? text.Count(char.IsLetter) >= FewestLetters
        : text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetter)) >= FewestWords;

    private bool IsForeign(char c) => (ScriptOf(c) & _foreign) != Script.Other;

    private static Script ScriptOf(char c) => c switch
    {
        (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF') => Script.Latin,
        (>= '\uAC00' and <= '\uD7A3') or (>= '\u1100' and <= '\u11FF') or (>= '\u3130' and <= '\u318F') => Script.Hangul,
        (>= '\u3040' and <= '\u30FF') or (>= '\u31F0' and <= '\u31FF') => Script.Kana,
        (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') => Script.Han,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        (>= '\u0370' and <= '\u03FF') or (>= '\u1F00' and <= '\u1FFF') => Script.Greek,
        (>= '\u0600' and <= '\u06FF') or (>= '\u0750' and <= '\u077F') => Script.Arabic,
        >= '\u0590' and <= '\u05FF' => Script.Hebrew,
        >= '\u0E00' and <= '\u0E7F' => Script.Thai,
        >= '\u0900' and <= '\u097F' => Script.Devanagari,
        _ => Script.Other,
    };

    private static Script ScriptsOf(string language) => language.Split('-', '_')[0].ToUpperInvariant() switch
    {
        "KO" => Script.Hangul,
        "JA" => Script.Kana | Script.Han,
        "ZH" or "YUE" => Script.Han,
        "RU" or "UK" or "BG" or "BE" or "MK" or "KK" or "KY" or "MN" or "TG" or "SR" => Script.Cyrillic,
        "EL" => Script.Greek,
        "AR" or "FA" or "UR" or "PS" or "UG" => Script.Arabic,
        "HE" or "YI" => Script.Hebrew,
        "TH" => Script.Thai,
        "HI" or "MR" or "NE" => Script.Devanagari,
        _ => Script.Latin,
    };
}
