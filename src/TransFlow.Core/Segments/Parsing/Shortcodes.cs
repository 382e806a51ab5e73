using System.Text;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Site generators' tags: Hugo shortcodes, Liquid, and attribute lists such as <c>{#id}</c>. They are no Markdown, so they are hidden from the Markdown parser behind
/// characters that mean nothing to it, in the same places.
/// </summary>
internal sealed partial class Shortcodes
{
    private readonly List<(int Start, int End)> _spans = [];

    private Shortcodes(string masked, char mask) => (Masked, Mask) = (masked, mask);

    /// <summary>The text with the tags hidden; line ends stay.</summary>
    public string Masked { get; }

    /// <summary>The character that hides; it occurs nowhere in the article.</summary>
    public char Mask { get; }

    /// <summary>The tags in order.</summary>
    public IReadOnlyList<(int Start, int End)> Spans => _spans;

    /// <summary>Finds the tags from an offset on.</summary>
    public static Shortcodes Find(string text, int from)
    {
        var mask = Enumerable.Range(0xE000, 0x1900).Select(c => (char)c).First(c => !text.Contains(c, StringComparison.Ordinal));
        var hidden = new StringBuilder(text);
        var spans = new List<(int, int)>();
        if (text.AsSpan(from).Contains('{'))
        {
            foreach (var match in Tag().EnumerateMatches(text, from))
            {
                spans.Add((match.Index, match.Index + match.Length));
                for (var i = match.Index; i < match.Index + match.Length; i++)
                {
                    if (hidden[i] is not ('\n' or '\r'))
                        hidden[i] = mask;
                }
            }
        }

        var found = new Shortcodes(hidden.ToString(), mask);
        found._spans.AddRange(spans);
        return found;
    }

    /// <summary>The words in the attributes of a tag.</summary>
    public static IEnumerable<Inset> Words(string text, int start, int end)
    {
        foreach (Match match in Attribute().Matches(text[start..end]))
        {
            var equals = text.IndexOf('=', start + match.Index);
            var name = text[(start + match.Index)..equals].Trim();
            var open = text.IndexOfAny(['"', '`'], equals);
            var value = text[(open + 1)..(start + match.Index + match.Length - 1)];
            if (value.Any(char.IsLetterOrDigit) && Kind(name) is { } kind)
                yield return new Inset(kind, name, text[open] == '"' ? value.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal) : value, open, open + value.Length + 2);
        }
    }

    private static UnitKind? Kind(string name) => name switch
    {
        "alt" => UnitKind.ImageAlt,
        "caption" => UnitKind.Caption,
        "title" or "description" or "summary" or "text" or "label" or "attr" or "credit" => UnitKind.Attribute,
        _ => null,
    };

    [GeneratedRegex("""\{\{(?:[^"}]|"(?:[^"\\\r\n]|\\.)*"|\}(?!\}))*\}\}|\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{[#.:][^{}\r\n]*\}""", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<=\s)[A-Za-z_][\w-]*\s*=\s*(?:"(?:[^"\\]|\\.)*"|`[^`]*`)""", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();
}
