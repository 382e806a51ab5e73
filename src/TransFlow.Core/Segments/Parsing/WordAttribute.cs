namespace TransFlow.Core.Segments.Parsing;

/// <summary>The attributes, of tags of HTML and of site generators, whose values are words.</summary>
internal static class WordAttribute
{
    /// <summary>Attributes of components that no reader sees.</summary>
    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase)
    {
        "align", "as", "class", "classname", "color", "data", "defaultopen", "defaultvalue", "file", "groupid", "href", "icon", "id", "image", "key", "lang", "path", "poster", "ref", "rel", "slug", "src", "style", "target",
        "theme", "to", "type", "url", "value", "variant",
    };

    /// <summary>Arguments of a site's own tags that, beside those, say what is looked for or shown of the site.</summary>
    private static readonly HashSet<string> OfSite = new(StringComparer.OrdinalIgnoreCase)
    {
        "anchor", "background", "bg", "categories", "category", "code", "codelang", "cover", "dir", "filename", "filter", "folder", "format", "group", "height", "ids", "images", "img", "keyword", "keywords", "language",
        "layout", "link", "match", "order", "page", "pages", "param", "post", "query", "resource", "section", "sort", "tags", "taxonomy", "template", "term", "thumbnail", "user", "video", "where", "width",
    };

    /// <summary>How the names of components and tags begin whose name is a key.</summary>
    private static readonly string[] Keyed = ["tab", "form", "input", "slot", "icon", "field", "select", "radio", "checkbox"];

    /// <summary>What the words of an attribute are; null when its value is no words.</summary>
    public static UnitKind? KindOf(string name) => name switch
    {
        "alt" or "fig-alt" => UnitKind.ImageAlt,
        "caption" or "fig-cap" => UnitKind.Caption,
        "title" or "subtitle" or "description" or "summary" or "text" or "label" or "attr" or "credit" or "placeholder" or "aria-label" => UnitKind.Attribute,
        _ => null,
    };

    /// <summary>Whether an attribute says who says something, or where, or under which name something goes: words when they are written in another script than addresses and names of files.</summary>
    public static bool IsOfWho(string name) => name is "author" or "source" or "content" or "cite" or "attribution" or "tag";

    /// <summary>
    /// Whether an attribute of a component is none for readers: a key, an address, how it looks, an expression of Vue. What is done with others only their author knows; those in another script
    /// than names of files have are words.
    /// </summary>
    /// <param name="name">The attribute's name.</param>
    /// <param name="tag">The name of the component; of those that hold tabs, icons or fields of forms, a name is a key.</param>
    public static bool IsNone(string name, string tag) => name[0] == ':' || name.StartsWith("v-", StringComparison.Ordinal) || name.StartsWith("data-", StringComparison.Ordinal) || Unseen.Contains(name)
        || (name.Equals("name", StringComparison.OrdinalIgnoreCase) && !tag.StartsWith("table", StringComparison.OrdinalIgnoreCase) && Array.Exists(Keyed, k => tag.StartsWith(k, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The same of an argument of a site's own tag, which may also say what of the site is shown.</summary>
    /// <param name="name">The argument's name.</param>
    /// <param name="tag">The name of the tag.</param>
    public static bool IsNoneOfSite(string name, string tag) => OfSite.Contains(name) || IsNone(name, tag);
}
