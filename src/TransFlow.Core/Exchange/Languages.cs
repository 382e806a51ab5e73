using System.Collections.Frozen;

namespace TransFlow.Core.Exchange;

/// <summary>Language tags as tools write them.</summary>
public static class Languages
{
    /// <summary>Codes of three letters that some tools write for languages of two.</summary>
    private static readonly FrozenDictionary<string, string> TwoLetters = new Dictionary<string, string>
    {
        ["ara"] = "ar",
        ["bul"] = "bg",
        ["ces"] = "cs",
        ["chi"] = "zh",
        ["cze"] = "cs",
        ["dan"] = "da",
        ["deu"] = "de",
        ["dut"] = "nl",
        ["ell"] = "el",
        ["eng"] = "en",
        ["fas"] = "fa",
        ["fin"] = "fi",
        ["fra"] = "fr",
        ["fre"] = "fr",
        ["ger"] = "de",
        ["gre"] = "el",
        ["heb"] = "he",
        ["hin"] = "hi",
        ["hun"] = "hu",
        ["ind"] = "id",
        ["ita"] = "it",
        ["jpn"] = "ja",
        ["kor"] = "ko",
        ["mon"] = "mn",
        ["nld"] = "nl",
        ["nor"] = "no",
        ["pol"] = "pl",
        ["por"] = "pt",
        ["ron"] = "ro",
        ["rus"] = "ru",
        ["spa"] = "es",
        ["swe"] = "sv",
        ["tha"] = "th",
        ["tur"] = "tr",
        ["ukr"] = "uk",
        ["vie"] = "vi",
        ["zho"] = "zh",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether two tags name one language, whatever region they add.</summary>
    /// <param name="one">A tag.</param>
    /// <param name="other">Another.</param>
    /// <returns>True when their first parts are the same, in two letters or in three (ISO 639-1, 639-2).</returns>
    public static bool AreSame(string one, string other) =>
        string.Equals(First(one), First(other), StringComparison.OrdinalIgnoreCase);

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

    /// <summary>The language without its region, in two letters where it has such.</summary>
    internal static string First(string tag)
    {
        var first = tag.Split('-', '_')[0];
        return first.Length == 3 && TwoLetters.TryGetValue(first, out var two) ? two : first;
    }
}
