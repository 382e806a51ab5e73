using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Marks of blocks right behind a tag with which a line begins, as in <c>{% for row in rows %}- {{ row.name }}</c>. The tag is gone before anybody reads Markdown, so that the mark begins a list, a
/// heading or a quotation. The parser is shown a line's end, and what the line begins with, in the last places of the tag.
/// </summary>
internal static partial class MarksBehindTags
{
    /// <summary>As far it is looked back for the beginning of a line.</summary>
    private const int LongestBeginning = 200;

    /// <summary>The tag that closes a shortcode is looked for among so many behind it.</summary>
    private const int MostTags = 200;

    /// <summary>A tag of a site generator and a mark behind it have no more signs between them, and with them.</summary>
    private const int LongestMark = 16;

    /// <summary>Finds the tags behind which such marks stand.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="tags">The tags in order.</param>
    /// <returns>Where each ends, and with what its line begins.</returns>
    public static List<(int End, string Beginning)> Find(string text, List<(int Start, int End)> tags)
    {
        var found = new List<(int End, string Beginning)>();
        for (var i = 0; i < tags.Count; i++)
        {
            var (start, end) = tags[i];
            if (IsTag(text.AsSpan(start, end - start)) && Beginning(text, tags, i) is { } beginning && beginning.Length < end - start - 1 && !text.AsSpan(end - beginning.Length - 1, beginning.Length + 1).ContainsAny('\r', '\n')
                && Mark().IsMatch(text.AsSpan(end, Math.Min(LongestMark, text.Length - end))) && (text[start + 2] != '<' || IsClosed(text, tags, i)))
                found.Add((end, beginning));
        }

        return found;
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

    /// <summary>What stands before a tag on its line, and before other tags right before it: marks of quotations and blanks; null where there is anything else.</summary>
    private static string? Beginning(string text, List<(int Start, int End)> tags, int tag)
    {
        var at = tags[tag].Start;
        var first = at;
        for (var least = Math.Max(0, at - LongestBeginning); at > least && text[at - 1] != '\n';)
        {
            if (tag > 0 && tags[tag - 1].End == at && IsTag(text.AsSpan(tags[tag - 1].Start, at - tags[tag - 1].Start)))
                first = at = tags[--tag].Start;
            else if (text[at - 1] is ' ' or '\t' or '>' or '\uFEFF')
                at--;
            else
                return null;
        }

        return at == 0 || text[at - 1] == '\n' ? text[at..first].Trim('\uFEFF') : null;
    }

    /// <summary>A mark of a list, a heading or a quotation, with words behind it. Of numbers the first one: no other begins a list below words.</summary>
    [GeneratedRegex(@"^(?:[ \t]{0,3}(?:[-*+][ \t]{1,3}|#{1,6}[ \t]{1,3}|>[ \t])|1[.)][ \t]{1,3})(?=[^\s])", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?:%\}|[>%]\}\})[ \t]{0,3}(?:[-*+>]|#{1,6}|1[.)])[ \t]*$", RegexOptions.CultureInvariant)]
    private static partial Regex TagAndMark();
}
