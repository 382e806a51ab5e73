using System.Text;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>Writes words as they stand in HTML, such that neither HTML, Markdown, a site generator nor JSX takes them for anything else.</summary>
internal static class HtmlMarkup
{
    /// <summary>Words between tags.</summary>
    /// <param name="words">The words.</param>
    /// <param name="wholly">True to escape what could be a formula, and what Markdown right below HTML begins with, too.</param>
    /// <param name="isMdx">True where Markdown is read between tags on one line.</param>
    public static string Text(string words, bool wholly, bool isMdx) => Escaped(words, wholly ? "&<>{}`*_[]\\~$#+-|.)" : isMdx ? "&<>{}`*_[]\\~" : "&<>{}");

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
