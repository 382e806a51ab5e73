using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Publishing;

/// <summary>Whose keys tell a site which pages are the same article in other languages.</summary>
public enum TranslationKeyPreset
{
    /// <summary>Nothing is put in.</summary>
    None,

    /// <summary>The keys of the generator that the article is written for.</summary>
    Auto,

    /// <summary><c>translationKey</c>, which Hugo joins pages by, and <c>hreflang</c>.</summary>
    Hugo,

    /// <summary><c>lang</c> and <c>ref</c>, as Jekyll's sites have them, and <c>hreflang</c>.</summary>
    Jekyll,

    /// <summary><c>lang</c>, <c>translation_key</c> and <c>hreflang</c> among WordPress's custom fields.</summary>
    WordPress,
}

/// <summary>Front matter that joins a page with the same article in other languages; what the article says itself stays.</summary>
internal static class TranslationKeys
{
    /// <summary>The edits.</summary>
    /// <param name="preset">Whose keys.</param>
    /// <param name="source">The source article.</param>
    /// <param name="article">Its id.</param>
    /// <param name="language">The page's language.</param>
    /// <param name="original">The original's address; null when the page does not link to it.</param>
    /// <param name="own">The page's own address; null when none is known.</param>
    public static IEnumerable<FrontMatterEdit> Edits(TranslationKeyPreset preset, Extraction source, string article, string language, string? original, string? own)
    {
        var whose = preset == TranslationKeyPreset.Auto ? source.Rules.Name : preset.ToString().ToLowerInvariant();
        var (key, tag, links) = whose switch
        {
            "jekyll" => ("ref", "lang", "hreflang"),
            "wordpress" => ("custom_fields.translation_key", "custom_fields.lang", "custom_fields.hreflang"),
            _ => ("translationKey", null, "hreflang"),
        };
        if (preset == TranslationKeyPreset.None)
            yield break;
        if (!source.Says(key))
            yield return new FrontMatterEdit(key, [article]) { After = ["slug", "permalink", "date"] };
        if (tag is not null && !source.Says(tag))
            yield return new FrontMatterEdit(tag, [language]) { After = [key] };
        ImmutableArray<string> pages = [.. new[] { (Tag: source.Language, Address: original), (Tag: language, Address: own) }.Where(p => p.Address is not null).Select(p => $"{p.Tag} {p.Address}")];
        if (!pages.IsEmpty && !source.Says(links))
            yield return new FrontMatterEdit(links, pages) { IsList = true, After = [key] };
    }
}
