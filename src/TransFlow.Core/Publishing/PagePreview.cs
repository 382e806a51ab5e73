using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Footnotes;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TransFlow.Core.Articles;
using TransFlow.Core.Segments;
using TransFlow.Core.Segments.Parsing;
using Block = Markdig.Syntax.Block;

namespace TransFlow.Core.Publishing;

/// <summary>A page as HTML, for looking at before it is published. The HTML holds whatever the article holds: it must not run on a trusted origin.</summary>
/// <param name="FrontMatter">The front matter's values by dotted key.</param>
/// <param name="Html">The body.</param>
/// <param name="Changed">How many of its blocks are not in the older page.</param>
public sealed partial record PagePreview(ImmutableArray<KeyValuePair<string, string>> FrontMatter, string Html, int Changed)
{
    /// <summary>The keys of the front matter whose values the older page has otherwise or not at all, in the order of the page.</summary>
    public ImmutableArray<string> ChangedKeys { get; private init; } = [];

    /// <summary>The class of blocks that are not in the older page.</summary>
    public const string ChangedClass = "transflow-changed";

    private static readonly MarkdownPipeline Pipeline = Builder().Build();

    private static readonly Lazy<MarkdownPipeline> MdxPipeline = new(() => Builder().Use(new ElementLines(new Dialect { IsMdx = true })).Build());

    private static MarkdownPipelineBuilder Builder() => new MarkdownPipelineBuilder()
        .UseCjkFriendlyEmphasis().UsePipeTables().UseFootnotes().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Use<LoneTildes>().Use<TaskMarks>()
        .UseCustomContainers().UseDefinitionLists().UseAlertBlocks().Use<InlineLinks>().Use<Directives>().UsePreciseSourceLocation();

    /// <summary>Makes the preview of a page.</summary>
    /// <param name="markdown">The page.</param>
    /// <param name="path">Its path, whose ending says what it is.</param>
    /// <param name="language">Its language.</param>
    /// <param name="site">The site's address, before addresses that begin with <c>/</c>; empty for none.</param>
    /// <param name="older">The page that it replaces; null for none.</param>
    /// <param name="breaksLines">Whether the site shows the ends of lines within a paragraph.</param>
    /// <param name="isMdx">Whether it is MDX, whatever its path ends with.</param>
    /// <returns>The preview; refused when the page cannot be read.</returns>
    public static Outcome<PagePreview> Of(string markdown, string path, string language, string site, string? older, bool breaksLines = false, bool isMdx = false)
    {
        if (!Taken(markdown, path, language).Try(out var page, out var refusal))
            return refusal;
        var before = older is null ? null : Taken(older, path, language).Value;
        var body = Body(page);
        var pipeline = isMdx || ArticleIdentity.IsMdx(path) ? MdxPipeline.Value : Pipeline;
        var document = Markdown.Parse(body, pipeline);
        foreach (var end in breaksLines ? document.Descendants<LineBreakInline>() : [])
            end.IsHard = true;
        var changed = before is null ? 0 : Mark(document, body, Texts(Body(before), pipeline));
        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html) { LinkRewriter = address => site.Length > 0 && address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) ? site + address : address };
        pipeline.Setup(renderer);
        renderer.Render(document);
        return new PagePreview(page.FrontMatter, html.ToString(), changed) { ChangedKeys = before is null ? [] : [.. page.FrontMatter.Except(before.FrontMatter).Select(v => v.Key).Distinct(StringComparer.Ordinal)] };
    }

    private static Outcome<Extraction> Taken(string markdown, string path, string language) =>
        MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(markdown), path, new ExtractionOptions(language));

    /// <summary>The body without the lists of attributes that site generators take from the ends of lines, as in <c>{#id}</c> and <c>{: .lead}</c>.</summary>
    private static string Body(Extraction page) => Attributes().Replace(page.Text[page.Head.BodyStart..], "");

    /// <summary>Marks the blocks that are not known, those of footnotes among them.</summary>
    /// <returns>How many were marked.</returns>
    private static int Mark(MarkdownDocument document, string body, HashSet<string> known)
    {
        var marked = 0;
        foreach (var block in Blocks(document).Where(b => !known.Contains(Text(body, b))).ToList())
        {
            // HTML has no place for a class of ours, but one around it when it is whole.
            if (block is HtmlBlock html)
            {
                if (!IsWhole(body, html.Span.Start, html.Span.End + 1))
                    continue;
                var (place, holder) = (html.Parent!.IndexOf(html), html.Parent);
                holder.Insert(place, Piece($"<div class=\"{ChangedClass}\">"));
                holder.Insert(place + 2, Piece("</div>"));
            }
            else
            {
                block.GetAttributes().AddClass(ChangedClass);
            }

            marked++;
        }

        return marked;
    }

    /// <summary>The blocks that stand by themselves in the page: definitions of links are not seen, and footnotes stand where they are collected.</summary>
    private static IEnumerable<Block> Blocks(MarkdownDocument document) =>
        document.Where(b => b is not LinkReferenceDefinitionGroup).SelectMany(b => b is FootnoteGroup group ? group.OfType<Footnote>().SelectMany(n => n) : [b]).Where(b => b.Span.Length > 0);

    private static HashSet<string> Texts(string body, MarkdownPipeline pipeline) => Blocks(Markdown.Parse(body, pipeline)).Select(b => Text(body, b)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a piece of HTML is one element that ends where the piece does.</summary>
    private static bool IsWhole(string body, int start, int end) =>
        HtmlTag.At(body, start, end) is { IsOpening: true } tag && HtmlTag.ClosingOf(body, tag.Name, tag.End, end) is { } close && body.AsSpan(close, end - close).IsWhiteSpace();

    private static HtmlBlock Piece(string tag) => new(null) { Lines = new StringLineGroup(tag), Type = HtmlBlockType.NonInterruptingBlock };

    /// <summary>A block as it is written, and where its links go: a definition elsewhere may say that.</summary>
    private static string Text(string body, Block block) =>
        string.Join('\n', ((block as LeafBlock)?.Inline?.Descendants<LinkInline>() ?? block.Descendants<LinkInline>()).Select(l => l.GetDynamicUrl?.Invoke() ?? l.Url).Prepend(body.Substring(block.Span.Start, block.Span.Length).Trim()));

    [GeneratedRegex(@"[ \t]*\{:?[ \t]*[#.][A-Za-z][^{}\r\n]*\}(?=[ \t]*\r?$)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Attributes();
}
