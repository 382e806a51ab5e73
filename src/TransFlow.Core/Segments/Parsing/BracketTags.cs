using System.Buffers;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Shortcodes of WordPress, as in <c>[col width="6"]words[/col]</c>, with the data in them, and tables of contents that stand alone. Other words in brackets are words: a shortcode has attributes with
/// names, of unknown ones between quotation marks or longer than a letter; or another one closes it; or it stands alone on a line
/// under a name that is no word.
/// </summary>
internal static partial class BracketTags
{
    /// <summary>The fewest characters of the id of a film, which stands without a name.</summary>
    private const int ShortestId = 6;

    private static readonly SearchValues<char> OfIds = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    /// <summary>Shortcodes of WordPress itself and of what most of its sites have, whose attributes may be short, or addresses and ids without a name.</summary>
    private static readonly HashSet<string> OfWordPress = new(StringComparer.Ordinal)
    {
        "caption", "wp_caption", "gallery", "embed", "audio", "video", "playlist", "youtube", "contact-form", "contact-form-7", "vimeo", "dailymotion", "soundcloud", "spotify", "tiktok", "twitter", "tweet", "instagram",
        "facebook", "pinterest", "flickr", "gist", "googlemaps", "iframe", "pdf", "scribd", "slideshare", "ted", "twitch", "wpvideo",
    };

    /// <summary>Adds those from an offset on.</summary>
    public static void Find(string text, int from, List<(int Start, int End)> found, bool hasNoData)
    {
        // Where the first of a name opens, and the last closes.
        var reach = new Dictionary<string, (int First, int Last)>(StringComparer.Ordinal);
        var tags = new List<Match>();
        foreach (var tag in Candidates(text, from))
        {
            if (tag.Groups["contents"].Success)
            {
                tags.Add(tag);
                continue;
            }

            var name = tag.Groups["name"].Value;
            var isClosing = tag.Groups["slash"].Length > 0;
            var isWhole = tag.Groups["end"].Success;
            var (first, last) = reach.TryGetValue(name, out var known) ? known : (int.MaxValue, -1);
            if (isClosing ? isWhole : first == int.MaxValue)
                reach[name] = isClosing ? (first, tag.Index) : (tag.Index, last);
            if (isWhole)
                tags.Add(tag);
        }

        var pairs = tags.Exists(t => t.Groups["bare"].Success || (t.Groups["arguments"].Length > 0 && IsBefore(text, t, '('))) ? Paired(tags) : [];
        HashSet<string>? labels = null;
        Match? open = null;
        foreach (var tag in tags.Where(Is))
        {
            // A backslash before it is shown with it, or taken away by Markdown before WordPress looks: it belongs to it.
            var start = SiteTag.IsEscaped(text, tag.Index) ? tag.Index - 1 : tag.Index;
            var end = tag.Index + tag.Length;
            var isClosing = tag.Groups["slash"].Length > 0;
            if (!hasNoData && isClosing && start == tag.Index && open?.Groups["name"].Value == tag.Groups["name"].Value && TagData.Is(TagData.Unquoted(text, open.Index, open.Index + open.Length, start)))
                found[^1] = (open.Index, end);
            else
                found.Add((start, end));
            open = !isClosing && start == tag.Index && tag.Groups["end"].ValueSpan is "]" ? tag : null;
        }

        bool Is(Match tag)
        {
            if (tag.Groups["contents"].Success)
                return true;
            var (first, last) = reach[tag.Groups["name"].Value];
            if (tag.Groups["slash"].Length > 0)
                return first < tag.Index;
            if (IsBefore(text, tag, '('))
                return tag.Groups["arguments"].Length > 0 && pairs.Contains(tag.Index);
            if (IsBefore(text, tag, ':') && BeginsLine(text, tag.Index))
                return false;
            return (HasAttributes(tag) || (tag.Groups["bare"].Success ? pairs.Contains(tag.Index) : last > tag.Index || StandsAlone(text, tag))) && !IsLink(tag);
        }

        // What Markdown makes a link of: a label stands in the brackets, or right behind them.
        bool IsLink(Match tag)
        {
            var end = tag.Index + tag.Length;
            var isBefore = IsBefore(text, tag, '[');
            if (!isBefore && (tag.Groups["arguments"].Length > 0 || tag.Groups["end"].Length > 1))
                return false;
            labels ??= [.. Definition().Matches(text, from).Select(d => d.Groups["label"].Value.ToUpperInvariant())];
            if (labels.Count == 0)
                return false;
            var close = isBefore ? text.AsSpan(end).IndexOfAny("]\r\n") : -1;
            return labels.Contains(text[(tag.Index + 1)..(end - 1)].ToUpperInvariant()) || (close > 0 && text[end + close] == ']' && labels.Contains(text[(end + 1)..(end + close)].ToUpperInvariant()));
        }
    }

