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

    private static string? Script(string tag)
    {
        var parts = tag.ToUpperInvariant().Split('-', '_');
        return First(parts[0]) is not ("ZH" or "zh") ? null
            : parts.Contains("HANT") ? "HANT"
            : parts.Contains("HANS") ? "HANS"
            : parts.Any(p => p is "TW" or "HK" or "MO") ? "HANT"
            : parts.Any(p => p is "CN" or "SG" or "MY") ? "HANS"
            : null;
    }

    /// <summary>A tag with the code of two letters that its language has, under its present one.</summary>
    internal static string Short(string tag) => First(tag) + tag[(tag.IndexOfAny(['-', '_']) is >= 0 and var end ? end : tag.Length)..];

    /// <summary>The language without its region, in two letters where it has such, under its present code.</summary>
    internal static string First(string tag)
    {
        var first = tag.Split('-', '_')[0];
        return Present.TryGetValue(first, out var present) || LanguageCodes.TwoLetters.TryGetValue(first, out present) ? present : first;
    }

    [GeneratedRegex(@"^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
