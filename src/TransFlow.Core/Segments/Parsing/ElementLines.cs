using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Lines of nothing but tags around Markdown: in MDX any of them, elsewhere those of an element that says so, as in
/// <c>&lt;div markdown="1"&gt;</c> (kramdown, Python-Markdown). Where CommonMark would read HTML until the next empty line, such a line is a block
/// of its own, and what comes after it is Markdown. So is one of whole elements right above marks of Markdown. A tag of a component may go over lines, whatever they begin with.
/// </summary>
/// <param name="dialect">How the site reads the articles.</param>
internal sealed partial class ElementLines(Dialect dialect) : IMarkdownExtension
{
    /// <summary>As far it is looked whether Markdown comes right below a line of HTML, or an element ends.</summary>
    private const int LongestLookahead = 2_000;

    /// <summary>As far a tag of MDX is looked through that begins a line; what it holds may be a drawing.</summary>
    private const int LongestOfMdx = 8_000;

    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Replace<HtmlBlockParser>(new Parser(dialect.IsMdx, dialect.InHtml));
        if (!dialect.IsMdx)
            pipeline.BlockParsers.Replace<IndentedCodeBlockParser>(new CodeParser());
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>Tags that stand alone.</summary>
    /// <param name="parser">What reads them.</param>
    public sealed class Tags(BlockParser parser) : HtmlBlock(parser)
    {
        /// <summary>The last character of the last tag.</summary>
        public int Last { get; init; }

        /// <summary>Whether they open an element whose content is a sentence, however far its lines are set in.</summary>
        public bool BeginSentence { get; init; }
    }

    /// <summary>Whether an element of MDX with whose tag a line begins holds words of a paragraph, as <c>&lt;p&gt;words&lt;/p&gt;</c> does on one line: Markdown all the same.</summary>
    /// <param name="text">The article.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="lineEnd">Where its line ends.</param>
    public static bool IsInSentence(string text, HtmlTag tag, int lineEnd)
    {
        if (!tag.IsOpening || HtmlTag.HidesWords(tag.Name))
            return false;
        return HtmlTag.ClosingOf(text, tag.Name, tag.End, lineEnd) is { } close
            ? !HtmlTag.HoldsNothing(text, tag.End, close) || !text.AsSpan(close, lineEnd - close).IsWhiteSpace()
            : !AreTags(text, tag.End, lineEnd) && EndsInSentence(text, tag, lineEnd);
    }

    /// <summary>Whether an element ends behind words on a further line of its paragraph.</summary>
    private static bool EndsInSentence(string text, HtmlTag tag, int lineEnd)
    {
        var limit = Math.Min(text.Length, lineEnd + LongestLookahead);
        for (var (at, next) = (lineEnd, 0); at < limit; at = next)
        {
            next = LineEnd(text, at + 1);
            if (text.AsSpan(at + 1, next - at - 1).IsWhiteSpace())
                limit = at;
        }

        return HtmlTag.ClosingOf(text, tag.Name, tag.End, limit) is { } close
            && !text.AsSpan(text.LastIndexOf('\n', close - 1) + 1).TrimStart(" \t").StartsWith("</");
    }

    /// <summary>Where a line of MDX ends that has nothing but tags, each of which may go over lines, from a tag on; 0 when there is anything else, or code is meant.</summary>
    /// <param name="text">The article.</param>
    /// <param name="start">Where the first tag begins.</param>
    public static int TagsEnd(string text, int start)
    {
        for (var at = start; ; at++)
        {
            if (at == text.Length || text[at] == '\n')
                return at;
            if (text[at] is ' ' or '\t' or '\r')
                continue;
            if (text[at] != '<' || HtmlTag.At(text, at, Math.Min(text.Length, at + LongestOfMdx)) is not { } tag || !(tag.Name.Length > 0 || (at > start && text[tag.End - 2] is '<' or '/')))
                return 0;
            if (at == start && ((HtmlTag.HidesWords(tag.Name) && tag.IsOpening) || HtmlTag.Hides(text, at, tag.End)))
                return 0;
            at = tag.End - 1;
        }
    }

    /// <summary>Whether there is nothing but tags between two places.</summary>
    private static bool AreTags(string text, int at, int end)
    {
        while (at < end && (char.IsWhiteSpace(text[at]) || text[at] == '<'))
            at = text[at] != '<' ? at + 1 : HtmlTag.At(text, at, end) is { } tag ? tag.End : end + 1;
        return at == end;
    }

