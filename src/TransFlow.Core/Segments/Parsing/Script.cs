namespace TransFlow.Core.Segments.Parsing;

/// <summary>JavaScript between braces, in which strings, templates, comments and other braces may hold the one that would close it.</summary>
internal static class Script
{
    /// <summary>The end of what a brace begins; 0 when nothing closes it before a limit.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="start">Where the brace stands.</param>
    /// <param name="limit">Where to look no more.</param>
    public static int End(string text, int start, int limit)
    {
        var depth = 0;
        Stack<int>? templates = null;
        for (var at = start; at < limit; at++)
        {
            switch (text[at])
            {
                case '{':
                    depth++;
                    break;
                case '}' when templates is not null && templates.TryPeek(out var outer) && outer == depth:
                    templates.Pop();
                    depth--;
                    at = Template(text, at, limit, ref templates, ref depth);
                    break;
                case '}':
                    if (--depth == 0)
                        return at + 1;
                    break;
                case '`':
                    at = Template(text, at, limit, ref templates, ref depth);
                    break;
                case '"' or '\'':
                    at = Quoted(text, at, limit);
                    break;
                case '/' when at + 1 < limit && text[at + 1] == '*':
                    at = text.IndexOf("*/", at + 2, limit - at - 2, StringComparison.Ordinal) is >= 0 and var close ? close + 1 : limit;
                    break;
                // What stands after a colon is an address.
                case '/' when at + 1 < limit && text[at + 1] == '/' && text[at - 1] != ':':
                    at = text.IndexOf('\n', at, limit - at) is >= 0 and var line ? line : limit;
                    break;
                default:
                    break;
            }
        }

        return 0;
    }

    /// <summary>The last sign of a piece of a template: the mark that ends it, or the brace of an expression in it.</summary>
    private static int Template(string text, int at, int limit, ref Stack<int>? templates, ref int depth)
    {
        for (at++; at < limit && text[at] != '`'; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == '$' && at + 1 < limit && text[at + 1] == '{')
            {
                (templates ??= new Stack<int>()).Push(++depth);
                return at + 1;
            }
        }

        return at;
    }

    /// <summary>The last mark of a string; the first when its line has no other, and then it is an apostrophe.</summary>
    private static int Quoted(string text, int start, int limit)
    {
        for (var at = start + 1; at < limit && text[at] != '\n'; at++)
        {
            if (text[at] == text[start])
                return at;
            at += text[at] == '\\' ? 1 : 0;
        }

        return start;
    }
}
