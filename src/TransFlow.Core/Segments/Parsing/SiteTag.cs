using System.Buffers;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>Where what only a site generator understands begins and ends.</summary>
internal static class SiteTag
{
    /// <summary>A longer formula on a line is none.</summary>
    public const int LongestFormula = 4_000;

    public const int LongestTag = 2000;

    private static readonly SearchValues<char> NameSigns = SearchValues.Create("/-_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>What the name of something called has: that of a module may stand before it.</summary>
    private static readonly SearchValues<char> CallSigns = SearchValues.Create(":._abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>Elements of HTML that begin a block whatever stands in their tags (CommonMark 0.31.2, 4.6).</summary>
    private static readonly HashSet<string> BlockElements = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p",
        "param", "pre", "script", "search", "section", "style", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "title", "tr", "track", "ul",
    };

    private static readonly SearchValues<char> OfScheme = SearchValues.Create("+-.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    private static readonly SearchValues<char> AfterName = SearchValues.Create("{} \t\r\n");
    private static readonly SearchValues<char> Formulaic = SearchValues.Create("\\^_{");
    private static readonly SearchValues<char> Operators = SearchValues.Create("()[]<>+-*/,|!':");

    /// <summary>The longest name of a function that is written as plain letters, such as <c>sgn</c>.</summary>
    public const int LongestName = 3;

    /// <summary>Whether a site generator's tag ends right before a place.</summary>
    public static bool StandsBefore(string text, int place) => text.AsSpan(0, place) is [.., '}' or '%', '}'];

    /// <summary>Whether a site generator's tag begins right behind a place that closes no other: what it puts out stands there when Markdown is read.</summary>
    public static bool StandsBehind(string text, int place) => text.AsSpan(place) is ['{', '{' or '%', ..] tag && !Closes(tag);

    /// <summary>Whether a tag closes another one.</summary>
    private static bool Closes(ReadOnlySpan<char> tag) => tag[2..].TrimStart("<%- ") is ['/', ..] || (tag[1] == '%' && tag[2..].TrimStart("- ") is ['e', 'n', 'd', ..]);

    /// <summary>What a tag in braces does: <c>note</c>, <c>/note</c>, <c>endraw</c>; nothing for a list of attributes.</summary>
    public static ReadOnlySpan<char> Name(string text, int start, int end)
    {
        var name = OfName(text.AsSpan(start, end - start).TrimStart("[{%<- \t"), out var rest);
        // Hugo lets blanks stand behind the stroke.
        return name is "/" && text[start] == '{' && OfName(rest.TrimStart(" \t"), out _) is { IsEmpty: false } closed ? string.Concat(name, closed) : name;
    }

    private static ReadOnlySpan<char> OfName(ReadOnlySpan<char> tag, out ReadOnlySpan<char> rest)
    {
        var length = Math.Max(0, tag.IndexOfAnyExcept(NameSigns));
        rest = tag[length..];
        return tag[..length];
    }

    /// <summary>Whether a tag calls what it names, as Zola's do: <c>{{ figure(src="a") }}</c>.</summary>
    public static bool IsCall(ReadOnlySpan<char> tag) => tag is ['{', '{' or '%', .. var inside] && inside.TrimStart("- \t\r\n") is var called && called.IndexOfAnyExcept(CallSigns) is > 0 and var length && called[length] == '(';

    /// <summary>Whether a tag between two pairs of braces is the one that closes it, too, as in <c>{{&lt; note /&gt;}}</c>.</summary>
    public static bool ClosesItself(ReadOnlySpan<char> tag) => tag is [.. var inside, _, '}', '}'] && inside.TrimEnd(" \t") is [.., var before, '/'] && (inside[^1] == '/' || before is ' ' or '\t');

    /// <summary>Whether a character may stand in the name of a tag.</summary>
    public static bool IsOfName(char sign) => NameSigns.Contains(sign);

    /// <summary>Whether a brace begins a tag, or a list of attributes for what may stand before it.</summary>
    public static bool MayBegin(string text, int at) => End(text, at) > 0 || ListEnd(text, at) > 0;

    /// <summary>The first tag between two places that begins with two braces, or a brace and a percent sign; null for none.</summary>
    public static (int Start, int End)? Next(string text, int from, int until)
    {
        var hasTags = true;
        return Next(text, from, until, until, ref hasTags);
    }

    /// <summary>The first tag that begins between two places and ends before a third; null for none. Where one does not end, there is no use in looking for others.</summary>
    public static (int Start, int End)? Next(string text, int from, int until, int limit, ref bool hasTags)
    {
        while (hasTags && from < until && text.IndexOf('{', from, until - from) is >= 0 and var at && at + 1 < limit)
        {
            if (text[at + 1] is '{' or '%' && End(text, at, Math.Min(limit, at + LongestTag)) is var end)
            {
                hasTags = end > 0;
                return hasTags ? (at, end) : null;
            }

            from = at + 1;
        }

        return null;
    }

    /// <summary>The end of the tag that begins at a brace; 0 when none does.</summary>
    public static int End(string text, int start) => End(text, start, text.Length);

    private static int End(string text, int start, int limit) => start + 1 >= limit ? 0 : text[start + 1] switch
    {
        '{' when text.AsSpan(start + 2).StartsWith("/*") => After(text, "*/}}", start + 4, limit),
        '{' => Closing(text, start, limit) is > 0 and var end ? Whole(text, start, end) : Whole(text, start, After(text, "}}", start + 2, limit)),
        '%' => After(text, "%}", start + 2, limit),
        '#' or '.' or ':' => text.AsSpan(start + 2).IndexOfAny("{}\r\n") is >= 0 and var length && text[start + 2 + length] == '}' ? start + 3 + length : 0,
        // A note of CriticMarkup.
        '>' => start + 2 < limit && text[start + 2] == '>' ? After(text, "<<}", start + 3, Math.Min(limit, start + LongestTag)) : 0,
        _ when ExpressionEnd(text, start) is > 0 and var end => end,
        _ => ListEnd(text, start) is > 0 and var end && (HasMark(text, start) || FollowsMarkup(text, start) || EndsLine(text, end)) ? end : 0,
    };

    /// <summary>The end of a tag between two braces; 0 when it only computes and yet reaches over an empty line: what computes is of a sentence, and so of a block.</summary>
    private static int Whole(string text, int start, int end) =>
        end > 0 && text[start + 2] is not ('<' or '%') && HasEmptyLine(text.AsSpan(start, end - start)) ? 0 : end;

    /// <summary>Whether there is nothing on one of the lines between the first and the last but what a quotation has before its words.</summary>
    private static bool HasEmptyLine(ReadOnlySpan<char> written)
    {
        for (var at = written.IndexOf('\n'); at >= 0;)
        {
            written = written[(at + 1)..];
            at = written.IndexOf('\n');
            if (at >= 0 && !written[..at].ContainsAnyExcept(" \t\r>"))
                return true;
        }

        return false;
    }

    /// <summary>The end of a list of attributes, as in <c>{ #id .class width=300 title="words" }</c>, or of a format, as in <c>{=html}</c>; 0 when there is none.</summary>
    private static int ListEnd(string text, int start)
    {
        var at = start + 1;
        for (var items = 0; ; items++)
        {
            while (at < text.Length && text[at] is ' ' or '\t')
                at++;
            if (at < text.Length && text[at] == '}')
                return items > 0 ? at + 1 : 0;
            if (ItemEnd(text, at) is not (> 0 and var end) || end - start > LongestTag)
                return 0;
            at = end;
        }
    }

    /// <summary>The end of one item of a list of attributes: an id, a class, or a name and its value; 0 when there is none.</summary>
    private static int ItemEnd(string text, int start)
    {
        var at = start;
        if (at < text.Length && text[at] is '#' or '.' or '=')
            return at + 1 < text.Length && char.IsLetter(text[at + 1]) && Word(text, at + 1) is var word && EndsItem(text, word) ? word : 0;
        at = Word(text, at);
        if (at == start || at >= text.Length || text[at] != '=' || at + 1 >= text.Length)
            return 0;
        var value = at + 1;
        var end = text[value] is not ('"' or '\'') ? Word(text, value)
            : text.AsSpan(value + 1).IndexOfAny(text[value], '\r', '\n') is >= 0 and var length && text[value + 1 + length] == text[value] ? value + 2 + length
            : value;
        return end > value && EndsItem(text, end) ? end : 0;
    }

    /// <summary>Whether a tag is a list of attributes of what stands before it. A name at the end of a line may be its block's.</summary>
    public static bool IsList(string text, int start, int end) => text[start] == '{' && text[start + 1] switch
    {
        ':' => text[start + 2] is not (':' or '/'),
        '.' => true,
        _ => ListEnd(text, start) == end && !(HasMark(text, start) && text.AsSpan(start + 1).TrimStart(" \t")[0] == '#' && EndsLine(text, end)),
    };

    private static bool EndsItem(string text, int at) => at < text.Length && text[at] is ' ' or '\t' or '}';

    private static int Word(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '_' or ':' or '.' or '%' or '/'))
            at++;
        return at;
    }

