using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Exchange;

/// <summary>Language tags as tools write them.</summary>
public static partial class Languages
{
    /// <summary>Codes that tools and frameworks still write for languages that have another by now, or a wider one (IANA's registry of subtags, BCP 47).</summary>
    private static readonly FrozenDictionary<string, string> Present = new Dictionary<string, string>
    {
        ["cmn"] = "zh",
        ["fil"] = "tl",
        ["in"] = "id",
        ["iw"] = "he",
        ["ji"] = "yi",
        ["mo"] = "ro",
        ["sh"] = "sr",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a text has the shape of a language tag (BCP 47, RFC 5646 2.1): subtags of one to eight letters and digits, the first a language of letters.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when it has.</returns>
    public static bool IsTag(string text) => Tag().IsMatch(text);

    /// <summary>The tag of a language that is called by its English name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The tag; null when the name is not known.</returns>
    public static string? Named(string name) =>
        CultureInfo.GetCultures(CultureTypes.NeutralCultures).Where(c => c.EnglishName.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)).Select(c => c.Name).Order(StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Whether two tags name one language, whatever region they add.</summary>
    /// <param name="one">A tag.</param>
    /// <param name="other">Another.</param>
    /// <returns>True when their first parts are the same, in two letters or in three (ISO 639-1, 639-2), or are two codes of one language.</returns>
    public static bool AreSame(string one, string other) =>
        First(one) is var first && First(other) is var second && (string.Equals(first, second, StringComparison.OrdinalIgnoreCase) || IsNorwegian(first, second) || IsNorwegian(second, first));

    /// <summary>Norwegian is written in two ways, each with a code of its own; the common one may mean either.</summary>
    private static bool IsNorwegian(string common, string written) => common.ToUpperInvariant() is "NO" && written.ToUpperInvariant() is "NB" or "NN";

    /// <summary>Whether two tags of one language name one script, too, of those in which Chinese is written: regions tell it where the tag does not.</summary>
    /// <param name="one">A tag; null for none.</param>
    /// <param name="other">Another.</param>
    /// <returns>True when both tell the same script.</returns>
    public static bool HaveSameScript(string? one, string other) => one is not null && Script(one) is { } script && script == Script(other);

    /// <summary>
    /// Whether a file in one language may be that of another: the language is the same, and no script or region is another; what one of the
    /// two does not say is the other's to say.
    /// </summary>
    /// <param name="one">A tag.</param>
    /// <param name="other">Another.</param>
    /// <returns>True for <c>en-US</c> and <c>en</c>; false for <c>pt-BR</c> and <c>pt-PT</c>, and for <c>zh-TW</c> and <c>zh-Hans</c>.</returns>
    public static bool Agree(string one, string other) => AreSame(one, other)
        && (Script(one) ?? Written(one)) is var script && (Script(other) ?? Written(other)) is var otherScript && (script is null || otherScript is null || script == otherScript)
        && Region(one) is var region && Region(other) is var otherRegion && (region is null || otherRegion is null || region == otherRegion);

    private static string? Script(string tag)
    {
        var parts = tag.ToUpperInvariant().Split('-', '_');
        return First(parts[0]) is not ("ZH" or "zh") ? null
            : parts.Any(p => p is "HANT" or "CHT") ? "HANT"
            : parts.Any(p => p is "HANS" or "CHS") ? "HANS"
            : parts.Any(p => p is "TW" or "HK" or "MO") ? "HANT"
            : parts.Any(p => p is "CN" or "SG" or "MY") ? "HANS"
            : null;
    }

    /// <summary>A tag with the code of two letters that its language has, under its present one.</summary>
    internal static string Short(string tag) => First(tag) + tag[(tag.IndexOfAny(['-', '_']) is >= 0 and var end ? end : tag.Length)..];

    /// <summary>The script that a tag names: a subtag of four letters.</summary>
    private static string? Written(string tag) => Own(tag).FirstOrDefault(p => p.Length == 4 && p.All(char.IsAsciiLetter));

    /// <summary>The region that a tag names: a subtag of two letters or three digits.</summary>
    private static string? Region(string tag) => Own(tag).FirstOrDefault(p => (p.Length == 2 && p.All(char.IsAsciiLetter)) || (p.Length == 3 && p.All(char.IsAsciiDigit)));

    /// <summary>The subtags behind the language, before extensions and private ones.</summary>
    private static IEnumerable<string> Own(string tag) => tag.ToUpperInvariant().Split('-', '_').Skip(1).TakeWhile(p => p.Length > 1);

    /// <summary>The language without its region, in two letters where it has such, under its present code.</summary>
    internal static string First(string tag)
    {
        var first = tag.Split('-', '_')[0];
        return Present.TryGetValue(first, out var present) || LanguageCodes.TwoLetters.TryGetValue(first, out present) ? present : first;
    }

    [GeneratedRegex(@"^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
