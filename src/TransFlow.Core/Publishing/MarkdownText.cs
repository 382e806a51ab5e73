using System.Text;

namespace TransFlow.Core.Publishing;

/// <summary>Plain text in a line of Markdown.</summary>
internal static class MarkdownText
{
    /// <summary>The text with every character escaped that could become inline markup.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings(" "))
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '&' or '#' or '|' or '~' or '!')
                escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
