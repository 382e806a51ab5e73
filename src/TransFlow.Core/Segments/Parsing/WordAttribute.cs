namespace TransFlow.Core.Segments.Parsing;

/// <summary>The attributes, of tags of HTML and of site generators, whose values are words.</summary>
internal static class WordAttribute
{
    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase)
    {
        "align", "anchor", "as", "background", "bg", "categories", "category", "class", "classname", "code", "codelang", "color", "cover", "data", "defaultopen", "defaultvalue", "dir", "file", "filename", "filter", "folder",
        "format", "group", "groupid", "height", "href", "icon", "id", "ids", "image", "images", "img", "key", "keyword", "keywords", "lang", "language", "layout", "link", "match", "order", "page", "pages", "param", "path",
        "post", "poster", "query", "ref", "rel", "resource", "section", "slug", "sort", "src", "style", "tags", "target", "taxonomy", "template", "term", "theme", "thumbnail", "to", "type", "url", "user", "value",
        "variant", "video", "where", "width",
    };

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
    /// Whether an attribute of a component, or of a site's own tag, is none for readers: a key, an address, how it looks, what is shown of the site, an expression of Vue.
    /// What is done with others only their author knows; those in another script than names of files have are words.
    /// </summary>
    /// <param name="name">The attribute's name.</param>
    /// <param name="tag">The name of the component or tag; of those that hold tabs or fields of forms, a name is a key.</param>
    public static bool IsNone(string name, ReadOnlySpan<char> tag) => name[0] == ':' || name.StartsWith("v-", StringComparison.Ordinal) || name.StartsWith("data-", StringComparison.Ordinal) || Unseen.Contains(name)
        || (name.Equals("name", StringComparison.OrdinalIgnoreCase) && (tag.Contains("tab", StringComparison.OrdinalIgnoreCase) || tag.Contains("form", StringComparison.OrdinalIgnoreCase) || tag.Contains("input", StringComparison.OrdinalIgnoreCase) || tag.Contains("slot", StringComparison.OrdinalIgnoreCase)));
}
