using System.Buffers;
using TransFlow.Core.Segments.Sentences;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Finds addresses that stand bare in a text. Markdown has them as text, most sites make links of them (GFM 0.29, 6.9), and nobody
/// translates them: they are codes of a unit, and are kept to the letter.
/// </summary>
internal static class BareAddress
{
    private const string ObjectMark = "\uFFFC";

    private static readonly string[] Beginnings = ["https://", "http://", "ftp://", "www."];

    private static readonly SearchValues<string> Signs = SearchValues.Create(["http", "ftp:", "www."], StringComparison.Ordinal);

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

    /// <summary>The addresses that stand bare in blocks.</summary>
    /// <param name="article">The article's text.</param>
    /// <param name="leaves">The blocks.</param>
    public static List<Address> Of(string article, List<Leaf> leaves)
    {
        var (found, apart) = (new List<Address>(), new AtomList());
        foreach (var leaf in leaves)
        {
            if (leaf.Atoms.IsEmpty || !MayStandIn(article.AsSpan(leaf.Atoms[0].Start, leaf.Atoms[^1].End - leaf.Atoms[0].Start)))
                continue;
            apart.Cut(0);
            Apart(article, leaf.Atoms, apart);
            foreach (ref readonly var atom in apart.Items)
            {
                if (atom.Code?.Words is { } address)
                    found.Add(new Address(address, atom.Start, atom.End));
            }
        }

        apart.Cut(0);
        apart.Seal();
        return found;
    }

    /// <summary>
    /// Adds the places of signs in bare addresses that Markdown would take for emphasis. Sites that make links of addresses see the address first (GFM 0.29,
    /// 6.9), so that <c>_a_</c> in its path is no emphasis.
    /// </summary>
    /// <param name="text">The article's text.</param>
    /// <param name="from">Where its body begins.</param>
    /// <param name="places">Where they go.</param>
    public static void Emphasized(string text, int from, List<int> places)
    {
        if (!MayStandIn(text.AsSpan(from)))
            return;
        for (var at = Next(text, from, out var end); at >= 0; at = Next(text, end, out end))
        {
            if ((at > from && text[at - 1] is not (' ' or '\t' or '\n')) || IsOfDefinition(text, at))
                continue;
            for (var i = at; i < end; i++)
            {
                if (text[i] is '_' or '*')
                    places.Add(i);
            }
        }
    }

    /// <summary>Whether an address is that of the definition of a link, as in <c>[name]: address</c>.</summary>
    private static bool IsOfDefinition(string text, int at) => text.AsSpan(0, at).TrimEnd(" \t\n").EndsWith("]:");

    /// <summary>Whether an address begins at a sign of one: the colon after its scheme, which some renderers know within a word, too, or the stop after <c>www</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The place of the sign.</param>
    public static bool HasSign(ReadOnlySpan<char> text, int at)
    {
        var start = text[at] == '.' || text[..at].EndsWith("ftp") ? at - 3 : text[..at].EndsWith("https") ? at - 5 : at - 4;
        return start >= 0 && text[start..].StartsWith(text[at] == '.' ? "www." : text[start] == 'f' ? "ftp://" : "http") && (text[at] == ':' || MayBeginAt(text, start)) && Host(text, start, isOfAnyScript: true) > at;
    }

    /// <summary>Whether a text has what addresses begin with.</summary>
    public static bool MayStandIn(ReadOnlySpan<char> text) => text.ContainsAny(Signs);

    /// <summary>The address that GFM sees in a text as it is written from a place on (0.29, 6.9): all up to white space or <c>&lt;</c>, but for marks at its end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to look from; after the call, the offset after the address.</param>
    /// <param name="begin">Where the block begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <returns>The offset of the address; -1 when there is no more.</returns>
    public static int Seen(string text, ref int from, int begin, int end)
    {
        while (text.AsSpan(from, end - from).IndexOfAny(Signs) is >= 0 and var skip)
        {
            var start = from + skip;
            from = start + 4;
            if ((start > begin && !IsBeforeAddress(text[start - 1])) || End(text.AsSpan(0, end), start) < 0)
                continue;
            from = SeenEnd(text.AsSpan(0, end), start);
            return start;
        }

        return -1;
    }

    /// <summary>Whether an address may stand behind a character.</summary>
    public static bool IsBeforeAddress(char before) => char.IsWhiteSpace(before) || before is '*' or '_' or '~' or '(';

