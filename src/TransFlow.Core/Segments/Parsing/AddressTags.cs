namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Bare addresses that tags of site generators are a part of, as in <c>https://a.b/{{ site.user }}</c>. What the tag becomes belongs to the address, so that both are one
/// tag to the translator.
/// </summary>
internal static class AddressTags
{
    /// <summary>As far it is looked for the beginning of an address.</summary>
    private const int LongestBeginning = 500;

    /// <summary>Widens tags over the addresses that they stand in.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="from">Where its body begins.</param>
    /// <param name="tags">The tags in order.</param>
    public static void Widen(string text, int from, List<(int Start, int End)> tags)
    {
        var kept = 0;
        for (var i = 0; i < tags.Count; i++)
        {
            var (start, end) = tags[kept++] = tags[i];
            if (start == from || text[start] != '{' || !(text[start + 1] is '{' or '%' || IsName(text.AsSpan(start + 1, end - start - 2))) || char.IsWhiteSpace(text[start - 1]) || Beginning(text, Math.Max(kept == 1 ? from : tags[kept - 2].End, start - LongestBeginning), start) is not { } address)
                continue;
            var (first, open) = (i, Opens(text, start, end));
            while (true)
            {
                var plain = end;
                while (plain < text.Length && text[plain] is > ' ' and < '\u007F' and not ('<' or '>' or '"' or '`' or '|' or '\\' or '{' or '}' or '*' or ']'))
                    plain++;
                if (i + 1 >= tags.Count || tags[i + 1].Start != plain || text[plain] != '{')
                {
                    while (plain > end && text[plain - 1] is '.' or ',' or ':' or ';' or '!' or '?' or '_' or '~' or '\'' or '(' or ')')
                        plain--;
                    end = plain;
                    break;
                }

                end = tags[++i].End;
                open += Opens(text, tags[i].Start, end);
            }

            // A tag whose other half stands elsewhere is none of the address.
            if (open == 0)
                tags[kept - 1] = (address, end);
            else
                i = first;
        }

        tags.RemoveRange(kept, tags.Count - kept);
    }

    /// <summary>Whether there is nothing but a name in braces, as in the address of an interface: <c>/users/{id}</c>.</summary>
    private static bool IsName(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                return false;
        }

        return words.Length > 0;
    }

    /// <summary>One for a tag that opens what another closes, minus one for that.</summary>
    private static int Opens(string text, int start, int end) => text[start + 1] is not ('{' or '%') ? 0 : SiteTag.Name(text, start, end) switch
    {
        ['/', ..] or ['e', 'n', 'd', ..] => -1,
        "if" or "unless" or "for" or "case" or "raw" or "capture" or "note" => 1,
        _ => 0,
    };

    /// <summary>Where the bare address begins that goes on at a place; null when none does.</summary>
    private static int? Beginning(string text, int from, int end)
    {
        var start = end;
        while (start > from && text[start - 1] is > ' ' and not ('<' or '>' or '"' or '\'' or '`' or '|' or '\\' or '(' or '[' or '*' or '_') and < '\u007F')
            start--;
        var address = text.AsSpan(start, end - start);
        if (!address.StartsWith("https://") && !address.StartsWith("http://") && !address.StartsWith("ftp://") && !address.StartsWith("www."))
            return null;
        // Neither that of a link, nor of its definition, nor a value of HTML.
        var before = text.AsSpan(0, start);
        return before switch
        {
            [] or [.., > '\u007F'] => start,
            [.., ' ' or '\t' or '\n' or '\r' or '*' or '_'] => before.TrimEnd(" \t").EndsWith("]:") ? null : start,
            [.., ']', '('] => null,
            [.., '('] => start,
            _ => null,
        };
    }
}
