using System.Net;
using System.Text;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>Markdown in the captions of Hugo's own shortcode for figures.</summary>
internal static class FigureMarkdown
{
    private static readonly MarkdownPipeline Inlines = new MarkdownPipelineBuilder().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Use<InlineLinks>().Build();

    /// <summary>What readers see of words that Hugo's own <c>figure</c> reads as Markdown; markup among them stays as it is written. Null where they are more than a paragraph.</summary>
    /// <param name="words">The words as they stand there.</param>
    /// <param name="marks">The signs of the markup among them.</param>
    public static string? Plain(string words, out string marks)
    {
        marks = "";
        var (start, end) = (words.Length - words.TrimStart().Length, words.TrimEnd().Length);
        var blocks = Markdown.Parse(words.Trim(), Inlines);
        if (blocks.Count != 1 || blocks[0] is not ParagraphBlock { Inline: { } inline })
            return null;
        var plain = new StringBuilder(words.Length);
        foreach (var part in inline)
        {
            if (part is LiteralInline literal)
                plain.Append(literal.Content.AsSpan());
            else if (part is HtmlEntityInline entity)
                plain.Append(entity.Transcoded.AsSpan());
            else
                return WithMarks(words, marks = string.Concat(inline.Descendants<Markdig.Syntax.Inlines.Inline>().SelectMany(p => (IEnumerable<char>)SignsOf(p)).Distinct()));
        }

        // What is white space there, is nothing to see, and the translator's.
        return plain.Insert(0, words.AsSpan(0, start)).Append(words.AsSpan(end)).ToString();
    }

    /// <summary>The signs with which markup is written.</summary>
    private static string SignsOf(Markdig.Syntax.Inlines.Inline part) => part switch
    {
        EmphasisInline emphasis => emphasis.DelimiterChar.ToString(),
        CodeInline => "`",
        // The sign of an address, too.
        LinkInline => "[]:",
        HtmlInline or AutolinkInline => "<",
        LineBreakInline { IsHard: true } => "\\",
        _ => "",
    };

    /// <summary>Words among which there is markup, as it is written; all else as it reads.</summary>
    private static string WithMarks(string words, string marks)
    {
        var read = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == '\\' && i + 1 < words.Length && words[i + 1].IsAsciiPunctuation() && !marks.Contains(words[i + 1], StringComparison.Ordinal))
            {
                read.Append(words[++i]);
                continue;
            }

            var end = words[i] == '&' ? words.IndexOf(';', i) : -1;
            if (end > i && WebUtility.HtmlDecode(words[i..(end + 1)]) is { Length: 1 } sign && !marks.Contains(sign[0], StringComparison.Ordinal))
            {
                read.Append(sign);
                i = end;
                continue;
            }

            read.Append(words[i]);
        }

        return read.ToString();
    }
}
