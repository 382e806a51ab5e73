namespace TransFlow.Core.Segments.Parsing;

/// <summary>The attributes, of tags of HTML and of site generators, whose values are words.</summary>
internal static class WordAttribute
{
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
}
