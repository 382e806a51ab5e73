using System.Buffers;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>Finds out in which HTML an article's site reads Markdown.</summary>
internal static class HtmlReading
{
    private const string ParsesHtml = "parse_block_html=\"true\"";

    /// <summary>What kramdown and Python-Markdown know, and sites that go by CommonMark do not: lists of attributes, boxes and tabs, elements that say what they hold.</summary>
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        ["\n{:", "){:", "\n!!! ", "\n??? ", "\n???+ ", "\n=== \"", " markdown>", " markdown=\"1\"", " markdown=\"span\"", " markdown=\"block\""], StringComparison.Ordinal);

    /// <summary>How an article is read.</summary>
    /// <param name="text">The article.</param>
    /// <param name="isJekyll">Whether its front matter is one of Jekyll's.</param>
    public static MarkdownInHtml Of(string text, bool isJekyll) =>
        text.Contains(ParsesHtml, StringComparison.Ordinal) ? MarkdownInHtml.Everywhere
        : (isJekyll || text.AsSpan().ContainsAny(Signs)) && !text.StartsWith("+++", StringComparison.Ordinal) && !text.Contains("{{<", StringComparison.Ordinal) ? MarkdownInHtml.InSentences
        : MarkdownInHtml.WhereSaid;
}