    /// <summary>Whether the first item of a list is an id or a class, which nobody writes in a sentence.</summary>
    private static bool HasMark(string text, int start) => text.AsSpan(start + 1).TrimStart(" \t") is ['#' or '.', ..];

    private static bool EndsLine(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r')
            at++;
        return at == text.Length || text[at] == '\n';
    }

    /// <summary>The end of a heading's name behind a backslash, <c>\{#name}</c>, as MDX has it, for which the brace would begin an expression; 0 where there is none.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="start">Where its brace stands.</param>
    public static int HeadingNameEnd(string text, int start)
    {
        if (start + 1 >= text.Length || text[start + 1] != '#')
            return 0;
        var length = text.AsSpan(start + 2).IndexOfAny(AfterName);
        if (length <= 0 || text[start + 2 + length] != '}')
            return 0;
        var end = start + 3 + length;
        var line = text.AsSpan(0, start);
        return EndsLine(text, end) && (line[(line.LastIndexOf('\n') + 1)..].TrimStart("> \t-*+.)0123456789").StartsWith('#') || IsUnderlined(text, end)) ? end : 0;
    }

    /// <summary>Whether the next line has nothing but the signs that make a heading of the one above it.</summary>
    private static bool IsUnderlined(string text, int at)
    {
        var from = LineEnd(text, at) + 1;
        var line = from < text.Length ? text.AsSpan(from, LineEnd(text, from) - from).TrimStart("> \t").TrimEnd() : [];
        return !line.IsEmpty && line[0] is '=' or '-' && !line.ContainsAnyExcept(line[0]);
    }

