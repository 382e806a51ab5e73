using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>The words that stand in the first lines of boxes, of code and of directives, which readers see above them.</summary>
/// <param name="article">Takes what is found.</param>
/// <param name="text">The article's text.</param>
/// <param name="tags">The site generators' tags in it.</param>
/// <param name="sentences">Reads titles.</param>
/// <param name="atoms">Takes the pieces.</param>
internal sealed partial class BoxTitles(Article article, string text, Shortcodes tags, InnerSentences sentences, AtomList atoms)
{
    /// <summary>The title of a container, as in <c>:::tip Title</c> or <c>:::tip[Title]</c>, which readers see above its text.</summary>
    public void OfBox(int start)
    {
        var end = text.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var length ? start + length : text.Length;
        var at = start;
        while (at < end && text[at] is ':' or '/' or ' ' or '\t')
            at++;
        while (at < end && !char.IsWhiteSpace(text[at]) && text[at] != '[' && tags.Masked[at] != tags.Mask)
            at++;
        // What stands behind the names of Zenn's and Qiita's is the look.
        if (text.AsSpan(start, at - start).TrimStart(": ") is var name && (name is "message" || (name is "note" && text.AsSpan(at, end - at).Trim() is "info" or "warn" or "alert")))
            return;
        if (text[start] == '/')
            at = text.IndexOf('|', at, end - at) is >= 0 and var bar ? bar + 1 : end;
        if (at < end && text[at] == '[')
            end = text.LastIndexOf(']', end - 1, end - ++at);
        for (var tag = at; tag < end; tag++)
        {
            if (tags.Masked[tag] != tags.Mask)
                continue;
            // A list of attributes is the last on its line; what stands among the words is theirs.
            if (text[tag] == '{' && AreTags(tag, end))
                end = tag;
            else
                tag = Math.Max(tag, tags.At(tag).End - 1);
        }

        if (end > at)
            Between(at, end);
    }

    private bool AreTags(int at, int end)
    {
        for (; at < end; at++)
        {
            if (tags.Masked[at] != tags.Mask && !char.IsWhiteSpace(text[at]))
                return false;
        }

        return true;
    }

    /// <summary>The label of a directive of one line, as in <c>::card[words]{href="/a"}</c>.</summary>
    public void OfLine(int start, int end)
    {
        var open = text.IndexOf('[', start, end - start);
        var brace = text.IndexOf('{', start, end - start);
        if (open >= 0 && (brace < 0 || open < brace) && text.LastIndexOf(']', end - 1, end - open) is >= 0 and var close)
            Between(open + 1, close, isOfLine: true);
    }

    /// <summary>The title of a directive, and what its options say.</summary>
    public void OfDirective(Directive directive)
    {
        var end = text.AsSpan(directive.NameEnd).IndexOfAny('\r', '\n') is >= 0 and var length ? directive.NameEnd + length : text.Length;
        if (directive.HasTitle(text[directive.NameEnd..end]))
            Between(directive.NameEnd, end);
        article.Insets.AddRange(directive.Words(text));
    }

    /// <summary>The title of code, as in <c>```py title="words"</c>, which readers see above it, mostly the name of a file; and the caption of what it draws, as R Markdown has it.</summary>
    public void OfFence(int start)
    {
        var end = text.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var length ? start + length : text.Length;
        if (text.IndexOf('=', start, end - start) < 0)
            return;
        foreach (Match match in FenceWords().Matches(text[start..end]))
        {
            var (name, value) = (match.Groups["name"].Value.Replace('.', '-'), match.Groups["value"]);
            var words = value.Value[1..^1];
            if (words.Any(char.IsLetterOrDigit) && WordAttribute.KindOf(name) is { } kind)
                article.Insets.Add(new Inset(kind, name, words, start + value.Index, start + value.Index + value.Length) { IsAddress = kind == UnitKind.Attribute && Inset.MayBeAddress(words), IsOfFence = true });
        }
    }

    /// <summary>What stands between two places, read as Markdown within a line.</summary>
    public void Between(int at, int end, bool isOfLine = false)
    {
        if (sentences.Read(text, at, end) is var (first, after))
            article.Leaves.Add(new Leaf(UnitKind.Title, atoms, first, after) { IsOfLine = isOfLine });
    }

    [GeneratedRegex("""(?<=[ \t,])(?<name>title|(?:fig|tbl|lst)[.-]cap|fig[.-]alt)[ \t]*=[ \t]*(?<value>"[^"]+"|'[^']+')""", RegexOptions.CultureInvariant)]
    private static partial Regex FenceWords();
}
