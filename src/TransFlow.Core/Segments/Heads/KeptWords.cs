using System.Buffers;
using System.Collections.Immutable;
using TransFlow.Core.Segments.Sentences;

namespace TransFlow.Core.Segments.Heads;

/// <summary>
/// Front matter values that read as words of the article's language and that nobody has said to keep: a site's own template may show them to
/// readers, who would see them untranslated.
/// </summary>
internal static class KeptWords
{
    /// <summary>So many letters of another script than the Latin, Greek and Cyrillic are more than a name or a date has.</summary>
    private const int FewestLetters = 8;

    /// <summary>The first letter behind the scripts of Europe and the Near East.</summary>
    private const char FirstWide = '\u0E00';

    /// <summary>The longest ending of a file's name, its dot included.</summary>
    private const int LongestEnding = 5;

    private static readonly SearchValues<char> Endings = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>Tells of them, once for each key.</summary>
    /// <param name="head">The front matter.</param>
    /// <param name="rules">What its keys are for.</param>
    /// <param name="roles">What the newsroom says of them.</param>
    public static ImmutableArray<Finding> Of(Head head, FrontMatterRules rules, FrontMatterRoles roles)
    {
        // Who says himself what is translated has said what is not.
        if (!rules.Translate.IsEmpty)
            return [];
        ImmutableArray<Finding> found = [];
        foreach (var scalar in head.Scalars)
        {
            if (!IsSentence(scalar.Value) || HeadPresets.IsTranslated(rules, roles, scalar) || HeadPresets.IsKept(roles, scalar) || scalar.Key == rules.Translators?.Key || scalar.Key == rules.Editors?.Key)
                continue;
            var message = $"{scalar.Key}: this value of the front matter reads as words, and is kept as it is. If readers see it, name its key in source.frontMatter.translate, else in source.frontMatter.keep.";
            if (!found.Any(f => f.Message == message))
                found = found.Add(new Finding("kept-words", Severity.Warn, "", message));
        }

        return found;
    }

    /// <summary>Whether a value is words rather than a name, a date, an address or a file.</summary>
    private static bool IsSentence(string value)
    {
        if (value.Length < FewestLetters || value.Contains('/') || IsFile(value))
            return false;
        var (letters, isKorean) = (0, false);
        foreach (var c in value)
        {
            if (c < FirstWide || !char.IsLetter(c))
                continue;
            letters++;
            isKorean |= Characters.IsHangul(c);
        }

        // Korean has blanks between words; without one it is a slug.
        return letters >= FewestLetters && (!isKorean || value.Contains(' '));
    }

    private static bool IsFile(string value) => Path.GetExtension(value.AsSpan()) is { Length: > 1 and <= LongestEnding } ending && !ending[1..].ContainsAnyExcept(Endings);
}
