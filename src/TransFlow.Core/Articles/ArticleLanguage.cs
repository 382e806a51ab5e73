using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Articles;

/// <summary>In which language an article says that it is.</summary>
public static class ArticleLanguage
{
    private static readonly string[] Names = ["lang", "language", "locale", "languageCode", "language_code", "html_lang", "htmlLang", "og:locale", "og_locale", "ogLocale", "i18n.locale"];

    /// <summary>Keys that say the language whatever an article is written for, best first.</summary>
    internal static ImmutableArray<string> Keys { get; } = [.. Names, .. Names.Select(n => "params." + n), "custom_fields.lang"];

    /// <summary>The language that an article's front matter says.</summary>
    /// <param name="article">The article.</param>
    /// <returns>The language tag, with hyphens; null when nothing that looks like one stands there.</returns>
    public static string? Of(Extraction article)
    {
        foreach (var key in Keys.Insert(0, article.Rules.LanguageKey ?? Keys[0]).Add("custom_fields.source_lang"))
        {
            if (article.Value(key)?.Trim().Replace('_', '-') is { } said && IsTag(said))
                return said;
        }

        return null;
    }

    private static bool IsTag(string said) =>
        said.Split('-') is [{ Length: 2 or 3 } language, .. var rest] && language.All(char.IsAsciiLetter) && rest.All(r => r.Length is >= 1 and <= 8 && r.All(char.IsAsciiLetterOrDigit));
}
