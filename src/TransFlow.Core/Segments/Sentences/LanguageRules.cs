using TransFlow.Core.Exchange;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>Chooses the rules of a language.</summary>
internal static class LanguageRules
{
    private static readonly KoreanRules Korean = new();
    private static readonly WideRules Japanese = new(isJapanese: true);
    private static readonly WideRules Chinese = new(isJapanese: false);
    private static readonly LatinRules Latin = new();

    /// <summary>The rules for a language tag.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    /// <returns>The rules of its primary subtag; those for scripts with capitals when it has none of its own.</returns>
    public static SentenceRules For(string language) => Languages.First(language).ToUpperInvariant() switch
    {
        "KO" => Korean,
        "JA" => Japanese,
        "ZH" or "YUE" => Chinese,
        _ => Latin,
    };
}