    private static int LineEnd(string text, int at) => text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;

    /// <summary>Code that is set in, which what is right below the tag of a sentence's element is not, and below that of blocks in a list what is not set in from the tag.</summary>
    private sealed class CodeParser : IndentedCodeBlockParser
    {
        /// <summary>So far code is set in.</summary>
        private const int CodeIndent = 4;

        /// <inheritdoc/>
        public override BlockState TryOpen(BlockProcessor processor) =>
            processor is { IsCodeIndent: true, CurrentContainer.LastChild: Tags tags } && (tags.BeginSentence || processor.Column - tags.Column < CodeIndent) && processor.Line.Text.AsSpan(tags.Last + 1, processor.CurrentLineStartPosition - tags.Last - 1).Count('\n') == 1
                ? BlockState.None
                : base.TryOpen(processor);
    }

    private sealed partial class Parser(bool isMdx, MarkdownInHtml reading) : HtmlBlockParser
    {
        private static readonly object Ends = new();

        /// <summary>The tag that closes an element is looked for so far: thousands of elements that none closes cost no more than their length.</summary>
        private const int LongestElement = 20_000;

        /// <summary>What a line begins.</summary>
        private enum Begun
        {
            /// <summary>What CommonMark says.</summary>
            Other,

            /// <summary>Tags that stand alone, around Markdown.</summary>
            Tags,

            /// <summary>HTML until the next empty line.</summary>
            Html,

            /// <summary>A sentence in an element that ends on its line, or behind a comment.</summary>
            Sentence,

            /// <summary>What CommonMark says, and of HTML no more than the line, which is a whole element.</summary>
            Line,
        }

        /// <inheritdoc/>
        public override BlockState TryOpen(BlockProcessor processor)
        {
            var (begun, last) = processor.IsCodeIndent ? (Begun.Other, 0) : Find(processor);
            if (begun == Begun.Sentence)
                return BlockState.None;
            if (begun is Begun.Other or Begun.Line)
                return base.TryOpen(processor) is var state && state == BlockState.Continue && begun == Begun.Line ? BlockState.Break : state;
            var (column, span) = (processor.Column, new SourceSpan(processor.Start, processor.Line.End));
            processor.NewBlocks.Push(begun == Begun.Tags
                ? new Tags(this) { Column = column, Span = span, Last = last, BeginSentence = !isMdx && BeginsWithSentence(processor.Line.Text, last + 1) }
                : new HtmlBlock(this) { Column = column, Span = span, Type = HtmlBlockType.NonInterruptingBlock });
            return begun == Begun.Tags && last <= processor.Line.End ? BlockState.Break : BlockState.Continue;
        }

        /// <inheritdoc/>
        public override BlockState TryContinue(BlockProcessor processor, Markdig.Syntax.Block block)
        {
            if (block is HtmlBlock { Type: HtmlBlockType.InterruptingBlock or HtmlBlockType.NonInterruptingBlock } and not Tags && !isMdx && OpensBlocks(processor))
                return BlockState.None;
            if (block is not Tags tags)
                return base.TryContinue(processor, block) is var state && state == BlockState.Continue && !isMdx && EndsHere(processor, block) ? BlockState.Break : state;
            block.UpdateSpanEnd(processor.Line.End);
            return tags.Last <= processor.Line.End ? BlockState.Break : BlockState.Continue;
        }

        /// <summary>Whether the content of the element with whose tag a line ends is a sentence.</summary>
        private bool BeginsWithSentence(string text, int end) => text.LastIndexOf('<', end - 1) is var at && HtmlTag.At(text, at, end) is { IsOpening: true } tag
            && (MarkdownElements.SaysSentences(text, at, tag) || (reading == MarkdownInHtml.Everywhere && MarkdownElements.HoldsSentence(tag.Name)));

        /// <summary>Whether a line of a block of HTML opens an element that says that blocks of Markdown are in it.</summary>
        private static bool OpensBlocks(BlockProcessor processor)
        {
            var (text, at, end) = (processor.Line.Text, processor.Start, processor.Line.End + 1);
            while (at < end && text[at] is ' ' && at - processor.Start < 4)
                at++;
            return OfBlocks(text, at, end) is not null;
        }

