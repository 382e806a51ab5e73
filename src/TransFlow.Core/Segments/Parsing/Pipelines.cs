using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>The Markdown parser, as articles need it.</summary>
internal static class Pipelines
{
    private static readonly Lazy<MarkdownPipeline>[] Plain = [.. Enum.GetValues<MarkdownInHtml>().Select(html => new Lazy<MarkdownPipeline>(() => Builder(new Dialect { InHtml = html }).Build()))];

    private static readonly Lazy<MarkdownPipeline> Mdx = new(() => Builder(new Dialect { IsMdx = true }).Use<IndentedText>().Build());

    private static readonly Lazy<MarkdownPipeline> OfSentences = new(() => Builder(default).Use<InlinesOnly>().Build());

    /// <summary>For what is one sentence, or a few, and holds no blocks: the titles of boxes, elements of HTML.</summary>
    public static MarkdownPipeline Sentences => OfSentences.Value;

    /// <summary>For an article in a dialect.</summary>
    public static MarkdownPipeline Of(Dialect dialect) => (dialect.IsMdx ? Mdx : Plain[(int)dialect.InHtml]).Value;

    private static MarkdownPipelineBuilder Builder(Dialect dialect) => dialect.IsMdx ? Common(dialect) : Common(dialect).Use<Directives>();

    private static MarkdownPipelineBuilder Common(Dialect dialect) => new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation().UseCjkFriendlyEmphasis().Use<TabbedHeadings>().Use<InlineLinks>().Use<Footnotes>()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Use<LoneTildes>().Use<TaskMarks>().UseCustomContainers().UseDefinitionLists().UseMathematics().Use<Formulas>().Use<GfmTables>().Use<IndentedBoxes>().Use(new ElementLines(dialect));
}
