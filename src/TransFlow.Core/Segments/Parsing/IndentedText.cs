using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>MDX has no code by indentation: what is indented, mostly between tags, is read as it would be without.</summary>
internal sealed class IndentedText : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Replace<IndentedCodeBlockParser>(new IndentParser());

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>Blocks that are indented.</summary>
    /// <param name="parser">What reads them.</param>
    private sealed class Indented(BlockParser parser) : ContainerBlock(parser);

    private sealed class IndentParser : BlockParser
    {
        /// <inheritdoc/>
        public override bool CanInterrupt(BlockProcessor processor, Markdig.Syntax.Block block) => block is not ParagraphBlock;

        /// <inheritdoc/>
        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (!processor.IsCodeIndent || processor.IsBlankLine)
                return BlockState.None;
            processor.NewBlocks.Push(new Indented(this) { Column = processor.Column, Span = new SourceSpan(processor.Start, processor.Line.End) });
            // The processor takes a step of no characters for going round for ever: where it stands there already, it goes back by one column.
            processor.GoToCodeIndent(IsThere(processor) ? -1 : 0);
            return BlockState.Continue;
        }

        /// <summary>Whether the processor stands behind the indent before anything asks for it: where a quotation or a list's item does not go on.</summary>
        private static bool IsThere(BlockProcessor processor) => processor is { CurrentContainer.IsOpen: false, Indent: 4 };

        /// <inheritdoc/>
        public override BlockState TryContinue(BlockProcessor processor, Markdig.Syntax.Block block)
        {
            if (processor.IsBlankLine)
                return BlockState.Continue;
            if (!processor.IsCodeIndent)
                return BlockState.None;
            processor.GoToCodeIndent();
            block.UpdateSpanEnd(processor.Line.End);
            return BlockState.Continue;
        }
    }
}
