using TransFlow.Core.Articles;
using TransFlow.Core.Segments;
using TransFlow.Core.Segments.Heads;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Publishing;

/// <summary>
/// Makes the page that stands where an edition was retracted: the address of the article and a sentence of the newsroom's,
/// none of the article's words.
/// </summary>
/// <param name="style">The language's house style.</param>
public sealed class Tombstone(HouseStyle style)
{
    /// <summary>Front matter by which sites find a page's address and language; none of it is prose.</summary>
    private static readonly string[] Addressing =
        ["date", "slug", "url", "permalink", "translationKey", "ref", "page_id", "post_name", "post_date", "post_status", "post_type", "layout", "type", "custom_fields.translation_key", .. ArticleLanguage.Keys];

    /// <summary>Makes the page.</summary>
    /// <param name="source">The source article.</param>
    /// <param name="edition">The retracted edition.</param>
    /// <param name="path">Where its page stands, relative to the publication folder.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ArgumentException">The edition was not retracted.</exception>
    public Publication Make(Extraction source, Edition edition, string path)
    {
        if (edition.Retraction is not { } retraction)
            throw new ArgumentException("The edition was not retracted.", nameof(edition));
        var words = Sentence(style, edition.Language).Replace("{date}", style.Date.Of(retraction.Date), StringComparison.Ordinal).Trim();
        var title = source.Value("post_title") is not null ? "post_title" : "title";
        (string Key, string Value)[] values =
        [
            (title, words),
            .. Addressing.Where(k => source.Says(k) || (k == source.Rules.LanguageKey && source.Value(k) is not null)).Select(k => (k, ValueOf(source, edition.Language, k))),
            .. TranslationKeys.Edits(style.TranslationKeys, source, edition.Article, edition.Language, null, null).Select(e => (e.Key, e.Values[0])),
            ("retracted", DateForm.Plain.Of(retraction.Date)),
        ];
        var head = source.FrontMatter.IsEmpty ? "" : HeadWriter.Whole(source.Head, [.. values.DistinctBy(v => v.Key)]) + "\n";
        return new Publication(edition.Article, edition.Language, path, head + words + "\n", edition.Fingerprint) { IsTombstone = true };
    }

    /// <summary>The sentence that stands where an article was retracted: the newsroom's, the language's own, or the English one.</summary>
    private static string Sentence(HouseStyle style, string language) =>
        style.Retraction ?? PageLanguage.Of(language).Retraction ?? PageLanguage.Of("en").Retraction!;

    private string ValueOf(Extraction source, string language, string key)
    {
        var value = source.Value(key)!;
        var mapped = style.FrontMatter.TryGetValue(key, out var values) ? EditionPage.Longest(values, value) : null;
        return mapped ?? (key == source.Rules.LanguageKey ? language : value);
    }
}
