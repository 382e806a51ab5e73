using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Links whose address follows in parentheses. The parser reads on for the end of an address or title that has none, from each bracket to the end of the
/// block: <c>[a](b[a](b</c> takes the square of its length. So it is asked only where a look ahead finds that there may be one.
/// </summary>
internal sealed class InlineLinks : IMarkdownExtension
{
    /// <summary>The most parentheses in one another in an address, as in the reference implementation of CommonMark.</summary>
    private const int MostNested = 32;

    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Replace<LinkInlineParser>(new Parser());

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>Whether an address, with or without a title, may stand between the parentheses at the beginning of a text; false where none can.</summary>
    public static bool MayFollow(StringSlice text)
    {
        text.SkipChar();
        text.TrimStart();
        if (text.CurrentChar == '<')
            return true;
        for (var depth = 0; !text.IsEmpty && !text.CurrentChar.IsWhitespace(); text.SkipChar())
        {
            if (text.CurrentChar == '\\')
                text.SkipChar();
            else if (text.CurrentChar == '(' && ++depth > MostNested)
                return false;
            else if (text.CurrentChar == ')' && --depth < 0)
                return true;
        }

        text.TrimStart();
        if (text.CurrentChar != '(')
            return !text.IsEmpty;
        // A title between parentheses has none inside.
        while (text.NextChar() is not ('\0' or '(' or ')'))
        {
            if (text.CurrentChar == '\\')
                text.SkipChar();
        }

        return text.CurrentChar == ')';
    }

    private sealed class Parser : LinkInlineParser
    {
        /// <inheritdoc/>
        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (slice.CurrentChar != ']' || slice.PeekChar() != '(' || MayFollow(new StringSlice(slice.Text, slice.Start + 1, slice.End)))
                return base.Match(processor, ref slice);
            // What is left is a reference, which asks only for the bracket.
            var end = slice.End;
            slice.End = slice.Start;
            var isLink = base.Match(processor, ref slice);
            slice.End = end;
            return isLink;
        }
    }
}
