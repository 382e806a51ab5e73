using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>Takes all blocks but paragraphs out of a pipeline whose other extensions are there already: for titles, which have inline markup and nothing else.</summary>
internal sealed class InlinesOnly : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Clear();
        pipeline.BlockParsers.Add(new ParagraphBlockParser());
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
