using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TransFlow.Core.Segments.Sentences;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Text struck out between two lone tildes, as in <c>~5,000원~</c> (GFM 0.29, 6.5, as GitHub reads it). Tildes within words are those of ranges
/// (<c>3~4명, 10~20%</c>), and stay text, though GitHub takes two of them for marks, too; only a particle may stand behind what is struck out.
/// </summary>
internal sealed class LoneTildes : IMarkdownExtension
{
    /// <summary>Stands for a lone tilde among the marks of emphasis, so that none is paired with two. No article has it.</summary>
    private const char Sign = '\u0003';

    private static readonly EmphasisDescriptor Descriptor = new(Sign, 1, 1, true);

    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        var emphasis = pipeline.InlineParsers.FindExact<EmphasisInlineParser>()!;
        emphasis.EmphasisDescriptors.Add(Descriptor);
        emphasis.TryCreateEmphasisInlineList.Add((sign, _) => sign == Sign ? new EmphasisInline { DelimiterChar = '~', DelimiterCount = 2 } : null);
        pipeline.InlineParsers.InsertBefore<EmphasisInlineParser>(new Parser());
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>Whether a tilde stands alone.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The tilde's place.</param>
    public static bool IsAlone(ReadOnlySpan<char> text, int at) => At(text, at - 1) != '~' && At(text, at + 1) != '~';

    /// <summary>The character at a place; white space beyond the text.</summary>
    private static char At(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length ? text[at] : ' ';

    private static bool Opens(ReadOnlySpan<char> text, int at) =>
        IsAlone(text, at) && At(text, at - 1) is var before && !char.IsLetterOrDigit(before) && Flanks(At(text, at + 1), before);

    private static bool Closes(ReadOnlySpan<char> text, int at) =>
        IsAlone(text, at) && At(text, at + 1) is var after && Flanks(At(text, at - 1), after) && (!char.IsLetterOrDigit(after) || IsParticle(text[(at + 1)..]));

    /// <summary>Whether a mark stands at the edge of words (CommonMark 0.31.2, 6.2).</summary>
    private static bool Flanks(char inside, char outside) =>
        !char.IsWhiteSpace(inside) && (!IsPunctuation(inside) || char.IsWhiteSpace(outside) || IsPunctuation(outside));

    private static bool IsPunctuation(char c) => char.IsPunctuation(c) || char.IsSymbol(c);

    private static bool IsParticle(ReadOnlySpan<char> after) =>
        KoreanWords.WordAtStart(after) is { IsEmpty: false } word && KoreanWords.IsGlued(word) && !char.IsLetterOrDigit(At(after, word.Length));

    private sealed class Parser : InlineParser
    {
        public Parser() => OpeningCharacters = ['~'];

        /// <inheritdoc/>
        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var text = slice.Text.AsSpan(0, slice.End + 1);
            var at = slice.Start;
            if (!IsAlone(text, at))
                return false;
            var marks = processor.ParserStates[Index] as Marks;
            if (marks is null || marks.Block != processor.Block)
                processor.ParserStates[Index] = marks = new Marks(processor.Block, LastClosing(text, at));
            // What finds no partner is text, and nobody has to look for one.
            var (opens, closes) = (at < marks.Last && Opens(text, at), marks.HasOpen() && Closes(text, at));
            if (!opens && !closes)
                return false;
            var place = processor.GetSourcePosition(at, out var line, out var column);
            var mark = new EmphasisDelimiterInline(this, Descriptor)
            {
                Content = new StringSlice(slice.Text, at, at),
                DelimiterCount = 1,
                Type = (opens ? DelimiterType.Open : 0) | (closes ? DelimiterType.Close : 0),
                Span = new SourceSpan(place, place),
                Line = line,
                Column = column,
            };
            if (opens)
                marks.Open.Push(mark);
            else
                marks.Open.Pop();
            processor.Inline = mark;
            slice.SkipChar();
            return true;
        }

        private static int LastClosing(ReadOnlySpan<char> text, int from)
        {
            var last = text.LastIndexOf('~');
            while (last > from && !Closes(text, last))
                last = text[..last].LastIndexOf('~');
            return last;
        }
    }

    /// <summary>What is known of a block's tildes.</summary>
    /// <param name="block">The block.</param>
    /// <param name="last">The place of the last that may close.</param>
    private sealed class Marks(LeafBlock? block, int last)
    {
        public LeafBlock? Block { get; } = block;

        public int Last { get; } = last;

        /// <summary>Those that have opened and not closed.</summary>
        public Stack<EmphasisDelimiterInline> Open { get; } = new();

        /// <summary>Whether one is open still: the end of a link makes text of those in it.</summary>
        public bool HasOpen()
        {
            while (Open.TryPeek(out var last) && last.Parent is null)
                Open.Pop();
            return Open.Count > 0;
        }
    }
}