    /// <summary>Where the address that begins at a place ends for GFM.</summary>
    public static int SeenEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] != '<' && !char.IsWhiteSpace(text[end]))
            end++;
        while (end > start && (text[end - 1] is '?' or '!' or '.' or ',' or ':' or ';' or '*' or '_' or '~' || IsOdd(text[start..end])))
            end--;
        return end;
    }

    /// <summary>Whether an address ends with a bracket that it does not open.</summary>
    private static bool IsOdd(ReadOnlySpan<char> address) => (address[^1] == ')' && address.Count(')') > address.Count('(')) || (address[^1] == ']' && address.Count(']') > address.Count('['));

    private static Atom Part(Atom atom, int from, int to) => atom with { Text = atom.Text?[from..to], Start = atom.Start + from, End = atom.Start + to };

    private static int Next(ReadOnlySpan<char> text, int from, out int end)
    {
        end = -1;
        // Most texts have neither sign, and looking for a character is cheaper than for words.
        if (text[from..].IndexOfAny(':', 'w') < 0)
            return -1;
        for (var at = from; at < text.Length; at += 4)
        {
            var skip = text[at..].IndexOfAny(Signs);
            if (skip < 0)
                return -1;
            at += skip;
            end = MayBeginAt(text, at) ? End(text, at) : -1;
            if (end > 0)
                return at;
        }

        return -1;
    }

    /// <summary>Whether an address may begin at a place: one with a scheme behind all but a letter (GFM 0.29, 6.9), another not within a word or a path.</summary>
    private static bool MayBeginAt(ReadOnlySpan<char> text, int at) => at == 0 || !(text[at] == 'w' ? char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '/' or '@' or '.' or '-' or '_' : char.IsAsciiLetter(text[at - 1]));

    /// <summary>Where the host begins of the address at a place; -1 when there is none. It needs no dot, as in <c>http://localhost:3000</c>. Sites may know hosts of any script.</summary>
    private static int Host(ReadOnlySpan<char> text, int start, bool isOfAnyScript = false)
    {
        foreach (var beginning in Beginnings)
        {
            if (text[start..].StartsWith(beginning, StringComparison.Ordinal))
                return start + beginning.Length is var host && host < text.Length && (char.IsAsciiLetterOrDigit(text[host]) || (isOfAnyScript && !char.IsAscii(text[host]) && !char.IsWhiteSpace(text[host]))) ? host : -1;
        }

        return -1;
    }

    /// <summary>The end of the address that begins at a place; -1 when none does. Hangul after it is a particle, unless it stands in the path and is none.</summary>
    private static int End(ReadOnlySpan<char> text, int start)
    {
        var host = Host(text, start);
        if (host < 0)
            return -1;
        var end = host;
        var (inPath, depth, isWiki) = (false, 0, default(bool?));
        for (; end < text.Length && text[end] is > ' ' and not ('<' or '>' or '"' or '`' or '|' or '\\' or '{' or '}' or '\u007F'); end++)
        {
            // A round bracket belongs to a name in another script and to one that is set off, as in /서울(도시) and /서울_(도시), and to all names of a wiki; behind letters of ASCII, and right behind the host, people write remarks in them.
            if (inPath && text[end - 1] == '/' && IsGlued(text[end..]))
                break;
            if (text[end] == '(' && ((inPath && text[host..end].IndexOf('/') != end - host - 1) || (isWiki ??= IsOfWiki(text[host..end]))))
                depth++;
            else if (text[end] == ')' && depth > 0)
                depth--;
            inPath = depth > 0 ? char.IsAscii(text[end]) || char.IsLetterOrDigit(text[end])
                : char.IsAscii(text[end]) ? text[end] is '/' or '=' or '?' or '#' or '&' or '-' or '_' or '+' or '%' : inPath && char.IsLetterOrDigit(text[end]);
            if (!char.IsAscii(text[end]) && !inPath)
                break;
        }

        while (end > host && (text[end - 1] is '.' or ',' or ':' or ';' or '!' or '?' or '*' or '_' or '~' or '\'' or '[' or '(' || IsOdd(text[start..end])))
            end--;
        return end;
    }

    /// <summary>Whether a particle stands before all that follows, and not the name of a page, as in <c>/에서</c> and in <c>/에서-온-편지</c>.</summary>
    private static bool IsGlued(ReadOnlySpan<char> text) => KoreanWords.WordAtStart(text) is { IsEmpty: false } word && KoreanWords.IsGluedToAddress(word)
        && (word.Length == text.Length || (!char.IsLetterOrDigit(text[word.Length]) && text[word.Length] is not ('/' or '-' or '_' or '=' or '%' or '&' or '+' or '#') && !(text[word.Length] is '.' or '?' && word.Length + 1 < text.Length && char.IsAsciiLetterOrDigit(text[word.Length + 1]))));

    /// <summary>Whether what stands before in an address leads to the pages of a wiki, whose names have their kind in brackets.</summary>
    private static bool IsOfWiki(ReadOnlySpan<char> before) => before.Contains("/wiki/", StringComparison.Ordinal) || before.Contains("/w/", StringComparison.Ordinal);
}
