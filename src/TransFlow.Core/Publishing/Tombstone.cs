using System.Globalization;
using System.Text.Json;
using TransFlow.Core.Segments;
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
    private static readonly string[] Addressing = ["date", "slug", "url", "permalink", "translationKey", "ref", "post_name", "layout", "type", "lang", "language", "locale"];

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
        var date = retraction.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var words = style.Retraction.Replace("{date}", date, StringComparison.Ordinal).Trim();
        var kept = Addressing.Where(k => source.Value(k) is not null).Select(k => $"{k}: {Quoted(ValueOf(source, edition.Language, k))}\n");
        var head = source.FrontMatter.IsEmpty ? "" : $"---\ntitle: {Quoted(words)}\n{string.Concat(kept)}retracted: {Quoted(date)}\n---\n\n";
        return new Publication(edition.Article, edition.Language, path, head + words + "\n", edition.Fingerprint);
    }

    private string ValueOf(Extraction source, string language, string key)
    {
        if (key == source.Rules.LanguageKey)
            return language;
        var value = source.Value(key)!;
        return style.FrontMatter.TryGetValue(key, out var values) ? EditionPage.Longest(values, value) ?? value : value;
    }

    /// <summary>A text in JSON's quotation marks is the same text in YAML.</summary>
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Unescaped);

    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
