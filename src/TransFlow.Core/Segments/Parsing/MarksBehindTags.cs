using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Marks of blocks right behind a tag with which a line begins, as in <c>{% for row in rows %}- {{ row.name }}</c>. The tag is gone before anybody reads Markdown, so that the mark begins a list, a
/// heading or a quotation: both are one code, and no words.
/// </summary>
internal static partial class MarksBehindTags
{
    /// <summary>As far it is looked back for the beginning of a line.</summary>
    private const int LongestBeginning = 200;

    /// <summary>The tag that closes a shortcode is looked for among so many behind it.</summary>
    private const int MostTags = 200;

    /// <summary>A tag of a site generator and a mark behind it have no more signs between them, and with them.</summary>
    private const int LongestMark = 16;

    /// <summary>Widens tags over the marks that stand right behind them.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="tags">The tags in order.</param>
    public static void Widen(string text, List<(int Start, int End)> tags)
    {
        for (var i = 0; i < tags.Count; i++)
        {
            var (start, end) = tags[i];
            if (IsTag(text.AsSpan(start, end - start)) && BeginsLine(text, tags, i) && Mark().Match(text, end, Math.Min(LongestMark, text.Length - end)) is { Success: true } mark && (i + 1 == tags.Count || tags[i + 1].Start >= end + mark.Length)
                && (text[start + 2] != '<' || IsClosed(text, tags, i)))
                tags[i] = (start, end + mark.Length);
        }
    }

    /// <summary>Whether a text ends with a tag and such a mark.</summary>
    /// <param name="before">What stands before words.</param>
    public static bool EndsWithMark(ReadOnlySpan<char> before) => before.TrimEnd(" \t") is [.., '-' or '*' or '+' or '>' or '#' or '.' or ')'] && TagAndMark().IsMatch(before[Math.Max(0, before.Length - LongestMark)..]);

    /// <summary>Whether a shortcode has a tag that closes it: Hugo puts others in when Markdown was read.</summary>
    private static bool IsClosed(string text, List<(int Start, int End)> tags, int tag)
    {
        var name = SiteTag.Name(text, tags[tag].Start, tags[tag].End);
        for (var i = tag + 1; i < Math.Min(tags.Count, tag + MostTags); i++)
        {
            if (SiteTag.Name(text, tags[i].Start, tags[i].End) is ['/', .. var closed] && closed.SequenceEqual(name))
                return true;
        }

        return false;
    }

    private static bool IsTag(ReadOnlySpan<char> tag) => tag is ['{', '%', .., '%', '}'] or ['{', '{', '<' or '%', .., '}', '}'];

    /// <summary>Whether there is nothing before a tag on its line but other tags, and marks of the blocks in which it stands.</summary>
    private static bool BeginsLine(string text, List<(int Start, int End)> tags, int tag)
    {
        var at = tags[tag].Start;
        for (var least = Math.Max(0, at - LongestBeginning); at > least && text[at - 1] != '\n';)
        {
            if (tag > 0 && tags[tag - 1].End == at && IsTag(text.AsSpan(tags[tag - 1].Start, at - tags[tag - 1].Start).TrimEnd("-*+># \t")))
                at = tags[--tag].Start;
            else if (text[at - 1] is ' ' or '\t' or '>' or '\uFEFF')
                at--;
            else
                return false;
        }

        return at == 0 || text[at - 1] == '\n';
    }

    /// <summary>A mark of a list, a heading or a quotation, with words behind it. Numbers with a point are parts of dates more often than not, but for short ones.</summary>
    [GeneratedRegex(@"\G(?:[ \t]{0,3}(?:[-*+][ \t]{1,3}|#{1,6}[ \t]{1,3}|>[ \t])|[0-9]{1,2}[.)][ \t]{1,3}(?![0-9]))(?=[^\s])", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?:%\}|[>%]\}\})[ \t]{0,3}(?:[-*+>]|#{1,6}|[0-9]{1,2}[.)])[ \t]*$", RegexOptions.CultureInvariant)]
    private static partial Regex TagAndMark();
}
