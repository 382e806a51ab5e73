using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Directives of MyST: a name in braces behind a fence, as in <c>:::{note} title</c> and <c>```{note}</c>. What most of them hold is Markdown, whatever
/// signs the fence is of; of the others nothing is words. Options right below the first line are none either.
/// </summary>
internal sealed class Directives : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new BoxParser());
        pipeline.BlockParsers.Insert(0, new CodeParser());
        pipeline.BlockParsers.Insert(0, new PartParser());
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>A directive that holds Markdown.</summary>
    /// <param name="parser">What reads it.</param>
    /// <param name="directive">Its first lines.</param>
    public sealed class Box(BlockParser parser, Directive directive) : CustomContainer(parser)
    {
        /// <summary>Its first lines.</summary>
        public Directive Directive { get; } = directive;
    }

    private sealed class BoxParser : CustomContainerParser
    {
        public BoxParser() => OpeningCharacters = ['`', '~', ':'];

        /// <inheritdoc/>
        public override BlockState TryOpen(BlockProcessor processor) =>
            !processor.IsCodeIndent && Directive.At(processor.Line.Text, processor.Start) is { HoldsMarkdown: true } ? base.TryOpen(processor) : BlockState.None;

        /// <inheritdoc/>
        public override BlockState TryContinue(BlockProcessor processor, Markdig.Syntax.Block block)
        {
            if (processor.CurrentLineStartPosition >= ((Box)block).Directive.OptionsEnd)
                return base.TryContinue(processor, block);
            block.UpdateSpanEnd(processor.Line.End);
            return BlockState.ContinueDiscard;
        }

        /// <inheritdoc/>
        protected override CustomContainer CreateFencedBlock(BlockProcessor processor) => new Box(this, Directive.At(processor.Line.Text, processor.Start)!);
    }

    /// <summary>Between backticks and tildes Markdown has code anyway.</summary>
    private sealed class CodeParser : FencedCodeBlockParser
    {
        public CodeParser() => OpeningCharacters = [':'];

        /// <inheritdoc/>
        public override BlockState TryOpen(BlockProcessor processor) =>
            !processor.IsCodeIndent && Directive.At(processor.Line.Text, processor.Start) is { HoldsMarkdown: false } ? base.TryOpen(processor) : BlockState.None;
    }

    /// <summary>The line that ends a card's head, <c>^^^</c>, and that which begins its foot, <c>+++</c>.</summary>
    private sealed class PartParser : BlockParser
    {
        public PartParser() => OpeningCharacters = ['^', '+'];

        /// <inheritdoc/>
        public override BlockState TryOpen(BlockProcessor processor)
        {
            var line = processor.Line.AsSpan().TrimEnd();
            if (processor.IsCodeIndent || line.Length < 3 || line.ContainsAnyExcept(line[0]) || !IsInCard(processor.CurrentContainer))
                return BlockState.None;
            processor.NewBlocks.Push(new ThematicBreakBlock(this) { Column = processor.Column, Span = new SourceSpan(processor.Start, processor.Line.End) });
            return BlockState.BreakDiscard;
        }

        private static bool IsInCard(ContainerBlock? block)
        {
            for (; block is not null; block = block.Parent)
            {
                if (block is Box box)
                    return box.Directive.HasParts;
            }

            return false;
        }
    }
}
