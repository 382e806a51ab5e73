using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Headings with a tab behind their signs. The parser takes one column of the tab for the heading and writes the rest anew as spaces, into
/// a text in which no place is the article's any more; so the white space is passed over whole.
/// </summary>
internal sealed class TabbedHeadings : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Replace<HeadingBlockParser>(new Parser());

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private sealed class Parser : HeadingBlockParser
    {
        /// <inheritdoc/>
        public override BlockState TryOpen(BlockProcessor processor)
        {
            var state = base.TryOpen(processor);
            while (state != BlockState.None && processor.CurrentChar is ' ' or '\t')
                processor.NextColumn();
            return state;
        }
    }
}
