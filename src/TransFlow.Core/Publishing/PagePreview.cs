using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using TransFlow.Core.Segments;

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

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseCjkFriendlyEmphasis().UsePipeTables().UseFootnotes().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseTaskLists()
        .UseCustomContainers().UseDefinitionLists().UseAlertBlocks().UsePreciseSourceLocation().Build();

    /// <summary>Makes the preview of a page.</summary>
    /// <param name="markdown">The page.</param>
    /// <param name="path">Its path, whose ending says what it is.</param>
    /// <param name="language">Its language.</param>
    /// <param name="site">The site's address, before addresses that begin with <c>/</c>; empty for none.</param>
    /// <param name="older">The page that it replaces; null for none.</param>
    /// <returns>The preview; refused when the page cannot be read.</returns>
    public static Outcome<PagePreview> Of(string markdown, string path, string language, string site, string? older)
    {
        if (!Taken(markdown, path, language).Try(out var page, out var refusal))
            return refusal;
        var before = older is null ? null : Taken(older, path, language).Value;
        var known = before is null ? null : Blocks(before).ToHashSet(StringComparer.Ordinal);
        var document = Markdown.Parse(Body(page), Pipeline);
        var changed = 0;
        foreach (var block in document.Where(b => known is not null && !known.Contains(Text(Body(page), b))))
        {
            block.GetAttributes().AddClass(ChangedClass);
            changed++;
        }

        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html) { LinkRewriter = address => site.Length > 0 && address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) ? site + address : address };
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return new PagePreview(page.FrontMatter, html.ToString(), changed) { ChangedKeys = before is null ? [] : [.. page.FrontMatter.Except(before.FrontMatter).Select(v => v.Key).Distinct(StringComparer.Ordinal)] };
    }

    private static Outcome<Extraction> Taken(string markdown, string path, string language) =>
        MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(markdown), path, new ExtractionOptions(language));

    /// <summary>The body without the lists of attributes that site generators take from the ends of lines, as in <c>{#id}</c> and <c>{: .lead}</c>.</summary>
    private static string Body(Extraction page) => Attributes().Replace(page.Text[page.Head.BodyStart..], "");

    private static IEnumerable<string> Blocks(Extraction page) => Markdown.Parse(Body(page), Pipeline).Select(b => Text(Body(page), b));

    private static string Text(string body, Markdig.Syntax.Block block) => block.Span.Length <= 0 ? "" : body.Substring(block.Span.Start, block.Span.Length).Trim();

    [GeneratedRegex(@"[ \t]*\{:?[ \t]*[#.][A-Za-z][^{}\r\n]*\}(?=[ \t]*\r?$)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Attributes();
}
