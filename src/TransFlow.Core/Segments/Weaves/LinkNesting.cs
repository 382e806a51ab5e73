namespace TransFlow.Core.Segments.Weaves;

/// <summary>
/// Links within links: Markdown has none, and a footnote mark, an address or an <c>&lt;a&gt;</c> in a link's words undoes that link for some
/// renderers and is a link of its own for others, which browsers take out again.
/// </summary>
internal static class LinkNesting
{
    /// <summary>A link, and what became a link in its words though the source does not have it there; null for none. Codes are nested rightly.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="parts">The target's parts.</param>
    public static (InlineCode Outer, InlineCode Inner)? Of(Unit unit, ReadOnlySpan<Inline> parts)
    {
        var (links, outer) = (0, false);
        foreach (var code in unit.Codes)
        {
            links += IsLink(code) ? 1 : 0;
            outer |= Holds(code);
        }

        if (links < 2 || !outer)
            return null;
        var known = unit.Codes.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var found = All(parts, known);
        if (found.Count == 0)
            return null;
        var own = All(unit.Segments.SelectMany(s => s.Source.Parts).ToArray(), known).ToHashSet();
        foreach (var pair in found)
        {
            if (!own.Contains(pair))
                return (known[pair.Outer], known[pair.Inner]);
        }

        return null;
    }

    /// <summary>The nearest link around each link that stands in another.</summary>
    private static List<(string Outer, string Inner)> All(ReadOnlySpan<Inline> parts, Dictionary<string, InlineCode> known)
    {
        var found = new List<(string, string)>();
        var open = new Stack<InlineCode>();
        foreach (var (kind, id) in parts)
        {
            if (kind == InlineKind.Text || !known.TryGetValue(id, out var code))
                continue;
            if (kind == InlineKind.Close && code.Kind == CodeKind.Link)
            {
                while (open.Pop() != code)
                    continue;
            }
            else if (IsClosingTag(code) && open.TryPeek(out var tag) && !tag.IsPair)
            {
                open.Pop();
            }
            else if (kind != InlineKind.Close && IsLink(code))
            {
                if (open.TryPeek(out var around))
                    found.Add((around.Id, id));
                // A tag ends the one before it, as in a browser.
                if (!code.IsPair && Holds(code) && around is { IsPair: false })
                    open.Pop();
                if (Holds(code))
                    open.Push(code);
            }
        }

        return found;
    }

    private static bool IsLink(InlineCode code) => code.Kind is CodeKind.FootnoteMark or CodeKind.Autolink || Holds(code);

    /// <summary>Whether a code is a link that has words. A whole element is one that readers do not see.</summary>
    private static bool Holds(InlineCode code) => code.Kind == CodeKind.Link
        || (code is { Kind: CodeKind.Html, Opening: ['<', 'a' or 'A', ' ' or '\t' or '\r' or '\n', .., '>'] tag } && !tag.EndsWith("/>", StringComparison.Ordinal) && !tag.EndsWith("</a>", StringComparison.OrdinalIgnoreCase));

    private static bool IsClosingTag(InlineCode code) => code is { Kind: CodeKind.Html, Opening: ['<', '/', 'a' or 'A', '>'] };
}
