namespace TransFlow.Core.Segments.Parsing;

/// <summary>In which elements of HTML kramdown reads Markdown (the content models of its 2.4), and which of them say so themselves, for Python-Markdown, too.</summary>
internal static class MarkdownElements
{
    /// <summary>Those whose content is a sentence with its markup, wherever they stand in one.</summary>
    private static readonly HashSet<string> InText = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "b", "bdo", "big", "button", "cite", "del", "dfn", "em", "i", "ins", "label", "q", "rb", "rbc", "rp", "rt", "rtc", "ruby", "select", "small", "span", "strong", "sub", "sup", "tt",
    };

    /// <summary>Those blocks whose content is a sentence with its markup.</summary>
    private static readonly HashSet<string> OfSentences = new(StringComparer.OrdinalIgnoreCase) { "caption", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "legend", "optgroup", "p", "th" };

    /// <summary>Those whose content is blocks.</summary>
    private static readonly HashSet<string> OfBlocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "applet", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "iframe", "li", "main", "map", "menu", "nav",
        "noscript", "object", "section", "summary", "td",
    };

    /// <summary>Whether an element's content is Markdown unless it stands in what is raw; that of every other one is raw.</summary>
    public static bool IsRead(string name) => InText.Contains(name) || IsReadBlock(name);

    /// <summary>Whether an element is a block whose content is Markdown where kramdown is told to read it.</summary>
    public static bool IsReadBlock(string name) => OfSentences.Contains(name) || OfBlocks.Contains(name);

    /// <summary>Whether a tag at the beginning of a line opens an element of running text around a sentence, or a part of one.</summary>
    public static bool BeginsSentence(in HtmlTag tag) =>
        tag.IsOpening && (InText.Contains(tag.Name) || HtmlWalk.IsInText(tag.Name)) && !HtmlTag.IsVoid(tag.Name) && !HtmlWalk.IsOpaque(tag.Name);

    /// <summary>Whether an element of that name that is a block holds a sentence with its markup.</summary>
    public static bool HoldsSentence(string name) => OfSentences.Contains(name);

    /// <summary>Whether a tag says that Markdown is in its element.</summary>
    public static bool Says(string text, int start, int end) => Said(text, start, end) is not '\0';

    /// <summary>Whether a tag says that sentences of Markdown are in its element.</summary>
    public static bool SaysSentences(string text, int start, in HtmlTag tag) => Said(text, start, tag.End) is not '\0' and var said && (said == 's' || HoldsSentence(tag.Name) || InText.Contains(tag.Name));

    /// <summary>Whether a tag says that blocks of Markdown are in its element.</summary>
    public static bool SaysBlocks(string text, int start, in HtmlTag tag) => Said(text, start, tag.End) is not ('\0' or 's') && !OfSentences.Contains(tag.Name) && !InText.Contains(tag.Name);

    /// <summary>The first sign of what a tag says of Markdown in its element; zero when it says nothing, or that there is none.</summary>
    private static char Said(string text, int start, int end)
    {
        var tag = text.AsSpan(start, end - start);
        for (var from = 0; tag[from..].IndexOf(" markdown", StringComparison.OrdinalIgnoreCase) is >= 0 and var next; from += next + 1)
        {
            var at = from + next;
            // Within the value of another attribute it is a word.
            if (HtmlTag.Attributes(text, start, end).Any(a => a.Open < start + at && start + at < a.Close))
                continue;
            var value = tag[(at + " markdown".Length)..];
            if (value is ['>' or ' ' or '/', ..])
                return '1';
            value = value[0] == '=' ? value[1..].TrimStart("\"'") : [];
            return value is ['1' or 'b' or 's', ..] ? value[0] : '\0';
        }

        return '\0';
    }
}
