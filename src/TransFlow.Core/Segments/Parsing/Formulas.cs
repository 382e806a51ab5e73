using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>Formulas between dollar signs have no words of the newsroom's, and no code or link begins in one and ends behind it; where it would be so, money was meant, and what stands there may have markup.</summary>
internal sealed class Formulas : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.InlineParsers.Replace<MathInlineParser>(new Parser());
        pipeline.BlockParsers.Replace<MathBlockParser>(new Blocks());
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>Formulas that are blocks, each up to the line in which its closing signs stand.</summary>
    private sealed class Blocks : MathBlockParser
    {
        /// <inheritdoc/>
        public override BlockState TryOpen(BlockProcessor processor) =>
            DisplayFormula.BlockEnd(processor.Line.Text, processor.Line.Start) > 0 ? base.TryOpen(processor) : BlockState.None;

        /// <inheritdoc/>
        public override BlockState TryContinue(BlockProcessor processor, Markdig.Syntax.Block block)
        {
            var line = processor.Line;
            var state = base.TryContinue(processor, block);
            if (state is not BlockState.Continue || !line.AsSpan().Contains("$$", StringComparison.Ordinal))
                return state;
            block.UpdateSpanEnd(line.End);
            return BlockState.BreakDiscard;
        }
    }

    private sealed class Parser : MathInlineParser
    {
        /// <inheritdoc/>
        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var (start, before) = (slice, processor.Inline);
            if (!base.Match(processor, ref slice))
                return false;
            var formula = start.AsSpan()[..(slice.Start - start.Start)];
            if (!HasWords(formula) && !BeginsOther(formula, slice.AsSpan()))
                return true;
            (slice, processor.Inline) = (start, before);
            return false;
        }

        /// <summary>Whether code or a link would begin within and end behind: the sign of an amount is one's first, that of another the other's last.</summary>
        private static bool BeginsOther(ReadOnlySpan<char> formula, ReadOnlySpan<char> behind) =>
            (formula.Count('`') % 2 == 1 && behind.Contains('`')) || (formula.Contains('[') && behind is [']', '(' or '[', ..]);

        private static bool HasWords(ReadOnlySpan<char> formula)
        {
            foreach (var c in formula)
            {
                if (c > '\x7f' && !Shortcodes.Hides(c))
                    return true;
            }

            return false;
        }
    }
}
