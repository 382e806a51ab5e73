using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Words that readers may see and that stay as they are, since nothing can be put in their place for certain: in tags of site generators, the values of Docusaurus' tabs that have no label,
/// names of code in brackets, as VitePress' groups of code show them, and what WordPress shows of comments.
/// </summary>
internal static partial class KeptInTags
{
    /// <summary>So many characters of a tag are looked at.</summary>
    private const int Looked = 500;

    /// <summary>So many characters of a line of data are told.</summary>
    private const int Told = 60;

    private const string CommentStart = "<!--";

    /// <summary>The words, in the order of the article.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="article">The same, parsed.</param>
    /// <param name="spans">Its tags.</param>
    public static IEnumerable<string> Of(string text, Article article, IReadOnlyList<(int Start, int End)> spans)
    {
        var data = new List<(int At, string Words)>();
        var found = OfTags(text, spans, article.IsMdx, data);
        if (text.Contains("<TabItem", StringComparison.Ordinal))
            found.AddRange(Tab().Matches(text).Select(m => (m.Index, m.Groups["words"].Value)));
        var comments = Comments(text);
        found.RemoveAll(f => !IsWords(f.Words));
        found.AddRange(data);
        if (found.Count > 0)
            RemoveUnseen(found, article, comments);
        var shown = comments.SelectMany(c => OfComment(text, c.Start, c.End)).Where(f => IsWords(f.Words)).ToList();
        if (shown.Count > 0)
            RemoveUnseen(shown, article, []);
        found.AddRange(shown);
        if (text.Contains("code-group", StringComparison.Ordinal))
            found.AddRange(Fence().Matches(text).Where(m => IsWords(m.Groups["words"].Value)).Select(m => (m.Index, m.Groups["words"].Value)));
        return found.OrderBy(f => f.At).Select(f => f.Words).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The words in tags; those that stand for data between two of them go to a list of their own.</summary>
    private static List<(int At, string Words)> OfTags(string text, IReadOnlyList<(int Start, int End)> spans, bool isMdx, List<(int At, string Words)> data)
    {
        var found = new List<(int At, string Words)>();
        var (mayBeRaw, isRaw) = (text.Contains("endraw", StringComparison.Ordinal), false);
        var areCode = default(bool?);
        foreach (var (start, end) in spans)
        {
            if (end - start < 2 || !(text[start] == '{' ? text[start + 1] is '{' or '%' : text[start] == '[' && char.IsAsciiLetter(text[start + 1])))
                continue;
            var name = SiteTag.Name(text, start, end);
            if (mayBeRaw && text[start + 1] == '%' && name is "raw" or "endraw")
                isRaw = name is "raw";
            else if (isRaw)
                // What Liquid puts out as it stands, braces and all.
                found.Add((start, text[start..Math.Min(end, start + Told)].Trim('{', '}', '%', ' ', '-')));
            else if (TagContents.TagEnd(text, start, end) is var after && after > start)
            {
                found.AddRange(StayingWords.In(text[start..Math.Min(after, start + Looked)], name.ToString(), isMdx).Select(f => (start + f.At, f.Words)));
                areCode = TagContents.AreCode(name, text.AsSpan(start..after), areCode);
                if (FirstWords(TagContents.Data(text, start, end, areCode)) is { } words)
                    data.Add((start, words));
            }
        }

        return found;
    }

    /// <summary>The first line of data that has words, before that one in another script than that of keys; null for none.</summary>
    private static string? FirstWords(ReadOnlySpan<char> data)
    {
        var first = default(string);
        foreach (var line in data.EnumerateLines())
        {
            var words = line.Trim();
            var (hasLetters, hasOthers) = (false, false);
            foreach (var c in words)
            {
                hasLetters |= char.IsLetter(c);
                hasOthers |= char.IsLetter(c) && !char.IsAscii(c);
            }

            if (hasLetters && (first is null || hasOthers))
                first = words[..Math.Min(words.Length, Told)].ToString();
            if (hasOthers)
                return first;
        }

        return first;
    }

    /// <summary>Where the comments of HTML begin and end.</summary>
    public static List<(int Start, int End)> Comments(string text)
    {
        var found = new List<(int Start, int End)>();
        for (var at = text.IndexOf(CommentStart, StringComparison.Ordinal); at >= 0 && text.IndexOf("-->", at, StringComparison.Ordinal) is >= 0 and var end; at = text.IndexOf(CommentStart, end, StringComparison.Ordinal))
            found.Add((at, end));
        return found;
    }

    /// <summary>What WordPress shows of a comment: what it says where an article goes on, and words in what is set for a block.</summary>
    private static IEnumerable<(int At, string Words)> OfComment(string text, int start, int end)
    {
        const string More = CommentStart + "more ";
        var comment = text.AsSpan(start, end - start);
        if (comment.StartsWith(More))
            return [(start, comment[More.Length..].Trim().ToString())];
        return comment.TrimStart("<!- \t\r\n").StartsWith("wp:") ? Setting().Matches(text[start..end]).Where(m => !IsUnseen(m.Groups["name"].Value)).Select(m => (start + m.Index, m.Groups["words"].Value)) : [];

        // A block's own name is for those who write.
        static bool IsUnseen(string name) => name == "name" || WordAttribute.IsNoneOfSite(name, "", isBracketed: false);
    }

    /// <summary>Takes out what is translated, and what stands in code and in comments; the rest is in the order of the article.</summary>
    public static void RemoveUnseen(List<(int At, string Words)> found, Article article, List<(int Start, int End)> comments)
    {
        var unseen = article.Kept.Where(k => k.What == Article.Code).Select(k => (k.Start, k.End)).Concat(article.Insets.Select(i => (i.Start, i.End))).Concat(comments).ToList();
        foreach (var leaf in article.Leaves)
        {
            foreach (var atom in leaf.Atoms)
            {
                if (atom.Code?.Kind == CodeKind.CodeSpan)
                    unseen.Add((atom.Start, atom.End));
            }
        }

        unseen.Sort();
        found.Sort();
        var (next, until) = (0, 0);
        found.RemoveAll(f =>
        {
            for (; next < unseen.Count && unseen[next].Start <= f.At; next++)
                until = Math.Max(until, unseen[next].End);
            return f.At < until;
        });
    }

    /// <summary>Whether there is a letter of another script than those of addresses, and no stroke or ending as files have it.</summary>
    private static bool IsWords(string value) => !Inset.MayBeAddress(value) && !Inset.IsPath(value) && (value.Contains(' ', StringComparison.Ordinal) || !value.Contains('/', StringComparison.Ordinal));

    /// <summary>What is set for a block of WordPress.</summary>
    [GeneratedRegex(@"""(?<name>[A-Za-z_]\w*)""\s*:\s*""(?<words>(?:[^""\\]|\\.)*)""", RegexOptions.CultureInvariant)]
    private static partial Regex Setting();

    [GeneratedRegex("""<TabItem\b(?![^>]{0,500}\blabel\s*=)[^>]{0,500}?\bvalue\s*=\s*["'](?<words>[^"'\n]*)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Tab();

    [GeneratedRegex("""(?<=^|\n)[ \t>]*(?:`{3,}|~{3,})[\w+#-]*[ \t]*\[(?<words>[^\]\r\n]*)\]""", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();
}
