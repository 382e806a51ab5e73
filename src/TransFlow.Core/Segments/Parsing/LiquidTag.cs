namespace TransFlow.Core.Segments.Parsing;

/// <summary>The tags of Liquid, and of its kin, that are no site's own.</summary>
internal static class LiquidTag
{
    /// <summary>Whether a tag is one of Liquid's own, or of its kin: what they compare and compute is code.</summary>
    /// <param name="name">The tag's name.</param>
    public static bool IsOwn(ReadOnlySpan<char> name) => name is ['e', 'n', 'd', ..] or "if" or "elsif" or "elif" or "unless" or "case" or "when" or "assign" or "capture" or "for" or "tablerow" or "cycle"
        or "render" or "layout" or "link" or "post_url" or "echo" or "liquid" or "section" or "extends" or "block" or "import" or "from" or "macro" or "call" or "set" or "seo" or "paginate";

    /// <summary>Whether a tag puts another file in its place, which it names first.</summary>
    /// <param name="name">The tag's name.</param>
    public static bool IsInclude(ReadOnlySpan<char> name) => name is "include" or "include_cached" or "include_relative";

    /// <summary>Whether it hands values to another file.</summary>
    /// <param name="name">The tag's name.</param>
    public static bool Passes(ReadOnlySpan<char> name) => name is "render" || IsInclude(name);
}
