namespace TransFlow.Core.Segments.Parsing;

/// <summary>The attributes, of tags of HTML and of site generators, whose values are words.</summary>
internal static class WordAttribute
{
    /// <summary>Attributes of components that no reader sees.</summary>
    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase)
    {
        "active", "align", "as", "class", "classname", "color", "data", "default", "defaultopen", "defaultvalue", "file", "for", "groupid", "href", "icon", "id", "identifier", "image", "key", "lang", "parent", "path",
        "poster", "querystring", "ref", "rel", "selected", "sheet", "slug", "src", "style", "target", "theme", "to", "type", "url", "variant",
    };

    /// <summary>Arguments of a site's own tags that, beside those, say what is looked for or shown of the site.</summary>
    private static readonly HashSet<string> OfSite = new(StringComparer.OrdinalIgnoreCase)
    {
        "anchor", "background", "bg", "categories", "category", "category_name", "code", "codelang", "collection", "cover", "dir", "exclude", "filename", "filter", "folder", "format", "group", "height", "ids", "images", "img", "keyword",
        "keywords", "language", "layout", "link", "match", "menu", "menu_name", "order", "page", "pages", "param", "post", "post_tag", "query", "resource", "section", "series", "sort", "tag_name", "tags", "taxonomy", "template", "term", "term_name", "thumbnail", "user",
        "video", "where", "width",
    };

    /// <summary>What a name of several words ends with that is an address, a key or a look: <c>imageSrc</c>, <c>post_type</c>.</summary>
    private static readonly HashSet<string> Ends = new(StringComparer.OrdinalIgnoreCase) { "class", "color", "file", "href", "icon", "id", "image", "key", "lang", "path", "ref", "slug", "src", "style", "type", "url" };

    /// <summary>How the names of components and tags begin whose name, and value, is a key.</summary>
    private static readonly string[] Keyed = ["tab", "form", "input", "slot", "icon", "field", "select", "radio", "checkbox", "option", "choice", "toggle", "filter", "param"];

    /// <summary>Names of arguments that are keys for most of the sites' tags, and words for others.</summary>
    private static readonly HashSet<string> SeenOnSome = new(StringComparer.OrdinalIgnoreCase) { "category", "default", "format", "group", "language", "name", "pages", "section", "series", "tag", "term", "type", "value" };

    /// <summary>What the names of a site's tags have that show a list of its pages.</summary>
    private static readonly string[] Lists = ["post", "list", "article", "page", "recent", "related", "latest", "archive", "query", "gallery", "stories", "entries"];

    /// <summary>What the words of an attribute are, those among them that boxes over a page show beside a picture; null when its value is no words.</summary>
    public static UnitKind? KindOf(string name) => name switch
    {
        "alt" or "fig-alt" => UnitKind.ImageAlt,
        "caption" or "fig-cap" or "tbl-cap" or "lst-cap" or "data-caption" => UnitKind.Caption,
        "title" or "subtitle" or "description" or "summary" or "text" or "label" or "attr" or "credit" or "placeholder" or "aria-label" or "data-title" or "data-footnote" => UnitKind.Attribute,
        _ => null,
    };

    /// <summary>Whether an attribute says who says something, or where, or under which name something goes: words when they are written in another script than addresses and names of files.</summary>
    public static bool IsOfWho(string name) => name is "author" or "source" or "content" or "cite" or "attribution";

    /// <summary>
    /// Whether an attribute of a component is none for readers: a key, an address, how it looks, an expression of Vue. What is done with others only their author knows; those in another script
    /// than names of files have are words.
    /// </summary>
    /// <param name="name">The attribute's name.</param>
    /// <param name="tag">The name of the component; of those that hold tabs, icons or fields of forms, a name and a value are keys.</param>
    public static bool IsNone(string name, string tag) => name[0] is ':' or '@' or '#' || name.StartsWith("v-", StringComparison.Ordinal) || name.StartsWith("data-", StringComparison.Ordinal) || name is ['o', 'n', >= 'A' and <= 'Z', ..]
        || Unseen.Contains(name) || Ends.Contains(LastWord(name)) || (name is "tag" or "filter" && ShowsList(tag))
        || ((name.Equals("name", StringComparison.OrdinalIgnoreCase) || name.Equals("value", StringComparison.OrdinalIgnoreCase)) && !tag.StartsWith("table", StringComparison.OrdinalIgnoreCase) && Array.Exists(Keyed, k => tag.StartsWith(k, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The same of an argument of a site's own tag, which may also say what of the site is shown.</summary>
    /// <param name="name">The argument's name.</param>
    /// <param name="tag">The name of the tag.</param>
    /// <param name="isBracketed">Whether it is one of WordPress', between square brackets.</param>
    public static bool IsNoneOfSite(string name, string tag, bool isBracketed) => (isBracketed && name.Equals("tag", StringComparison.OrdinalIgnoreCase))
        || OfSite.Contains(name) || OfSite.Contains(LastWord(name)) || name.StartsWith("exclude", StringComparison.OrdinalIgnoreCase) || IsNone(name, tag);

    /// <summary>Whether an argument of a site's tag that is taken for none of readers' words is one with some sites, so that it is told.</summary>
    /// <param name="name">The argument's name.</param>
    /// <param name="tag">The name of the tag.</param>
    public static bool MayBeSeen(string name, string tag) => SeenOnSome.Contains(name) && !ShowsList(tag);

    private static bool ShowsList(string tag) => Array.Exists(Lists, l => tag.Contains(l, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether what stands in a shortcode of Hugo without a name is a key: of a value of the front matter, of words that stand elsewhere, of a file; or a secret.</summary>
    /// <param name="tag">The shortcode's name.</param>
    public static bool IsNamelessKey(ReadOnlySpan<char> tag) => tag is "param" or "i18n" or "T" or "include" or "partial" or "password" or "icon" or "tabs" || tag.Contains("encrypt", StringComparison.Ordinal);

    /// <summary>The last of the words of which a name is made, as in <c>post_type</c>, <c>post-type</c> or <c>postType</c>.</summary>
    private static string LastWord(string name)
    {
        var at = name.Length - 1;
        while (at > 0 && name[at - 1] is not ('_' or '-') && !(char.IsAsciiLetterUpper(name[at]) && char.IsAsciiLetterLower(name[at - 1])))
            at--;
        return name[Math.Max(0, at)..];
    }
}
