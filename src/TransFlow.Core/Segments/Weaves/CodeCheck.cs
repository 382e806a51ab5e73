using System.Runtime.InteropServices;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>Holds the inline codes of a unit's target against those of its source.</summary>
internal static class CodeCheck
{
    private const int FewCodes = 16;

    /// <summary>What is wrong with the codes of a target; empty when they fit.</summary>
    public static IEnumerable<Finding> Of(Unit unit, IEnumerable<Content> target)
    {
        var parts = target.SelectMany(c => c.Parts).Where(p => p.Kind != InlineKind.Text).ToList();
        if (AreWhole(unit, CollectionsMarshal.AsSpan(parts)))
            yield break;
        var known = unit.Codes.ToDictionary(c => c.Id, StringComparer.Ordinal);
        foreach (var id in parts.Select(p => p.Value).Where(v => !known.ContainsKey(v)).Distinct(StringComparer.Ordinal))
            yield return Blocking(unit, "code-unknown", $"{unit.Name}: it has a code {{{id}}} that the source does not have; remove it.");
        var used = parts.Where(p => p.Kind != InlineKind.Close).CountBy(p => p.Value).ToDictionary(StringComparer.Ordinal);
        foreach (var code in unit.Codes)
        {
            var uses = used.GetValueOrDefault(code.Id);
            if (uses == 0 && !code.CanDelete)
                yield return Blocking(unit, "code-missing", $"{unit.Name}: it lacks the code {{{code.Id}}}, {Words(code)}; put it where it belongs.");
            else if (uses == 0 && code.Kind is CodeKind.Bold or CodeKind.Italic or CodeKind.Strike)
                yield return new Finding("format-missing", Severity.Warn, unit.Id, $"{unit.Name}: {code.Kind.ToString().ToLowerInvariant()} is missing; put it in if it matters.");
            else if (uses > 1 && !code.CanCopy)
                yield return Blocking(unit, "code-doubled", $"{unit.Name}: it has the code {{{code.Id}}}, {Words(code)}, {uses} times; keep one.");
        }

        if (unit.Codes.Any(c => c is { Kind: CodeKind.LineBreak, CanDelete: true } && !used.ContainsKey(c.Id)))
            yield return new Finding("format-missing", Severity.Warn, unit.Id, $"{unit.Name}: a line break is missing; put it in if it matters.");
        if (!IsNested(parts, known) || !CodePairs.Hold(unit, [.. parts]))
            yield return Blocking(unit, "code-nesting", $"{unit.Name}: its codes do not open and close in order; each that opens has to close before what is around it closes.");
        else if (LinkNesting.Of(unit, [.. parts]) is not var (outer, inner))
            yield break;
        else if (inner.Kind == CodeKind.Link)
            yield return Blocking(unit, "link-nested", $"{unit.Name}: the link {{{inner.Id}}} stands within the link {{{outer.Id}}}, which Markdown cannot hold; put one after the other.");
        else
            yield return Blocking(unit, "link-nested", $"{unit.Name}: the code {{{inner.Id}}}, {Words(inner)}, stands within the link {{{outer.Id}}} and would break it; put one after the other.");
    }

    /// <summary>Whether a target has each code once, rightly nested and paired: then there is nothing to find. Only for units of few codes, whatever is true of the others.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="parts">The target's parts.</param>
    public static bool AreWhole(Unit unit, ReadOnlySpan<Inline> parts)
    {
        if (unit.Codes.Length > FewCodes)
            return false;
        Span<int> open = stackalloc int[FewCodes];
        var (used, depth) = (0, 0);
        foreach (var (kind, id) in parts)
        {
            if (kind == InlineKind.Text)
                continue;
            var at = 0;
            while (at < unit.Codes.Length && unit.Codes[at].Id != id)
                at++;
            if (at == unit.Codes.Length)
                return false;
            if (kind == InlineKind.Close)
            {
                if (depth == 0 || open[--depth] != at)
                    return false;
                continue;
            }

            if ((used & (1 << at)) != 0 || unit.Codes[at].IsPair != (kind == InlineKind.Open))
                return false;
            used |= 1 << at;
            if (kind == InlineKind.Open)
                open[depth++] = at;
        }

        return depth == 0 && used == (1 << unit.Codes.Length) - 1 && CodePairs.Hold(unit, parts) && LinkNesting.Of(unit, parts) is null;
    }

    private static bool IsNested(List<Inline> parts, Dictionary<string, InlineCode> known)
    {
        var open = new Stack<string>();
        foreach (var (kind, id) in parts)
        {
            if (known.TryGetValue(id, out var code) && code.IsPair == (kind == InlineKind.Standalone))
                return false;
            if (kind == InlineKind.Open)
                open.Push(id);
            else if (kind == InlineKind.Close && (!open.TryPop(out var last) || last != id))
                return false;
        }

        return open.Count == 0;
    }

    private static string Words(InlineCode code)
    {
        var markup = (code.IsPair ? $"{code.Opening}…{code.Closing}" : code.Opening).ReplaceLineEndings(" ").Trim();
        return $"{code.Kind.ToString().ToLowerInvariant()} “{(markup.Length > 40 ? markup[..40] + "…" : markup)}”";
    }

    private static Finding Blocking(Unit unit, string check, Sentence said) => new(check, Severity.Block, unit.Id, said);
}
