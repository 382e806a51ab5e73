using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>The Markdown parser, as articles need it.</summary>
internal static class Pipelines
{
    private static readonly MarkdownPipeline Plain = Builder(isMdx: false).Build();

    private static readonly Lazy<MarkdownPipeline> Mdx = new(() => Builder(isMdx: true).Use<IndentedText>().Build());

    private static readonly Lazy<MarkdownPipeline> OfTitles = new(() => Builder(isMdx: false).Use<InlinesOnly>().Build());

    /// <summary>For the titles of boxes, which are one line and hold no blocks.</summary>
    public static MarkdownPipeline Titles => OfTitles.Value;

    /// <summary>For an article in a dialect.</summary>
    public static MarkdownPipeline Of(Dialect dialect) => dialect.IsMdx ? Mdx.Value : Plain;

    private static MarkdownPipelineBuilder Builder(bool isMdx) => isMdx ? Common(isMdx) : Common(isMdx).Use<Directives>();

    private static MarkdownPipelineBuilder Common(bool isMdx) => new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation().UseCjkFriendlyEmphasis().Use<TabbedHeadings>().Use<InlineLinks>().Use<Footnotes>()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Use<LoneTildes>().Use<TaskMarks>().UseCustomContainers().UseDefinitionLists().UseMathematics().Use<Formulas>().Use<GfmTables>().Use<IndentedBoxes>().Use(new ElementLines(isMdx));
}
