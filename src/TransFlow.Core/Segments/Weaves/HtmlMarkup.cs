using System.Text;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>Writes words as they stand in HTML, such that neither HTML, Markdown, a site generator nor JSX takes them for anything else.</summary>
internal static class HtmlMarkup
{
    /// <summary>Words between tags.</summary>
    /// <param name="words">The words.</param>
    /// <param name="wholly">True to escape what could be a formula, and what Markdown right below HTML begins with, too.</param>
    /// <param name="mayBeMarkdown">True where Markdown may be read there.</param>
    public static string Text(string words, bool wholly, bool mayBeMarkdown) => Escaped(words, wholly ? "&<>{}`*_[]\\~$#+-|.)" : mayBeMarkdown ? "&<>{}`*_[]\\~" : "&<>{}");

    /// <summary>Words between quotation marks; in a table's cell, too.</summary>
    public static string Value(string words) => Escaped(words, "&<>{}\"'|`*_[]\\~$");

    private static string Escaped(string words, string signs)
    {
        var made = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            if (!signs.Contains(c, StringComparison.Ordinal))
                made.Append(c is '\n' or '\r' ? ' ' : c);
            else
                made.Append(System.Globalization.CultureInfo.InvariantCulture, $"{c switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => $"&#{(int)c};" }}");
        }

        return made.ToString();
    }
}
