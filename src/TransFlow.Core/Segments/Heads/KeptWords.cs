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

    private const string Name = "name";

    private static readonly SearchValues<char> Endings = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>What parts the steps of a slug or of a key.</summary>
    private static readonly SearchValues<char> Parts = SearchValues.Create("-_=:#.");

    /// <summary>So many keys are named at the most.</summary>
    private const int MostNamed = 20;

    /// <summary>Steps of keys under which a few words of Korean are the name of somebody.</summary>
    private static readonly string[] People =
    [
        "author", "authors", "by", "byline", "reporter", "reporters", "writer", "writers", "editor", "editors", "translator", "translators", "photographer", "photographers", "contributor", "contributors", "publisher",
    ];

    /// <summary>Last steps of keys under which a few words of Korean are a name, a day or an address.</summary>
    private static readonly HashSet<string> OfFewWords = new(
        [
            .. People, Name, "copyright", "date", "day", "time", "lastmod", "updated", "published", "modified", "slug", "permalink", "url", "link", "href", "path", "src", "aliases", "redirect_from", "layout", "id", "ref",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Words of the steps above a name that say whose it is: somebody's, not a button's.</summary>
    private static readonly HashSet<string> OfPeople = new(
        [.. People, "person", "people", "member", "members", "staff", "team", "cast", "crew", "director", "artist", "speaker", "speakers", "host", "hosts", "guest", "guests", "owner"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Tells of them, in one sentence.</summary>
    /// <param name="head">The front matter.</param>
    /// <param name="rules">What its keys are for.</param>
    /// <param name="roles">What the newsroom says of them.</param>
    public static ImmutableArray<Finding> Of(Head head, FrontMatterRules rules, FrontMatterRoles roles)
    {
        // Who says himself what is translated has said what is not.
        if (!rules.Translate.IsEmpty)
            return [];
        List<string>? keys = null;
        foreach (var scalar in head.Scalars)
        {
            if (AreWords(scalar) && !HeadPresets.IsTranslated(rules, roles, scalar) && !HeadPresets.IsKept(roles, scalar) && scalar.Key != rules.Translators?.Key && scalar.Key != rules.Editors?.Key)
                (keys ??= []).Add(scalar.Key);
        }

        if (keys is null)
            return [];
        var names = keys.Distinct(StringComparer.Ordinal).ToList();
        return names is [var only]
            ? [new Finding("kept-words", Severity.Warn, "", $"{only}: this value of the front matter reads as words, and is kept as it is. If readers see it, name its key in source.frontMatter.translate, else in source.frontMatter.keep.")]
            : [new Finding("kept-words", Severity.Warn, "", $"{string.Join(", ", names.Take(MostNamed))}{(names.Count > MostNamed ? " …" : "")}: these values of the front matter read as words, and are kept as they are. If readers see them, name their keys in source.frontMatter.translate, else in source.frontMatter.keep.")];
    }

    /// <summary>Whether a value is words rather than an address or a file, or, under a key of such, a name or a date.</summary>
    private static bool AreWords(HeadScalar scalar)
    {
        var value = scalar.Value;
        var (letters, isKorean) = (0, false);
        foreach (var c in value)
        {
            if (c < FirstWide || !char.IsLetter(c))
                continue;
            letters++;
            isKorean |= Characters.IsHangul(c);
        }

        // Korean has blanks between words; without one, and with what parts the steps of an address, it is a slug. A path has its first stroke before any.
        var first = value.AsSpan().IndexOfAny(' ', '/');
        if (letters == 0 || IsFile(value) || (first >= 0 && value[first] == '/') || (first < 0 && isKorean && value.AsSpan().ContainsAny(Parts)))
            return false;
        return letters >= FewestLetters && (!isKorean || value.Contains(' ')) || (isKorean && !IsOfFewWords(scalar.Key));
    }

    private static bool IsOfFewWords(string key)
    {
        var above = Math.Max(0, key.LastIndexOf('.'));
        var last = key[above..].TrimStart('.');
        return OfFewWords.Contains(last) && (!last.Equals(Name, StringComparison.OrdinalIgnoreCase) || key[..above].Split('.', '_', '-').Any(OfPeople.Contains));
    }

    private static bool IsFile(string value) => Path.GetExtension(value.AsSpan()) is { Length: > 1 and <= LongestEnding } ending && !ending[1..].ContainsAnyExcept(Endings);
}
