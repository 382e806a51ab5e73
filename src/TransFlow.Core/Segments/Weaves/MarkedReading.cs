using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>
/// What marked makes of marks of emphasis, and so Hexo, which has one of its older versions: from each mark it looks ahead for the one that ends it, and
/// counts what opens and closes on the way. To it a tilde beside a star is a letter.
/// </summary>
internal sealed partial class MarkedReading
{
    private readonly string _text;
    private readonly bool _isNewer;
    private readonly EmphasisStyle[] _read;
    private bool _isLost;

    private MarkedReading(string text, bool isNewer) => (_text, _isNewer, _read) = (text, isNewer, new EmphasisStyle[text.Length]);

    /// <summary>What it makes of each character of a sketch, up to the first sign that is no mark to it.</summary>
    /// <param name="sketch">The sketch.</param>
    /// <param name="isNewer">Whether it is a version from 16 on.</param>
    public static EmphasisStyle[] Of(string sketch, bool isNewer)
    {
        var reading = new MarkedReading(sketch, isNewer);
        reading.Words(0, sketch.Length, EmphasisStyle.None);
        return reading._read;
    }

    /// <summary>Reads what stands between two marks, as if there were nothing else.</summary>
    private void Words(int start, int end, EmphasisStyle within)
    {
        var words = Masked(start, end);
        // Right behind what was read as a whole it knows nothing of what stands before.
        var before = '\0';
        for (var at = start; at < end && !_isLost;)
        {
            var letter = _text[at];
            if (letter is not ('[' or '*' or '_' or '~'))
            {
                _read[at++] = within;
                before = letter;
                continue;
            }

            var (length, width) = letter == '[' ? (_text.IndexOf(']', at) + 1 - at, 1) : letter == '~' ? Struck(words, at - start, before) : Emphasis(words, at - start, before);
            if (length <= 0 || at + length > end)
            {
                _isLost = true;
                return;
            }

            var own = letter switch
            {
                '[' => EmphasisStyle.None,
                '~' => EmphasisStyle.Struck,
                _ => width == 2 ? EmphasisStyle.Bold : EmphasisStyle.Italic,
            };
            var mark = letter == '[' ? within : EmphasisStyle.Mark;
            _read.AsSpan(at, width).Fill(mark);
            Words(at + width, at + length - width, within | own);
            _read.AsSpan(at + length - width, width).Fill(mark);
            (at, before) = (at + length, '\0');
        }
    }

    /// <summary>A stretch in which links have no marks.</summary>
    private string Masked(int start, int end)
    {
        var words = _text[start..end];
        if (!words.Contains('[', StringComparison.Ordinal))
            return words;
        var masked = words.ToCharArray();
        for (int open = words.IndexOf('['), close; open >= 0 && (close = words.IndexOf(']', open)) > 0; open = words.IndexOf('[', close))
            masked.AsSpan(open + 1, close - open - 1).Fill('a');
        return new string(masked);
    }

    /// <summary>How long the emphasis is that begins at a place, with its marks, and how wide these are; nothing where none does.</summary>
    private (int Length, int Width) Emphasis(string words, int at, char before)
    {
        var sign = words[at];
        var run = Run(words, at);
        var next = at + run < words.Length ? words[at + run] : ' ';
        if (next == ' ')
            return default;
        var first = at;
        while (_isNewer && first > 0 && words[first - 1] == sign)
            first--;
        var all = run + at - first;
        var outside = first > 0 ? words[first - 1] : '\0';
        before = first < at ? outside : before;
        var isSign = next is not ('a' or '~');
        if (sign == '_' && !isSign && before == 'a')
            return default;
        if (isSign && (before == 'a' || (!_isNewer && before is '*' or '_')))
            return default;
        // What may end emphasis as well as begin it goes by the rule of three.
        var mayEnd = _isNewer && outside is not ('\0' or ' ') && (isSign || (sign == '*' && outside == 'a'));
        var rest = words[(at + run)..];
        var ends = sign == '*' ? StarsEnd() : UnderscoresEnd();
        var (left, between) = (run, 0);
        for (var match = ends.Match(rest); match.Success; match = match.NextMatch())
        {
            var (group, width) = End(match);
            if (width == 0)
                continue;
            if (group is 3 or 4)
            {
                left += width;
                continue;
            }

            if ((group is 5 or 6 || mayEnd) && all % 3 != 0 && (all + width) % 3 == 0)
            {
                between += width;
                continue;
            }

            left -= width;
            if (left > 0)
                continue;
            width = Math.Min(width, width + left + between);
            return (run + match.Index + 1 + width, Math.Min(run, width) % 2 == 0 ? 2 : 1);
        }

        return default;
    }

    private (int Length, int Width) Struck(string words, int at, char before)
    {
        if (!_isNewer)
            return Strike().Match(words, at) is { Success: true } whole ? (whole.Length, whole.Groups[1].Length) : default;
        var run = Math.Min(2, Run(words, at));
        if (at + run == words.Length || words[at + run] is ' ' or '~' || (words[at + run] != 'a' && before == 'a'))
            return default;
        var left = run;
        for (var match = StrikeEnd().Match(words[(at + run)..]); match.Success; match = match.NextMatch())
        {
            var (group, width) = End(match);
            if (width != run)
                continue;
            left += group is 3 or 4 ? width : -width;
            if (left <= 0)
                return (run + match.Index + 1 + width, width);
        }

        return default;
    }

    /// <summary>Which of its cases an end is, and how wide it is.</summary>
    private static (int Group, int Width) End(Match match)
    {
        for (var i = 1; i < match.Groups.Count; i++)
        {
            if (match.Groups[i].Length > 0)
                return (i, match.Groups[i].Length);
        }

        return default;
    }

    private static int Run(string words, int at)
    {
        var end = at;
        while (end < words.Length && words[end] == words[at])
            end++;
        return end - at;
    }

    // Its own patterns, over the letters of a sketch.
    [GeneratedRegex(@"^[^_*]*?__[^_*]*?\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\*)[^a ~](\*+)(?= |$)|[a~](\*+)(?!\*)(?=[^a~]|$)|(?!\*)[^a~](\*+)(?=[a~])| (\*+)(?!\*)(?=[^a ~])|(?!\*)[^a ~](\*+)(?!\*)(?=[^a ~])|[a~](\*+)(?=[a~])", RegexOptions.CultureInvariant)]
    private static partial Regex StarsEnd();

    [GeneratedRegex(@"^[^_*]*?\*\*[^_*]*?_[^_*]*?(?=\*\*)|[^_]+(?=[^_])|(?!_)[^a ](_+)(?= |$)|a(_+)(?!_)(?=[^a]|$)|(?!_)[^a](_+)(?=a)| (_+)(?!_)(?=[^a ])|(?!_)[^a ](_+)(?!_)(?=[^a ])", RegexOptions.CultureInvariant)]
    private static partial Regex UnderscoresEnd();

    [GeneratedRegex(@"\G(~~?)(?=[^ ~]).*?[^ ~]\1(?=[^~]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Strike();

    [GeneratedRegex(@"^[^~]+(?=[^~])|(?!~)[^a ](~~?)(?= |$)|a(~~?)(?!~)(?=[^a]|$)|(?!~)[^a](~~?)(?=a)| (~~?)(?!~)(?=[^a ])|(?!~)[^a ](~~?)(?!~)(?=[^a ])|a(~~?)(?=a)", RegexOptions.CultureInvariant)]
    private static partial Regex StrikeEnd();
}
