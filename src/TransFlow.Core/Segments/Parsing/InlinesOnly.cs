using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>Takes all blocks but paragraphs out of a pipeline whose other extensions are there already: for titles, which have inline markup and nothing else.</summary>
internal sealed class InlinesOnly : IMarkdownExtension
{
    /// <summary>Under which the parser keeps the definitions of a document.</summary>
    private static readonly object Definitions = typeof(LinkReferenceDefinitionGroup);

    /// <summary>Lets a title that is taken from a document, and read apart from it, name the document's notes and the addresses that it defines.</summary>
    public static MarkdownParserContext Within(MarkdownDocument document)
    {
        var context = Footnotes.Within(document) ?? new MarkdownParserContext();
        if (document.GetData(Definitions) is { } definitions)
            context.Properties[Definitions] = definitions;
        return context;
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Clear();
        pipeline.BlockParsers.Add(new DefinitionsAround());
        pipeline.BlockParsers.Add(new ParagraphBlockParser());
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>Opens no block: hands the definitions around a title to it, before its inlines are read.</summary>
    private sealed class DefinitionsAround : BlockParser
    {
        /// <inheritdoc/>
        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.Context is { } context && context.Properties.TryGetValue(Definitions, out var definitions))
                processor.Document.SetData(Definitions, definitions);
            return BlockState.None;
        }
    }
}
