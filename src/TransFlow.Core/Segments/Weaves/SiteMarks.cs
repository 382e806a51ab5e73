using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>Marks of site generators in an article, by which it is known how they read what stands around them.</summary>
/// <param name="HasTags">Whether it has tags of Liquid.</param>
/// <param name="HasShortcodes">Whether it has shortcodes of Hugo between angle brackets.</param>
/// <param name="IsHugo">Whether it is plain that Hugo reads it, which links <c>www.</c> to another scheme than GFM does.</param>
internal sealed partial record SiteMarks(bool HasTags, bool HasShortcodes, bool IsHugo)
{
    private const string NoMarkdown = "{::nomarkdown";

    /// <summary>Whether it has comments: CommonMark reads a line that begins with one as HTML, kramdown as Markdown.</summary>
    public bool HasComments { get; private init; }

    /// <summary>Whether it tells kramdown to read Markdown in all HTML.</summary>
    public bool ParsesHtml { get; private init; }

    private List<(int Start, int End)> Bare { get; init; } = [];

    /// <summary>The marks of an article.</summary>
    public static SiteMarks Of(string text)
    {
        var isToml = text.StartsWith("+++", StringComparison.Ordinal);
        var hasComments = text.Contains("<!--", StringComparison.Ordinal);
        // One look more at the whole of it is enough for most.
        if (!text.Contains('{', StringComparison.Ordinal))
            return new SiteMarks(false, false, isToml) { HasComments = hasComments };
        var hasShortcodes = text.Contains("{{<", StringComparison.Ordinal);
        var bare = new List<(int Start, int End)>();
        for (var at = text.IndexOf(NoMarkdown, StringComparison.Ordinal); at >= 0; at = text.IndexOf(NoMarkdown, bare[^1].End, StringComparison.Ordinal))
            bare.Add((at, text.IndexOf("{:/", at, StringComparison.Ordinal) is >= 0 and var end ? end : text.Length));
        var open = -1;
        foreach (Match tag in text.Contains("endraw", StringComparison.Ordinal) ? Raw().Matches(text) : (IEnumerable<Match>)[])
        {
            if (!tag.Groups["end"].Success)
                open = open < 0 ? tag.Index : open;
            else if (open >= 0)
            {
                bare.Add((open, tag.Index));
                open = -1;
            }
        }

        return new SiteMarks(text.Contains("{%", StringComparison.Ordinal), hasShortcodes, isToml || hasShortcodes || text.Contains("{{%", StringComparison.Ordinal)) { HasComments = hasComments, Bare = bare, ParsesHtml = text.Contains("parse_block_html=\"true\"", StringComparison.Ordinal) };
    }

    /// <summary>Whether a stretch is one in which kramdown reads no Markdown, or Hexo.</summary>
    /// <param name="start">Its start.</param>
    /// <param name="end">After its end.</param>
    public bool IsBare(int start, int end) => Bare.Exists(b => b.Start < end && start < b.End);

    /// <summary>A tag that begins, or ends, what Liquid and Hexo put out as it stands.</summary>
    [GeneratedRegex(@"\{%-?\s*(?<end>end)?raw\s*-?%\}", RegexOptions.CultureInvariant)]
    private static partial Regex Raw();
}