    /// <summary>Where the tag ends that begins what may reach to the one that closes it.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="start">Where the tag begins.</param>
    /// <param name="end">Where the whole ends.</param>
    public static int End(string text, int start, int end) => text.AsSpan(start + 1, end - start - 1).Contains("[/", StringComparison.Ordinal) && Tag().Match(text, start) is { Success: true } tag ? tag.Index + tag.Length : end;

    /// <summary>What may be a tag, in order. Most brackets are those of links, which only a tag that closes makes others of.</summary>
    private static IEnumerable<Match> Candidates(string text, int from)
    {
        var canPair = text.AsSpan(from).Contains("[/", StringComparison.Ordinal);
        var close = -1;
        for (var at = text.IndexOf('[', from); at >= 0; at = text.IndexOf('[', from))
        {
            from = at + 1;
            if (from == text.Length || !(char.IsAsciiLetter(text[from]) || text[from] is '/' or '['))
                continue;
            if (!canPair && close < from)
                close = text.IndexOf(']', from) is >= 0 and var next ? next : text.Length;
            if (!canPair && close + 1 < text.Length && text[close + 1] == '(' && !text.AsSpan(from, close - from).Contains('['))
                continue;
            if (Tag().Match(text, at) is not { Success: true } tag)
                continue;
            from = tag.Index + tag.Length;
            yield return tag;
        }
    }

    /// <summary>Where those stand that another one closes, the nearest one first.</summary>
    private static HashSet<int> Paired(List<Match> tags)
    {
        var open = new Dictionary<string, Stack<int>>(StringComparer.Ordinal);
        var pairs = new HashSet<int>();
        foreach (var tag in tags)
        {
            var name = tag.Groups["name"].Value;
            if (!open.TryGetValue(name, out var places))
                open.Add(name, places = []);
            if (tag.Groups["slash"].Length == 0)
                places.Push(tag.Index);
            else if (places.TryPop(out var place))
                pairs.Add(place);
        }

        return pairs;
    }

    /// <summary>Whether a tag has attributes as no words in brackets have.</summary>
    private static bool HasAttributes(Match tag)
    {
        if (tag.Groups["quoted"].Success)
            return true;
        var isKnown = OfWordPress.Contains(tag.Groups["name"].Value);
        foreach (Capture bare in tag.Groups["bare"].Captures)
        {
            if (!isKnown || !(bare.ValueSpan.Contains("://", StringComparison.Ordinal) || IsId(bare.ValueSpan)))
                return false;
        }

        foreach (Capture key in tag.Groups["key"].Captures)
        {
            if (!isKnown && key.Length == 1)
                return false;
        }

        return tag.Groups["arguments"].Length > 0;
    }

    /// <summary>Whether a tag without attributes has a line to itself, and a name that is no word.</summary>
    private static bool StandsAlone(string text, Match tag)
    {
        if (!(tag.Groups["name"].ValueSpan is "gallery" or "playlist" || tag.Groups["name"].ValueSpan.Contains('_')) || tag.Groups["arguments"].Length > 0 || !BeginsLine(text, tag.Index))
            return false;
        return text.AsSpan(tag.Index + tag.Length).TrimStart(" \t") is [] or ['\r' or '\n', ..];
    }

    private static bool IsId(ReadOnlySpan<char> value) => value.Length >= ShortestId && value.ContainsAnyInRange('0', '9') && !value.ContainsAnyExcept(OfIds);

    private static bool IsBefore(string text, Match tag, char sign) => tag.Index + tag.Length < text.Length && text[tag.Index + tag.Length] == sign;

    private static bool BeginsLine(string text, int at) => text.AsSpan(0, at).TrimEnd(" \t>") is [] or [.., '\n' or '\r'];

    /// <summary>What may begin a tag, with all of it where it is whole.</summary>
    [GeneratedRegex("""\G(?:(?<contents>\[TOC\]|\[\[_TOC_\]\]|\[\[toc\]\])(?<=^[ \t]*(?:\[TOC\]|\[\[_TOC_\]\]|\[\[toc\]\]))(?=[ \t]*\r?$)|\[(?<slash>/?)(?<name>[A-Za-z][A-Za-z0-9_-]*)(?:(?<arguments>(?<bare>=(?:"[^"\r\n\]]*"|[^\s"'\[\]]+))?(?>(?:[ \t]+(?:(?<quoted>[A-Za-z_][A-Za-z0-9_-]*[ \t]*=[ \t]*(?:"[^"\r\n\]]*"|'[^'\r\n\]]*'))|(?<key>[A-Za-z_][A-Za-z0-9_-]*)=[^\s"'\[\]]+|(?<bare>[^\s"'=\[\]/][^\s"'=\[\]]*(?:=[^\s"'\[\]]*)?|"[^"\r\n\]]*"|'[^'\r\n\]]*')))*))[ \t]*(?<end>(?<!\\)/?\]))?)""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    /// <summary>The label of a definition of a link.</summary>
    [GeneratedRegex(@"^[ \t>]*\[(?<label>[^\[\]\r\n]+)\]:", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Definition();
}
