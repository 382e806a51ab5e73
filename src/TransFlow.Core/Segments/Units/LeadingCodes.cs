using TransFlow.Core.Segments.Parsing;

namespace TransFlow.Core.Segments.Units;

/// <summary>Tags at the start of a block or of a line, behind which a list mark or a label stands at the start as well.</summary>
internal static class LeadingCodes
{
    /// <summary>As far into the words as the stop of a list mark or of a label may stand.</summary>
    private const int LongestMark = 12;

    /// <summary>Elements that readers see as something that words may go on behind.</summary>
    private static readonly HashSet<string> Seen = new(StringComparer.OrdinalIgnoreCase)
    {
        "img", "picture", "input", "svg", "video", "audio", "iframe", "object", "embed", "canvas", "math", "meter", "progress", "select", "button", "source", "track",
    };

    /// <summary>Up to which piece tags are nothing while sentences are found: that of the first stop, where it may be that of a list mark.</summary>
    /// <param name="atoms">The pieces of a block.</param>
    /// <param name="from">The piece with which the block or a line of it begins.</param>
    /// <param name="article">The article's text.</param>
    /// <returns>The piece's place; <paramref name="from"/> where there is none.</returns>
    public static int Until(ReadOnlySpan<Atom> atoms, int from, string article)
    {
        var (length, hasTag, needsDigit) = (0, false, false);
        for (var i = from; i < atoms.Length; i++)
        {
            ref readonly var atom = ref atoms[i];
            if (atom.Kind is InlineKind.Open or InlineKind.Close)
                continue;
            if (atom.Kind == InlineKind.Standalone)
            {
                var isShortcode = atom.Code!.Kind == CodeKind.Shortcode;
                if (!(isShortcode ? IsTagOfSite(atom, article) : IsTag(atom, article)))
                    return from;
                hasTag = true;
                needsDigit |= isShortcode && length == 0;
                continue;
            }

            var words = atom.Words(article);
            if (length == 0)
                words = words.TrimStart();
            // A tag of a site may stand for a word, which anything but a number may go on.
            if (needsDigit && length == 0 && words.Length > 0 && !char.IsAsciiDigit(words[0]))
                return from;
            var stop = words.IndexOfAny('.', '．');
            if (stop >= 0)
                return hasTag && length + stop is > 0 and <= LongestMark ? i : from;
            length += words.Length;
            if (length > LongestMark)
                return from;
        }

        return from;
    }

    private static bool IsTag(in Atom atom, string article) =>
        atom.Code!.Kind == CodeKind.Html && article[atom.Start] == '<' && !HtmlTag.IsBreak(article, atom.Start, atom.End) && HtmlTag.At(article, atom.Start, atom.End) is { } tag && !Seen.Contains(tag.Name);

    private static bool IsTagOfSite(in Atom atom, string article) =>
        article.AsSpan(atom.Start, atom.End - atom.Start) is var tag && (tag.StartsWith("{{<") || tag.StartsWith("{{%") || tag.StartsWith("{%"));
}
