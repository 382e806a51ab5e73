namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Finds addresses that stand bare in a text. Markdown has them as text, most sites make links of them (GFM 0.29, 6.9), and nobody
/// translates them: they are codes of a unit, and are kept to the letter.
/// </summary>
internal static class BareAddress
{
    private const string ObjectMark = "\uFFFC";

    private static readonly string[] Beginnings = ["https://", "http://", "www."];

    /// <summary>The pieces of a block, addresses apart from the words around them; the list itself when it has none.</summary>
    public static List<Atom> Apart(List<Atom> atoms)
    {
        List<Atom>? apart = null;
        for (var i = 0; i < atoms.Count; i++)
        {
            var atom = atoms[i];
            // Only what is written as it is read has the address at the same place in both.
            var from = atom.Kind == InlineKind.Text && atom.Text.Length == atom.End - atom.Start ? Next(atom.Text, 0, out var end) : (end = -1);
            if (from < 0)
            {
                apart?.Add(atom);
                continue;
            }

            apart ??= atoms[..i];
            var at = 0;
            for (; from >= 0; from = Next(atom.Text, at, out end))
            {
                if (from > at)
                    apart.Add(Part(atom, at, from));
                var (start, stop) = (atom.Start + from, atom.Start + end);
                apart.Add(new Atom(InlineKind.Standalone, ObjectMark, start, stop, new CodeSource(CodeKind.Autolink) { OpenStart = start, OpenEnd = stop, Words = atom.Text[from..end] }));
                at = end;
            }

            if (at < atom.Text.Length)
                apart.Add(Part(atom, at, atom.Text.Length));
        }

        return apart ?? atoms;
    }

    private static Atom Part(Atom atom, int from, int to) => atom with { Text = atom.Text[from..to], Start = atom.Start + from, End = atom.Start + to };

    private static int Next(string text, int from, out int end)
    {
        end = -1;
        for (var at = from; at < text.Length;)
        {
            var rest = text.AsSpan(at);
            var (http, www) = (rest.IndexOf("http"), rest.IndexOf("www."));
            var skip = http < 0 ? www : www < 0 ? http : Math.Min(http, www);
            if (skip < 0)
                return -1;
            at += skip;
            end = at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '/' or '@' or '.' or '-' or '_') ? -1 : End(text, at);
            if (end > 0)
                return at;
            at += 4;
        }

        return -1;
    }

    /// <summary>The end of the address that begins at a place; -1 when none does. Hangul after it is a particle, unless it stands in the path.</summary>
    private static int End(string text, int start)
    {
        var host = start;
        foreach (var beginning in Beginnings)
        {
            if (text.AsSpan(start).StartsWith(beginning, StringComparison.Ordinal))
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

        while (end > host && (text[end - 1] is '.' or ',' or ':' or ';' or '!' or '?' or '*' or '_' or '~' or '\'' or '[' or ']' || (text[end - 1] == ')' && text.AsSpan(start, end - start).Count(')') > text.AsSpan(start, end - start).Count('('))))
            end--;
        return text.AsSpan(host, end - host).Contains('.') ? end : -1;
    }
}
