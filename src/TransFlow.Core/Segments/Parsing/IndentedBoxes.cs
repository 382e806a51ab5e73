using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Boxes and tabs of MkDocs: a line with a sign, a kind and perhaps a title, and blocks that are indented by four under it, with or without
/// an empty line between; and blocks between a line such as <c>/// caption</c> and <c>///</c>. Tables that are drawn with <c>+---+</c> are kept line by line; with other words their lines would not meet.
/// </summary>
internal sealed partial class IndentedBoxes : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new BoxParser());
        pipeline.BlockParsers.Insert(0, new DrawingParser());
        pipeline.BlockParsers.Insert(0, new SlashParser());
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    [GeneratedRegex("""^(?:(?:!!!|\?\?\?)\+?(?=[ \t]*["\w-])(?:[ \t]*(?<kind>[\w-]+)(?:[ \t]+[\w-]+)*)?(?:[ \t]+"(.*)")?|===[!+]?[ \t]+"(.*)")[ \t]*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();

    /// <summary>A box or a tab.</summary>
    /// <param name="parser">What reads it.</param>
    public sealed class Box(BlockParser parser) : ContainerBlock(parser)
    {
        /// <summary>Where its title stands, without its quotation marks; empty for none.</summary>
        public SourceSpan Title { get; init; } = SourceSpan.Empty;

        /// <summary>Its kind, where that is a word which readers see for want of a title; null for another.</summary>
        public string? SeenKind { get; init; }
    }

    /// <summary>A table that is drawn.</summary>
    /// <param name="parser">What reads it.</param>
    public sealed class Drawing(BlockParser parser) : LeafBlock(parser);

    private sealed class BoxParser : BlockParser
    {
        public BoxParser() => OpeningCharacters = ['!', '?', '='];

        /// <inheritdoc/>
        public override BlockState TryOpen(BlockProcessor processor)
        {
            var line = processor.Line;
            if (processor.IsCodeIndent || line.PeekChar(1) != line.CurrentChar || line.PeekChar(2) != line.CurrentChar || !HasContent(line.Text, processor.CurrentLineStartPosition, line.Start, line.End + 1)
                || Marker().Match(line.ToString()) is not { Success: true } marker)
                return BlockState.None;
            var title = marker.Groups[1].Success ? marker.Groups[1] : marker.Groups[2];
            var kind = marker.Groups["kind"].ValueSpan;
            processor.NewBlocks.Push(new Box(this)
            {
                Column = processor.Column,
                Span = new SourceSpan(line.Start, line.End),
                Title = title.Length > 0 ? new SourceSpan(line.Start + title.Index, line.Start + title.Index + title.Length - 1) : SourceSpan.Empty,
                SeenKind = title.Success || Ascii.IsValid(kind) ? null : kind.ToString(),
            });
            return BlockState.ContinueDiscard;
        }

        /// <inheritdoc/>
        public override BlockState TryContinue(BlockProcessor processor, Markdig.Syntax.Block block)
        {
            if (processor.IsBlankLine)
                return BlockState.Continue;
            if (processor.IsCodeIndent)
            {
                processor.GoToCodeIndent();
                block.UpdateSpanEnd(processor.Line.End);
                return BlockState.Continue;
            }

            // A line that is not indented goes on with no paragraph in the box.
            processor.Close(block);
            return BlockState.None;
        }

        /// <summary>Whether the next line with anything on it is indented under this one.</summary>
        private static bool HasContent(string text, int lineStart, int start, int end)
        {
            var own = Column(text, lineStart, start);
            for (var at = end; at < text.Length;)
            {
                at = text.IndexOf('\n', at) + 1;
                if (at == 0)
                    return false;
                var words = at + text.AsSpan(at).IndexOfAnyExcept("> \t\r");
                if (words >= at && text[words] != '\n')
                    return Column(text, at, words) >= own + 4;
            }

            return false;
        }

        private static int Column(string text, int from, int to)
        {
            var column = 0;
            for (var at = from; at < to; at++)
                column += text[at] == '\t' ? 4 - (column % 4) : 1;
            return column;
        }
    }

    private sealed class SlashParser : CustomContainerParser
    {
        public SlashParser() => OpeningCharacters = ['/'];

        /// <inheritdoc/>
        public override BlockState TryOpen(BlockProcessor processor)
        {
            var name = processor.Line.AsSpan().TrimStart('/');
            return name is [' ', var letter, ..] && char.IsAsciiLetter(letter) ? base.TryOpen(processor) : BlockState.None;
        }
    }

    private sealed class DrawingParser : BlockParser
    {
        public DrawingParser() => OpeningCharacters = ['+'];

        /// <inheritdoc/>
        public override BlockState TryOpen(BlockProcessor processor)
        {
            var line = processor.Line.AsSpan().TrimEnd();
            if (processor.IsCodeIndent || line.Length < 3 || line[1] is not ('-' or '=' or ':') || line[^1] != '+' || line.ContainsAnyExcept("+-=:"))
                return BlockState.None;
            processor.NewBlocks.Push(new Drawing(this) { Column = processor.Column, Span = new SourceSpan(processor.Start, processor.Line.End) });
            return BlockState.Continue;
        }

        /// <inheritdoc/>
        public override BlockState TryContinue(BlockProcessor processor, Markdig.Syntax.Block block)
        {
            if (processor.IsCodeIndent || processor.CurrentChar is not ('+' or '|'))
                return BlockState.None;
            block.UpdateSpanEnd(processor.Line.End);
            return BlockState.Continue;
        }
    }
}
