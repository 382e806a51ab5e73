namespace TransFlow.Core.Segments.Parsing;

/// <summary>In which HTML a site reads Markdown where CommonMark reads none.</summary>
internal enum MarkdownInHtml
{
    /// <summary>In elements that say so.</summary>
    WhereSaid,

    /// <summary>Below the tag of an element of running text, too, which begins a paragraph for kramdown and Python-Markdown.</summary>
    InSentences,

    /// <summary>In all elements of which kramdown reads the content, since the article tells it so.</summary>
    Everywhere,
}