        /// <summary>The first tag of an element that says that blocks of Markdown are in it, and that does not end on its line, with nothing but tags before it there.</summary>
        private static HtmlTag? OfBlocks(string text, int at, int end)
        {
            while (at < end && text[at] == '<' && HtmlTag.At(text, at, Math.Min(text.Length, at + SiteTag.LongestTag)) is { Name.Length: > 0 } tag && !HtmlWalk.IsOpaque(tag.Name) && !HtmlTag.Hides(text, at, tag.End))
            {
                if (tag.IsOpening && MarkdownElements.SaysBlocks(text, at, tag))
                    return tag.End >= end || HtmlTag.ClosingOf(text, tag.Name, tag.End, end) is null ? tag : null;
                at = tag.End;
                while (at < end && text[at] is ' ' or '\t')
                    at++;
            }

            return null;
        }

        /// <summary>What begins here, and where the last of its tags ends.</summary>
        private (Begun Begun, int Last) Find(BlockProcessor processor)
        {
            var text = processor.Line.Text;
            var start = processor.Start;
            if (!isMdx && IsComment(text, start) && IsSentenceBehindComment(text, start, processor.Line.End + 1, processor.CurrentBlock is ParagraphBlock))
                return (Begun.Sentence, 0);
            if (HtmlTag.At(text, start, Math.Min(text.Length, start + (isMdx ? LongestOfMdx : SiteTag.LongestTag))) is not { Name.Length: > 0 } tag || !IsWhole(processor, start, tag.End))
                return (Begun.Other, 0);
            var isLong = tag.End - 1 > processor.Line.End;
            if (!isMdx && isLong && HtmlTag.IsComponent(tag.Name) && processor.CurrentBlock is not ParagraphBlock && EndsLine(text, tag.End))
                return (Begun.Html, tag.End - 1);
            if (isMdx && tag.IsOpening && HtmlTag.HidesWords(tag.Name) && EndsLine(text, tag.End) && HtmlTag.ClosingOf(text, tag.Name, tag.End, Math.Min(text.Length, tag.End + LongestOfMdx)) is { } whole && EndsLine(text, whole))
                return (Begun.Tags, whole - 1);
            if (isMdx && TagsEnd(text, start) is > 0 and var tagsEnd)
                return (Begun.Tags, text.AsSpan(0, tagsEnd).TrimEnd().Length - 1);
            if (!isMdx && reading != MarkdownInHtml.WhereSaid && MarkdownElements.BeginsSentence(tag) && EndsLine(text, tag.End) && !HtmlTag.Hides(text, start, tag.End))
                return (Begun.Sentence, 0);
            var isByName = isMdx;
            var ofBlocks = isMdx ? null : OfBlocks(text, start, processor.Line.End + 1);
            var holdsMarkdown = isByName || ofBlocks is not null || (text[start + 1] == '/' ? IsEnd(processor, start) : (isMdx && isLong) || MarkdownElements.Says(text, start, tag.End) || (reading == MarkdownInHtml.Everywhere && MarkdownElements.IsReadBlock(tag.Name)));
            if (!isMdx && !isLong && !holdsMarkdown && IsClosed(text, start, processor.Line.End + 1) && MarkdownFollows(text, processor.Line.End + 1, IsInQuotation(processor) ? "> \t" : " \t"))
                return (Begun.Line, 0);
            var end = isLong ? LineEnd(text, tag.End) : processor.Line.End + 1;
            if (isMdx && !isLong && tag.IsOpening && HtmlTag.ClosingOf(text, tag.Name, tag.End, end) is { } close && text.AsSpan(close, end - close).IsWhiteSpace())
                return HtmlTag.HoldsNothing(text, tag.End, close) ? (Begun.Tags, close - 1) : HtmlTag.HidesWords(tag.Name) ? (Begun.Line, 0) : (Begun.Sentence, 0);
            if (!holdsMarkdown || (HtmlWalk.IsOpaque(tag.Name) && !(isMdx && char.IsAsciiLetterUpper(tag.Name[0]))) || HtmlTag.Hides(text, start, tag.End))
                return (Begun.Other, 0);
            if (ofBlocks is null && tag.IsOpening && HtmlTag.ClosingOf(text, tag.Name, tag.End, end) is not null)
                return (!isMdx && processor.CurrentBlock is ParagraphBlock && MarkdownElements.IsReadBlock(tag.Name) ? Begun.Other : Begun.Sentence, 0);
            var last = LastTag(text, tag.End, end);
            if (isMdx && IsInSentence(text, tag, end))
                return (Begun.Sentence, 0);
            if (last > 0 && isMdx && (!tag.IsOpening || !HtmlTag.IsBlockOfMdx(tag.Name)) && !AreTags(text, tag.End, last))
                return (tag.IsOpening ? Begun.Other : Begun.Sentence, 0);
            if (last == 0)
                return (isMdx && tag.IsOpening ? Begun.Other : Begun.Sentence, 0);
            if ((ofBlocks ?? tag) is { IsOpening: true } opening && !isByName)
                Expect(processor, text, opening);
            return (Begun.Tags, last - 1);
        }