    /// <summary>Whether a list of attributes belongs to what stands right before it: to markup, to words in brackets or to the name of a component or an icon.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the list begins.</param>
    public static bool FollowsMarkup(string text, int start) => start > 0 && (text[start - 1] is ')' or ']' or '`' or '*' or '_' or '~' || FollowsComponent(text, start) || FollowsIcon(text, start) || FollowsAddress(text, start));

    /// <summary>Whether a list of attributes is that of the words in brackets, the component or the icon that it touches. A name behind a heading is the heading's.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the list begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="isHeading">Whether it stands in a heading.</param>
    public static bool IsOfWords(string text, int start, int end, bool isHeading) =>
        start > 0 && (text[start - 1] == ']' || FollowsComponent(text, start) || FollowsIcon(text, start)) && (IsList(text, start, end) || (!isHeading && ListEnd(text, start) == end));

    /// <summary>Whether the name of a component of Nuxt, or of a directive in a text, stands right before: <c>:icon{name="star"}</c>.</summary>
    private static bool FollowsComponent(string text, int start)
    {
        var at = start;
        while (at > 0 && start - at < LongestTag && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] == '-'))
            at--;
        return at < start && char.IsAsciiLetter(text[at]) && at > 0 && text[at - 1] == ':' && (at == 1 || char.IsWhiteSpace(text[at - 2]) || text[at - 2] is '[' or '(' or '*');
    }

    /// <summary>Whether the name of an icon stands right before, as MkDocs has it: <c>:material-star:{ title="words" }</c>. Digits before its first colon are those of a time.</summary>
    private static bool FollowsIcon(string text, int start)
    {
        var end = start - 1;
        if (text[end] != ':')
            return false;
        var at = end;
        while (at > 0 && end - at < LongestTag && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '_'))
            at--;
        return at < end && char.IsAsciiLetter(text[at]) && at > 0 && text[at - 1] == ':' && (at == 1 || !(char.IsAsciiLetterOrDigit(text[at - 2]) || text[at - 2] == ':'));
    }

    /// <summary>Whether an address between angle brackets stands right before (CommonMark 0.31.2, 6.5): <c>&lt;https://a.kr>{ target="_blank" }</c>.</summary>
    private static bool FollowsAddress(string text, int start)
    {
        var end = start - 1;
        if (text[end] != '>')
            return false;
        var at = end;
        while (at > 0 && end - at < LongestTag && text[at - 1] is > ' ' and not ('<' or '>'))
            at--;
        var address = text.AsSpan(at, end - at);
        return at > 0 && text[at - 1] == '<' && (address.IndexOf(':') is > 1 and var scheme ? !address[..scheme].ContainsAnyExcept(OfScheme) : address.IndexOf('@') > 0 && !address.ContainsAny("/\\"));
    }

    /// <summary>The end of an expression of MDX that is a name or a comment; 0 when there is none.</summary>
    private static int ExpressionEnd(string text, int start)
    {
        if (text.AsSpan(start + 1).StartsWith("/*"))
            return After(text, "*/}", start + 3);
        var end = start + 1;
        if (end >= text.Length || !char.IsAsciiLetter(text[end]))
            return 0;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.' or '$'))
            end++;
        if (text.AsSpan(end).StartsWith("()"))
            end += 2;
        return end < text.Length && text[end] == '}' ? end + 1 : 0;
    }

    /// <summary>The end of a tag that Markdown does not take for HTML, since one of its values is an expression of JSX, or an attribute one of Vue's; 0 when there is none.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="start">Where its sign stands.</param>
    /// <param name="isMdx">Whether a name with a point in it, a tag that spreads a value and one without a name are tags, too.</param>
    public static int JsxEnd(string text, int start, bool isMdx)
    {
        var from = start + (isMdx && start + 1 < text.Length && text[start + 1] == '/' ? 2 : 1);
        if (from >= text.Length || IsEscaped(text, start))
            return 0;
        if (isMdx && text[from] == '>')
            return from + 1;
        if (!char.IsAsciiLetter(text[from]))
            return 0;
        if (HtmlTag.At(text, start, Math.Min(text.Length, start + LongestTag)) is not { Name.Length: > 0 } tag)
            return 0;
        var written = text.AsSpan(start, tag.End - start);
        var isJsx = isMdx ? written.ContainsAny('{', '\n') || tag.Name.AsSpan().ContainsAny("._:") : written.Contains("={", StringComparison.Ordinal) || IsOfVue(written);
        if (!isJsx || HasEmptyLine(written) || written.Count('`') % 2 == 1)
            return 0;
        if (isMdx && StartsLine(text, start) && ElementLines.IsInSentence(text, tag, LineEnd(text, tag.End)))
            return tag.End;
        // Whatever its values, such an element begins a block.
        return (BlockElements.Contains(tag.Name) && !(isMdx && !tag.IsOpening) && StartsLine(text, start, " \t\r")) || (isMdx && IsTagLine(text, start, tag)) ? 0 : tag.End;
    }

    /// <summary>Whether a tag of MDX begins a line of nothing but tags, which is a block of its own, whatever the tag's values.</summary>
    private static bool IsTagLine(string text, int start, HtmlTag tag)
    {
        if (!StartsLine(text, start))
            return false;
        var end = LineEnd(text, tag.End);
        var rest = text.AsSpan(tag.End, end - tag.End).TrimEnd();
        if (!HtmlTag.IsBlockOfMdx(tag.Name))
            return rest.IsEmpty;
        // Behind one that holds nothing there are words, whatever stands behind these.
        return tag.IsOpening && (rest.IsEmpty || rest[^1] == '>') && !(HtmlTag.ClosingOf(text, tag.Name, tag.End, end) is { } close && !HtmlTag.HoldsNothing(text, tag.End, close));
    }

    private static int LineEnd(string text, int at) => text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;

    /// <summary>Whether a tag has what only Vue has: an event, as in <c>@click="…"</c>, or a slot, as in <c>#head</c>.</summary>
    public static bool IsOfVue(ReadOnlySpan<char> tag)
    {
        for (var at = tag.IndexOfAny('@', '#'); at > 0; at = tag[(at + 1)..].IndexOfAny('@', '#') is >= 0 and var next ? at + 1 + next : -1)
        {
            if (char.IsWhiteSpace(tag[at - 1]) && at + 1 < tag.Length && char.IsAsciiLetter(tag[at + 1]) && tag[..at].Count('"') % 2 == 0)
                return true;
        }

        return false;
    }

    /// <summary>Whether nothing but the marks of lists and quotations stands before a place on its line.</summary>
    public static bool StartsLine(string text, int at) => StartsLine(text, at, "> \t-*+.)0123456789");

    private static bool StartsLine(string text, int at, string marks)
    {
        while (at > 0 && marks.Contains(text[at - 1], StringComparison.Ordinal))
            at--;
        return at == 0 || text[at - 1] == '\n';
    }

    /// <summary>
    /// The end of a formula between dollar signs, single or double; 0 when it is none. It stands on one line or, between single ones, goes on in the next, and has what
    /// only formulas have, or on one line is a letter or two, so that sums of money are none. Letters of another script than ASCII's are words, but in braces, and between double signs where there is a command.
    /// </summary>
    public static int FormulaEnd(string text, int start)
    {
        if (IsEscaped(text, start) || (start > 0 && text[start - 1] == '$' && !IsEscaped(text, start - 1)))
            return 0;
        var width = start + 1 < text.Length && text[start + 1] == '$' ? 2 : 1;
        var from = start + width;
        var end = from;
        var limit = Math.Min(text.Length, start + LongestFormula);
        var isOnOneLine = true;
        while (end < limit && text[end] is not ('$' or '`') && (text[end] >= ' ' || (isOnOneLine && width == 1 && GoesOn(text, start, end, limit))))
        {
            isOnOneLine &= text[end] != '\n';
            end += text[end] == '\\' ? 2 : 1;
        }

        if (end >= limit || end == from || !text.AsSpan(end).StartsWith(width == 2 ? "$$" : "$"))
            return 0;
        var formula = text.AsSpan(from, end - from);
        if (HasForeignWords(formula) && !(width == 2 && HasCommand(formula)))
            return 0;
        if (width == 1 && (formula[0] is ' ' or '\n' || formula[^1] is ' ' or '\n'))
            return 0;
        if (!isOnOneLine && (DisplayFormula.IsOfWords(formula) || !formula.ContainsAny(Formulaic)))
            return 0;
        if (width == 2 || formula.ContainsAny(Formulaic))
            return end + width;
        // 1$ and US$ are money.
        if (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]))
            return 0;
        var isFormula = formula.Contains('=') || (formula.Length is 1 or 2 && char.IsAsciiLetter(formula[0]) && char.IsAsciiLetter(formula[^1])) || (formula.ContainsAny(Operators) && HasVariables(formula));
        return isFormula && !(end + 1 < text.Length && (char.IsAsciiLetterOrDigit(text[end + 1]) || text[end + 1] == '$')) ? end + 1 : 0;
    }

    /// <summary>Whether what ends a line leads to one of the same block: Markdown would end the formula's where another begins.</summary>
    private static bool GoesOn(string text, int start, int at, int limit)
    {
        if (text[at] == '\r')
            return at + 1 < limit && text[at + 1] == '\n';
        if (text[at] != '\n')
            return false;
        var line = text.AsSpan(0, start);
        var isQuotation = line[(line.LastIndexOf('\n') + 1)..].TrimStart("-*+0123456789.) \t") is ['>', ..];
        var next = text.AsSpan(at + 1, limit - at - 1).TrimStart(isQuotation ? " >" : " ");
        return next is [var first, ..] && (char.IsAsciiLetter(first) || first is '\\' or '{' or '(' or '^' or '_');
    }

    /// <summary>Whether there are words of another script than ASCII's. In braces they are names in a formula; sums of money have none.</summary>
    public static bool HasForeignWords(ReadOnlySpan<char> formula) => formula.ContainsAnyExceptInRange('\0', '~')
        && (DisplayFormula.IsOfWords(formula) || !(HasCommand(formula) || formula.Contains("_{", StringComparison.Ordinal) || formula.Contains("^{", StringComparison.Ordinal)));

    /// <summary>Whether there is a command, as in <c>\frac</c>.</summary>
    public static bool HasCommand(ReadOnlySpan<char> formula)
    {
        for (var at = 0; at + 1 < formula.Length; at++)
        {
            if (formula[at] != '\\')
                continue;
            if (char.IsAsciiLetter(formula[++at]))
                return true;
        }

        return false;
    }

    /// <summary>Whether there are letters, and none but names of variables and functions, which are short: not words, nor sums of money alone.</summary>
    public static bool HasVariables(ReadOnlySpan<char> formula)
    {
        var (run, longest) = (0, 0);
        foreach (var c in formula)
        {
            run = char.IsAsciiLetter(c) ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest is > 0 and <= LongestName;
    }

    /// <summary>Whether a backslash takes a sign's meaning.</summary>
    public static bool IsEscaped(string text, int at)
    {
        var from = at;
        while (from > 0 && text[from - 1] == '\\')
            from--;
        return (at - from) % 2 == 1;
    }

    /// <summary>The end of a tag whose quoted values may hold its closing braces; 0 when its quotation marks do not pair.</summary>
    private static int Closing(string text, int start, int limit)
    {
        for (var i = start + 2; i + 1 < limit; i++)
        {
            if (text[i] == '}' && text[i + 1] == '}')
                return i + 2;
            // Between backticks Hugo knows no escape.
            if (text[i] == '`' && text[start + 2] is '<' or '%' && text.IndexOf('`', i + 1, limit - i - 1) is > 0 and var raw)
                i = raw;
            if (text[i] != '"')
                continue;
            for (i++; i < limit && text[i] is not ('"' or '\r' or '\n'); i++)
                i += text[i] == '\\' ? 1 : 0;
            if (i >= limit || text[i] != '"')
                return 0;
        }

        return 0;
    }

    private static int After(string text, string mark, int start) => After(text, mark, start, text.Length);

    private static int After(string text, string mark, int start, int limit) => start <= limit && text.IndexOf(mark, start, limit - start, StringComparison.Ordinal) is >= 0 and var at ? at + mark.Length : 0;
}
