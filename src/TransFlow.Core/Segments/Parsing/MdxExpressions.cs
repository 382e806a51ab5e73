using System.Buffers;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Finds what MDX reads as JavaScript in a text: everything between a brace and the one that closes it, whatever strings, templates, comments and
/// other braces hold, outside of code, and of tags, whose values are their own. What does not close is text: no compiler takes such an article.
/// </summary>
/// <param name="text">The article's text.</param>
internal sealed class MdxExpressions(string text)
{
    /// <summary>An expression that stands alone may have empty lines in it; one longer than this is none.</summary>
    private const int LongestBlock = 20_000;

    private static readonly SearchValues<char> Signs = SearchValues.Create("{`~<");

    /// <summary>By the length of a run of backticks, where the last one of the paragraph begins.</summary>
    private readonly Dictionary<int, int> _lastRuns = [];

    private int _paragraphEnd = -1;
    private int _runsEnd = -1;
    private int _openUntil = -1;
    private int _openBlockUntil = -1;

    /// <summary>Finds them from an offset on, in order.</summary>
    public List<(int Start, int End)> Find(int from)
    {
        var found = new List<(int Start, int End)>();
        if (!text.AsSpan(from).Contains('{'))
            return found;
        for (var at = from; text.AsSpan(at).IndexOfAny(Signs) is >= 0 and var next;)
        {
            at += next;
            if (text[at] != '{')
            {
                at = text[at] == '<' ? Tag(at) : Code(at);
                continue;
            }

            var end = SiteTag.IsEscaped(text, at) || at < _openUntil ? 0 : Expression(at);
            if (end > 0)
                found.Add((at, end));
            at = Math.Max(end, at + 1);
        }

        return found;
    }

    /// <summary>The end of what a brace begins; 0 when it is not closed.</summary>
    private int Expression(int at)
    {
        if (at >= _openBlockUntil && SiteTag.StartsLine(text, at))
        {
            var limit = Math.Min(text.Length, at + LongestBlock);
            if (Script.End(text, at, limit) is > 0 and var block)
                return block;
            _openBlockUntil = limit;
        }

        var end = Script.End(text, at, ParagraphEnd(at));
        if (end == 0)
            _openUntil = _paragraphEnd;
        return end;
    }

    /// <summary>After a tag; after its sign where it is text.</summary>
    private int Tag(int at) => !SiteTag.IsEscaped(text, at) && HtmlTag.At(text, at, Math.Min(text.Length, at + SiteTag.LongestTag)) is { Name.Length: > 0 } tag ? tag.End : at + 1;

    /// <summary>After a block or a span of code; after its marks where they begin none.</summary>
    private int Code(int at)
    {
        if (SiteTag.IsEscaped(text, at))
            return at + 1;
        var after = AfterRun(at);
        var width = after - at;
        if (width >= 3 && SiteTag.StartsLine(text, at) && (text[at] == '~' || !Line(after).Contains('`')))
            return FenceEnd(text[at], width, after);
        if (text[at] == '~')
            return after;
        Runs(at);
        if (_lastRuns.GetValueOrDefault(width, -1) <= at)
            return after;
        for (var next = text.IndexOf('`', after); ; next = text.IndexOf('`', after))
        {
            after = AfterRun(next);
            if (after - next == width)
                return after;
        }
    }

    private int AfterRun(int at)
    {
        var after = at + 1;
        while (after < text.Length && text[after] == text[at])
            after++;
        return after;
    }

    private ReadOnlySpan<char> Line(int at) => text.AsSpan(at, (text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length) - at);

    private int FenceEnd(char sign, int width, int at)
    {
        while ((at = text.IndexOf('\n', at) + 1) > 0)
        {
            var line = Line(at).Trim(" \t\r>");
            if (line.Length >= width && !line.ContainsAnyExcept(sign))
                return at + Line(at).Length;
        }

        return text.Length;
    }

    private void Runs(int at)
    {
        if (ParagraphEnd(at) == _runsEnd)
            return;
        _runsEnd = _paragraphEnd;
        _lastRuns.Clear();
        for (var next = at; next >= 0 && next < _runsEnd; next = text.IndexOf('`', next, _runsEnd - next))
        {
            var after = AfterRun(next);
            _lastRuns[after - next] = next;
            next = after;
            if (next >= _runsEnd)
                break;
        }
    }

    /// <summary>Where the next line with nothing on it begins.</summary>
    private int ParagraphEnd(int at)
    {
        if (at < _paragraphEnd)
            return _paragraphEnd;
        for (var end = text.IndexOf('\n', at); end >= 0; end = text.IndexOf('\n', end + 1))
        {
            var next = text.AsSpan(end + 1).IndexOfAnyExcept(" \t\r>");
            if (next < 0 || text[end + 1 + next] == '\n')
                return _paragraphEnd = end + 1;
        }

        return _paragraphEnd = text.Length;
    }
}
