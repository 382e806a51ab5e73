using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Footnotes as GitHub and most site generators read them: <c>[^label]</c> in a text, and <c>[^label]:</c> with its blocks, also inside
/// quotations, lists and boxes. Unlike Markdig's own they stay where they stand, and a mark is known by looking ahead: what is only needed for showing
/// them took a third of a parse.
/// </summary>
internal sealed class Footnotes : IMarkdownExtension
{
    private static readonly object Key = typeof(Footnotes);

    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new FootnoteParser());
        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new MarkParser());
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>The notes of a document by label; null while there are none.</summary>
    private static Dictionary<string, Footnote>? Of(MarkdownDocument document) => document.GetData(Key) as Dictionary<string, Footnote>;

    /// <summary>The notes that a text may name: its own document's, or those of the one from which it is taken.</summary>
    private static Dictionary<string, Footnote>? Of(InlineProcessor processor) =>
        Of(processor.Document) ?? (processor.Context is { } context && context.Properties.TryGetValue(Key, out var notes) ? (Dictionary<string, Footnote>)notes : null);

    /// <summary>Lets a text that is taken from a document, and read apart from it, name the document's notes; null when it has none.</summary>
    public static MarkdownParserContext? Within(MarkdownDocument document)
    {
        if (Of(document) is not { } notes)
            return null;
        var context = new MarkdownParserContext();
        context.Properties[Key] = notes;
        return context;
    }

    /// <summary>Marks as seen what only words within HTML name, where some sites show Markdown, or titles of boxes: all of them are looked through once.</summary>
    /// <param name="document">The document.</param>
    /// <param name="text">What it was read from.</param>
    public static void See(MarkdownDocument document, string text)
    {
        if (Of(document) is not { } notes || notes.Values.All(n => n.IsSeen))
            return;
        foreach (var block in document.Descendants())
        {
            var (start, end) = block switch
            {
                HtmlBlock { Type: HtmlBlockType.InterruptingBlock or HtmlBlockType.NonInterruptingBlock } html => (html.Span.Start, html.Span.End + 1),
                IndentedBoxes.Box box => (box.Title.Start, box.Title.End + 1),
                CustomContainer box => (box.Span.Start, text.IndexOf('\n', box.Span.Start) is >= 0 and var line ? line : text.Length),
                _ => (0, 0),
            };
            See(notes, new StringSlice(text, start, Math.Min(end, text.Length) - 1));
        }
    }

    /// <summary>The next mark of a note within words of HTML; null for none.</summary>
    /// <param name="document">The document.</param>
    /// <param name="text">What it was read from.</param>
    /// <param name="from">Where the words begin.</param>
    /// <param name="until">Where they end.</param>
    public static (int Start, int End)? Next(MarkdownDocument document, string text, int from, int until)
    {
        if (Of(document) is not { } notes)
            return null;
        for (var words = new StringSlice(text, from, until - 1); words.IndexOf("[^") is >= 0 and var mark; words.Start++)
        {
            words.Start = mark;
            var after = words;
            if (words.PeekCharExtra(-1) != '\\' && LinkHelper.TryParseLabel(ref after, false, out var label, out _) && notes.ContainsKey(label))
                return (mark, after.Start);
        }

        return null;
    }

    /// <summary>The notes of a document in its order, each with its label and where it stands, the label included.</summary>
    /// <param name="document">The document.</param>
    public static IEnumerable<(string Label, SourceSpan Span)> In(MarkdownDocument document) => (Of(document) ?? []).Select(n => (n.Key, n.Value.Span)).OrderBy(n => n.Span.Start);

    private static void See(Dictionary<string, Footnote> notes, StringSlice words)
    {
        while (words.IndexOf("[^") is >= 0 and var mark)
        {
            words.Start = mark;
            var after = words;
            if (words.PeekCharExtra(-1) != '\\' && LinkHelper.TryParseLabel(ref after, false, out var label, out _) && notes.TryGetValue(label, out var note))
                note.IsSeen = true;
            words.Start++;
        }
    }

    /// <summary>A footnote's text.</summary>
    /// <param name="parser">What reads it.</param>
    public sealed class Footnote(BlockParser parser) : ContainerBlock(parser)
    {
        /// <summary>Whether a mark refers to it. Readers see no other notes.</summary>
        public bool IsSeen { get; set; }

        /// <summary>Whether its last line was empty: only what is indented goes on with it then.</summary>
        public bool IsAfterEmpty { get; set; }
    }

    /// <summary>A footnote's mark.</summary>
    public sealed class Mark : LeafInline;

    private sealed class FootnoteParser : BlockParser
    {
        public FootnoteParser() => OpeningCharacters = ['['];

        /// <inheritdoc/>
        public override BlockState TryOpen(BlockProcessor processor)
        {
            var line = processor.Line;
            if (line.PeekChar(1) != '^' || processor.IsCodeIndent)
                return BlockState.None;
            var start = processor.Start;
            if (!LinkHelper.TryParseLabel(ref line, false, out var label, out _) || label.Length < 2 || line.CurrentChar != ':')
                return BlockState.None;
            if (Of(processor.Document) is not { } notes)
                processor.Document.SetData(Key, notes = new(StringComparer.OrdinalIgnoreCase));
            var note = new Footnote(this) { Column = processor.Column, Span = new SourceSpan(start, line.Start) };
            notes.TryAdd(label, note);
            processor.Column += line.Start + 1 - start;
            processor.Line.Start = line.Start + 1;
            processor.NewBlocks.Push(note);
            return BlockState.Continue;
        }

        /// <inheritdoc/>
        public override BlockState TryContinue(BlockProcessor processor, Markdig.Syntax.Block block)
        {
            var note = (Footnote)block;
            if (processor.CurrentBlock is null or { IsBreakable: true })
            {
                if (processor.IsBlankLine)
                {
                    note.IsAfterEmpty = true;
                    return BlockState.ContinueDiscard;
                }

                // A paragraph goes on without indentation, unless another note begins.
                if (processor.Column <= note.Column && (note.IsAfterEmpty || IsNext(processor.Line)))
                {
                    processor.Close(note);
                    return BlockState.None;
                }
            }

            note.IsAfterEmpty = false;
            if (processor.IsCodeIndent)
                processor.GoToCodeIndent();
            return BlockState.Continue;
        }

        private static bool IsNext(StringSlice line) =>
            line.CurrentChar == '[' && line.PeekChar(1) == '^' && LinkHelper.TryParseLabel(ref line, false, out var label, out _) && label.Length > 1 && line.CurrentChar == ':';
    }

    private sealed class MarkParser : InlineParser
    {
        public MarkParser() => OpeningCharacters = ['[', '!'];

        /// <inheritdoc/>
        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var at = slice;
            var calls = at.CurrentChar == '!';
            if (calls)
                at.SkipChar();
            if (at.CurrentChar != '[' || at.PeekChar(1) != '^' || Of(processor) is not { } notes
                || !LinkHelper.TryParseLabel(ref at, false, out var label, out _) || !notes.TryGetValue(label, out var note) || IsLink(processor, at))
                return false;
            // An exclamation before it is no picture's.
            var start = calls ? slice.Start + 1 : slice.Start;
            if (calls)
            {
                var from = processor.GetSourcePosition(slice.Start);
                processor.Inline = new LiteralInline(new StringSlice(slice.Text, slice.Start, slice.Start)) { Span = new SourceSpan(from, from) };
                slice.SkipChar();
                return true;
            }

            note.IsSeen = true;
            processor.Inline = new Mark { Span = new SourceSpan(processor.GetSourcePosition(start), processor.GetSourcePosition(at.Start - 1)) };
            slice.Start = at.Start;
            return true;
        }

        /// <summary>Whether what looks like a mark is the text of a link: an address follows, or the label of a definition.</summary>
        private static bool IsLink(InlineProcessor processor, StringSlice after) => after.CurrentChar switch
        {
            '(' => InlineLinks.MayFollow(after) && LinkHelper.TryParseInlineLink(ref after, out _, out _),
            '[' => LinkHelper.TryParseLabel(ref after, false, out var label, out _) && processor.Document.TryGetLinkReferenceDefinition(label, out _),
            _ => false,
        };
    }
}