        /// <summary>Whether a line closes the last element of a block of HTML, and Markdown follows.</summary>
        private bool EndsHere(BlockProcessor processor, Markdig.Syntax.Block block)
        {
            var (text, start, end) = (processor.Line.Text, block.Span.Start, processor.Line.End + 1);
            return end - start <= LongestElement && Line(processor) is ['<', .., '>']
                && MarkdownFollows(text, end, IsInQuotation(processor) ? "> \t" : " \t") && IsClosed(text, start, end);
        }

        /// <summary>A line without the blanks around it; those before it are left where all that is known of the site is that it goes by CommonMark.</summary>
        private ReadOnlySpan<char> Line(BlockProcessor processor)
        {
            var line = processor.Line.Text.AsSpan(processor.Start, processor.Line.End + 1 - processor.Start).TrimEnd();
            return reading == MarkdownInHtml.WhereSaid ? line : line.TrimStart();
        }

        /// <summary>Whether a line of HTML leaves no element open.</summary>
        private static bool IsClosed(string text, int at, int end)
        {
            var open = new Stack<string>();
            for (at = text.IndexOf('<', at, end - at); at >= 0; at = text.IndexOf('<', at, end - at))
            {
                if (HtmlTag.At(text, at, end) is not { } tag || (tag.Name.Length == 0 && tag.End == end && text[end - 1] != '>'))
                    return false;
                // What was opened before an empty line may be closed here.
                if (text[at + 1] == '/' && open.TryPop(out var last) && !last.Equals(tag.Name, StringComparison.OrdinalIgnoreCase))
                    return false;
                if (tag.IsOpening && !HtmlTag.IsVoid(tag.Name))
                    open.Push(tag.Name);
                at = tag.End;
            }

            return open.Count == 0;
        }

        /// <summary>
        /// Whether lines that come right below HTML, up to an empty one, have marks of Markdown. For CommonMark they are HTML, and readers see the marks: whoever
        /// wrote them has a site of kramdown's, for which they are Markdown where all elements are closed.
        /// </summary>
        /// <param name="text">The article.</param>
        /// <param name="at">Where the line of HTML ends.</param>
        /// <param name="outer">Signs that stand before the lines.</param>
        private bool MarkdownFollows(string text, int at, string outer)
        {
            var limit = Math.Min(text.Length, at + LongestLookahead);
            while (at < limit && text.IndexOf('\n', at, limit - at) is >= 0 and var before)
            {
                at = Math.Min(LineEnd(text, before + 1), limit);
                var line = text.AsSpan(before + 1, at - before - 1).TrimStart(outer).TrimEnd('\r');
                if (line.IsWhiteSpace())
                    return false;
                if ((line[0] != '<' || (reading != MarkdownInHtml.WhereSaid && BeginsSentence(text, text.IndexOf('<', before), at))) && Marks().IsMatch(line))
                    return true;
            }

            return false;
        }

        private static bool BeginsSentence(string text, int at, int end) => HtmlTag.At(text, at, end) is { } tag && MarkdownElements.BeginsSentence(tag) && !text.AsSpan(tag.End, end - tag.End).IsWhiteSpace();

        private static bool IsComment(string text, int at) => text.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal);

