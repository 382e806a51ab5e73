namespace TransFlow.Core.Segments.Sentences;

/// <summary>Chooses the rules of a language.</summary>
internal static class LanguageRules
{
    private static readonly KoreanRules Korean = new();
    private static readonly WideRules Wide = new();
    private static readonly LatinRules Latin = new();

    /// <summary>The rules for a language tag.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    /// <returns>The rules of its primary subtag; those for scripts with capitals when it has none of its own.</returns>
    public static SentenceRules For(string language) => language.Split('-', '_')[0].ToUpperInvariant() switch
    {
        "KO" => Korean,
        "JA" or "ZH" or "YUE" => Wide,
        _ => Latin,
    };
}
