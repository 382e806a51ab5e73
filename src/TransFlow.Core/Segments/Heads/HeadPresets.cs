using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace TransFlow.Core.Segments.Heads;

/// <summary>Which front matter values are words, in the three families of site generators that newsrooms use.</summary>
internal static partial class HeadPresets
{
    /// <summary>Last steps of keys whose values are words everywhere.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "title", "linktitle", "post_title", "seotitle", "seo_title", "seo_description", "og_title", "og_description", "headline", "kicker", "standfirst", "deck", "dek", "lede", "photo_credit", "description", "summary", "subtitle", "post_excerpt", "excerpt", "lead",
        "caption", "credit", "credits", "alt", "imagecaption", "imagecredit", "imagealt", "thumbnail_alt", "thumbnail_caption",
        "image_caption", "image_credit", "image_alt", "tags", "tag", "post_tag", "tags_input", "keywords",
        "alt_text", "overlay_text", "meta_description", "meta_title", "sidebar_label", "pagination_label", "toc_label", "abstract",
        "short_title", "sub_title", "subhead", "teaser", "intro", "tagline", "pullquote", "sns_title", "heading", "quote", "bio", "image_description", "btn_label", "twitter_title", "twitter_description", "twitter_image_alt", "og_image_alt", "og_site_name",
    };

    private const int LongestWord = 32;

    /// <summary>The same as they are spelled in one word.</summary>
    private static readonly HashSet<string> Spelled = new(Words.Select(w => w.Replace("_", "", StringComparison.Ordinal)), StringComparer.OrdinalIgnoreCase);

    /// <summary>Last steps of keys whose values are words when they are written in the source's own script, and slugs otherwise.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "author", "authors", "byline", "category", "categories", "post_category", "section", "sections", "series", "location",
    };

    private static readonly string[] OfPictures = ["_alt", "_alt_text", "_caption", "-alt", "-caption", "Alt", "AltText", "Caption"];

    private static readonly FrontMatterRules Hugo = new()
    {
        Name = "hugo",
        LanguageKey = "lang",
        IdentityKeys = ["translationKey", "slug"],
        Translators = new CreditKey("translators", true, ["authors", "author", "lang", "translationKey", "slug"]),
        Editors = new CreditKey("editors", true, ["translators", "authors", "author", "lang", "translationKey", "slug"]),
    };

    private static readonly FrontMatterRules Jekyll = new()
    {
        Name = "jekyll",
        LanguageKey = "lang",
        IdentityKeys = ["ref", "page_id", "translationKey", "slug"],
        Translators = new CreditKey("translator", false, ["author", "authors", "permalink", "date"]),
        Editors = new CreditKey("editor", false, ["translator", "author", "authors", "permalink", "date"]),
    };

    private static readonly FrontMatterRules WordPress = new()
    {
        Name = "wordpress",
        LanguageKey = "custom_fields.lang",
        IdentityKeys = ["post_name", "slug"],
        Translators = new CreditKey("custom_fields.translator", false, ["custom_fields.subtitle"]),
        Editors = new CreditKey("custom_fields.editor", false, ["custom_fields.translator", "custom_fields.subtitle"]),
    };

    /// <summary>The preset of a name, or the one that fits an article's own keys.</summary>
    public static FrontMatterRules For(Head head, string? name)
    {
        if (name is "hugo" or "jekyll")
            return name == "hugo" ? Hugo : Jekyll;
        var (isWordPress, isJekyll) = (name is "wordpress", false);
        foreach (var entry in head.Entries)
        {
            isWordPress |= entry.Key is "taxonomy" || entry.Key.StartsWith("post_", StringComparison.Ordinal);
            isJekyll |= entry.Key is "layout" or "permalink" or "ref" or "page_id";
        }

        return isWordPress ? WordPress : isJekyll ? Jekyll : Hugo;
    }

    /// <summary>Whether a value is translated.</summary>
    public static bool IsTranslated(FrontMatterRules rules, FrontMatterRoles roles, HeadScalar scalar)
    {
        if (!scalar.Value.Any(char.IsLetterOrDigit) || (scalar.Style == ScalarStyle.Plain && IsNoText(scalar)))
            return false;
        if (IsKept(roles, scalar))
            return false;
        if (roles.Translate.Any(pattern => Fits(pattern, scalar.Key)))
            return true;
        if (!rules.Translate.IsEmpty)
            return rules.Translate.Any(pattern => Fits(pattern, scalar.Key));
        var last = scalar.Key[(scalar.Key.LastIndexOf('.') + 1)..];
        return !IsOfElement(scalar.Key, last) && IsOfWords(last, scalar) && !Address().IsMatch(scalar.Value);
    }

    /// <summary>Whether a key names an element that a site puts into the head of its page, as Starlight and VuePress have it (<c>head: [{ tag: meta }]</c>).</summary>
    private static bool IsOfElement(string key, string last) => last == "tag" && (key.StartsWith("head.", StringComparison.Ordinal) || key.Contains(".head.", StringComparison.Ordinal));

    private static bool IsOfWords(string last, HeadScalar scalar) =>
        Words.Contains(last) || Spelled.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Bare(last, stackalloc char[LongestWord])) || IsOfQuestions(scalar.Key, last) || IsOfPicture(last) || IsOfHome(scalar.Key, last) || (last == "name" && scalar.Key.StartsWith("menu", StringComparison.Ordinal) && scalar.Key.Contains('.')) || ((Names.Contains(last) || (last == "name" && scalar.Key is "author.name" or "authors.name")) && scalar.Value.Any(c => char.IsLetter(c) && !char.IsAscii(c)));

    /// <summary>Whether the newsroom says that a value is kept.</summary>
    public static bool IsKept(FrontMatterRoles roles, HeadScalar scalar) => roles.Keep.Any(pattern => Fits(pattern, scalar.Key));

    /// <summary>A key without what parts its words, as <c>metaDescription</c>, <c>meta-description</c> and <c>meta_description</c> are one, and <c>og:title</c> is <c>og_title</c>; nothing for a long one.</summary>
    private static ReadOnlySpan<char> Bare(string key, Span<char> room)
    {
        var length = 0;
        foreach (var c in key)
        {
            if (c is '_' or '-' or ':')
                continue;
            if (length == room.Length)
                return [];
            room[length++] = c;
        }

        return room[..length];
    }

    /// <summary>Whether a value without quotation marks is a number, a day or a word of YAML's own, and no text.</summary>
    private static bool IsNoText(HeadScalar scalar) => scalar.IsToml || scalar.Value is "null" or "true" or "false" || NumberOrDay().IsMatch(scalar.Value);

    [GeneratedRegex(@"^(?:[-+]?[0-9][0-9_]*(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[0-9]+(?::[0-9]{2})+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ][0-9:.+Zz -]*)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberOrDay();

    /// <summary>An address, or the name of a file, which some keys hold in the place of words: <c>teaser: /assets/t.jpg</c>.</summary>
    [GeneratedRegex(@"^(?:[a-z][a-z0-9+.-]*://|\.{0,2}/)[!-~]*$|^\S+\.(?:jpe?g|png|gif|webp|svg|avif|bmp|mp[34]|pdf)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    private static bool IsOfQuestions(string key, string last) =>
        last is "question" or "answer" or "q" or "a" && (key.StartsWith("faq", StringComparison.OrdinalIgnoreCase) || key.Contains(".faq", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a key says of which picture it has the words (<c>featured_image_alt</c>, <c>coverCaption</c>).</summary>
    private static bool IsOfPicture(string last) => Array.Exists(OfPictures, end => last.EndsWith(end, StringComparison.Ordinal));

    /// <summary>Whether a value is among the words of a home page of VitePress, whose whole text is in its front matter, or on a button or beside the text as Minimal Mistakes has them.</summary>
    private static bool IsOfHome(string key, string last) =>
        key is "header.actions.label" or "sidebar.text" ||
        (key.StartsWith("hero.", StringComparison.Ordinal) || key.StartsWith("features.", StringComparison.Ordinal)) && last is "name" or "text" or "tagline" or "details" or "linkText";

    private static bool Fits(string pattern, string key) => Fits(pattern.Split('.'), key.Split('.'));

    /// <summary>A star is a step, or the items of a list, which have none of their own.</summary>
    private static bool Fits(ReadOnlySpan<string> wanted, ReadOnlySpan<string> steps) => wanted switch
    {
        [] => steps.IsEmpty,
        ["*", .. var rest] => Fits(rest, steps) || (!steps.IsEmpty && Fits(rest, steps[1..])),
        [var step, .. var rest] => !steps.IsEmpty && steps[0] == step && Fits(rest, steps[1..]),
    };
}
