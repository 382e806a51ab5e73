namespace TransFlow.Core.Segments.Parsing;

/// <summary>How the site reads an article's Markdown, where sites differ and the article does not say.</summary>
/// <param name="IsMdx">Whether it is MDX.</param>
/// <param name="BreaksLines">Whether readers see the ends of lines within a paragraph, as those of Hexo's sites do.</param>
internal readonly record struct Dialect(bool IsMdx, bool BreaksLines)
{
    /// <summary>In which HTML it reads Markdown; of no matter for MDX, where all of it may hold some.</summary>
    public MarkdownInHtml InHtml { get; init; }

    /// <summary>Whether nothing between tags is data, however it looks: a translation of an article without any has none.</summary>
    public bool HasNoData { get; init; }
}