        /// <summary>
        /// Whether a sentence stands behind a comment on its line: it is one for kramdown and Python-Markdown. For CommonMark it is HTML, whose readers see marks
        /// of Markdown; where there are none, and no tags, it is the same for all as long as it ends with its line.
        /// </summary>
        private static bool IsSentenceBehindComment(string text, int at, int end, bool isInParagraph)
        {
            while (at < end && IsComment(text, at) && HtmlTag.At(text, at, end) is { } comment)
            {
                at = comment.End;
                while (at < end && text[at] is ' ' or '\t')
                    at++;
            }

            var words = text.AsSpan(at, end - at).TrimEnd();
            if (words.IsEmpty || words.StartsWith("<!--") || (words[0] == '<' && HtmlTag.At(text, at, end) is { } tag && !HtmlWalk.IsInText(tag.Name)))
                return false;
            if (MarksInSentence().IsMatch(words[..Math.Min(words.Length, LongestLookahead)]))
                return true;
            var next = Math.Min(end + 1, text.Length);
            return !isInParagraph && !HtmlTag.Between(text, at, end).Any() && EndOfParagraph().IsMatch(text.AsSpan(next, LineEnd(text, next) - next));
        }

        /// <summary>A line with which a paragraph is over: an empty one, an item, a heading.</summary>
        [GeneratedRegex(@"^[ \t>]*(?:\r?$|[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s)", RegexOptions.CultureInvariant)]
        private static partial Regex EndOfParagraph();

        /// <summary>Marks of Markdown in a sentence: of a link, a note, code, emphasis.</summary>
        [GeneratedRegex(@"\]\(|\]\[|\[\^[^\]]+\]|`[^`]+`|\*\*\S|__\S|~~\S|(?:^|[\s\p{P}])(?:\*[^\s*][^*]*\*|_[^\s_][^_]*_)", RegexOptions.CultureInvariant)]
        private static partial Regex MarksInSentence();

        /// <summary>Marks of Markdown: of a heading, a quotation, an item, a definition, a cell, code, a link, a note, emphasis, a line break.</summary>
        [GeneratedRegex(@"^(?:#{1,6}\s|>|[-*+]\s|:\s|\d{1,9}[.)]\s|```|~~~|(?:-+|=+|\*{3,}|_{3,})$|\[[^\]]+\]:)|\||\]\(|\]\[|\[\^[^\]]+\]|`[^`]+`|\*\*\S|__\S|~~\S|(?:^|[\s\p{P}])(?:\*[^\s*][^*]*\*|_[^\s_][^_]*_)|\\[!-/:-@\[-`{-~]|(?:  |\\)$", RegexOptions.CultureInvariant)]
        private static partial Regex Marks();

        /// <summary>Where the line ends whose last piece is a tag; 0 when words are the last, as they are of a sentence that a tag begins.</summary>
        private static int LastTag(string text, int at, int end)
        {
            var line = text.AsSpan(at, end - at).TrimEnd();
            return line.IsEmpty || line[^1] == '>' ? at + line.Length : 0;
        }

        /// <summary>Whether a tag of several lines is one: but for MDX, where the sign begins nothing else, no empty line is in it, and it stands in nothing whose marks its lines would begin with.</summary>
        private bool IsWhole(BlockProcessor processor, int start, int end)
        {
            if (isMdx || end - 1 <= processor.Line.End)
                return true;
            if (IsInQuotation(processor))
                return false;
            var tag = processor.Line.Text.AsSpan(start, end - start);
            return !tag.Contains("\n\n", StringComparison.Ordinal) && !tag.Contains("\n\r\n", StringComparison.Ordinal);
        }

        private static bool IsInQuotation(BlockProcessor processor)
        {
            for (var container = processor.CurrentContainer; container is not null; container = container.Parent)
            {
                if (container is QuoteBlock)
                    return true;
            }

            return false;
        }

        private static void Expect(BlockProcessor processor, string text, HtmlTag tag)
        {
            if (HtmlTag.ClosingOf(text, tag.Name, tag.End, Math.Min(text.Length, tag.End + LongestElement)) is not { } end)
                return;
            if (processor.Document.GetData(Ends) is not HashSet<int> ends)
                processor.Document.SetData(Ends, ends = []);
            ends.Add(text.LastIndexOf("</", end - 1, StringComparison.Ordinal));
        }

        private static bool IsEnd(BlockProcessor processor, int start) => processor.Document.GetData(Ends) is HashSet<int> ends && ends.Contains(start);

        private static bool EndsLine(string text, int at) => text.AsSpan(at, LineEnd(text, at) - at).IsWhiteSpace();
    }
}
