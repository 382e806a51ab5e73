using System.Buffers;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Finds addresses that stand bare in a text. Markdown has them as text, most sites make links of them (GFM 0.29, 6.9), and nobody
/// translates them: they are codes of a unit, and are kept to the letter.
/// </summary>
internal static class BareAddress
{
    private const string ObjectMark = "\uFFFC";

    private static readonly string[] Beginnings = ["https://", "http://", "www."];

    private static readonly SearchValues<string> Signs = SearchValues.Create(["http", "www."], StringComparison.Ordinal);

    /// <summary>Adds the pieces of a block to others, addresses apart from the words around them.</summary>
    /// <param name="article">The article's text.</param>
    /// <param name="atoms">The pieces.</param>
    /// <param name="apart">Where they go.</param>
    public static void Apart(string article, ReadOnlySpan<Atom> atoms, AtomList apart)
    {
        foreach (ref readonly var atom in atoms)
        {
            var words = atom.Words(article);
            // Only what is written as it is read has the address at the same place in both.
            var from = atom.Kind == InlineKind.Text && words.Length == atom.End - atom.Start ? Next(words, 0, out var end) : (end = -1);
            var at = 0;
            for (; from >= 0; from = Next(words, at, out end))
            {
                if (from > at)
                    apart.Add(Part(atom, at, from));
                var (start, stop) = (atom.Start + from, atom.Start + end);
                apart.Add(new Atom(InlineKind.Standalone, ObjectMark, start, stop, new CodeSource(CodeKind.Autolink) { OpenStart = start, OpenEnd = stop, Words = words[from..end].ToString() }));
                at = end;
            }

            if (at == 0)
                apart.Add(atom);
            else if (at < words.Length)
                apart.Add(Part(atom, at, words.Length));
        }
    }

    private static Atom Part(Atom atom, int from, int to) => atom with { Text = atom.Text?[from..to], Start = atom.Start + from, End = atom.Start + to };

    private static int Next(ReadOnlySpan<char> text, int from, out int end)
    {
        end = -1;
        for (var at = from; at < text.Length; at += 4)
        {
            var skip = text[at..].IndexOfAny(Signs);
            if (skip < 0)
                return -1;
            at += skip;
            end = at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '/' or '@' or '.' or '-' or '_') ? -1 : End(text, at);
            if (end > 0)
                return at;
        }

        return -1;
    }

    /// <summary>The end of the address that begins at a place; -1 when none does. Hangul after it is a particle, unless it stands in the path.</summary>
    private static int End(ReadOnlySpan<char> text, int start)
    {
        var host = start;
        foreach (var beginning in Beginnings)
        {
            if (text[start..].StartsWith(beginning, StringComparison.Ordinal))
                host = start + beginning.Length;
        }

        if (host == start || host == text.Length || !char.IsAsciiLetterOrDigit(text[host]))
            return -1;
        var end = host;
        var inPath = false;
        for (; end < text.Length && text[end] is > ' ' and not ('<' or '>' or '"' or '`' or '|' or '\\' or '{' or '}' or '\u007F'); end++)
        {
            inPath = char.IsAscii(text[end]) ? text[end] is '/' or '=' or '?' or '#' or '&' or '-' or '_' or '+' or '%' : inPath && char.IsLetterOrDigit(text[end]);
            if (!char.IsAscii(text[end]) && !inPath)
                break;
        }

        while (end > host && (text[end - 1] is '.' or ',' or ':' or ';' or '!' or '?' or '*' or '_' or '~' or '\'' or '[' or ']' || (text[end - 1] == ')' && text[start..end].Count(')') > text[start..end].Count('('))))
            end--;
        return text[host..end].Contains('.') ? end : -1;
    }
}
