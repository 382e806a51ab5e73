using System.Collections.Immutable;
using TransFlow.Core.Segments.Heads;
using TransFlow.Core.Segments.Splicing;
using TransFlow.Core.Segments.Units;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>One unit with the words that go into its place.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Words">Its sentences put together; null when the source's own words stay.</param>
internal sealed record WovenUnit(Unit Unit, UnitPlace Place, Content? Words)
{
    private static readonly HashSet<string> None = [];

    /// <summary>Puts the sentences of a unit together.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="targets">Its targets; null for none.</param>
    /// <param name="language">The target language.</param>
    public static WovenUnit Of(Unit unit, UnitPlace place, ImmutableArray<Content?> targets, string language)
    {
        // What says the same as the source is the source, to the byte.
        if (targets.IsDefault || SaysTheSame(unit, targets))
            return new WovenUnit(unit, place, null);

        var breaks = Ids(unit, k => k == CodeKind.LineBreak);
        var spaceless = language.Split('-')[0] is "ja" or "zh";
        var parts = new List<Inline>();
        for (var i = 0; i < unit.Segments.Length; i++)
        {
            var own = i < targets.Length ? targets[i] : null;
            var content = own ?? unit.Segments[i].Source;
            if (content.IsEmpty)
                continue;
            if (parts.Count > 0 && !(parts[^1].Kind == InlineKind.Standalone && breaks.Contains(parts[^1].Value)))
                parts.Add(new Inline(InlineKind.Text, spaceless && own is not null ? "" : " "));
            parts.AddRange(content.Parts.AsSpan());
        }

        if (!unit.Codes.IsEmpty)
        {
            parts = breaks.Count == 0 ? parts : WithoutIdleBreaks(parts, breaks);
            parts = EmphasisEdges.Mend(parts, Ids(unit, k => k is CodeKind.Bold or CodeKind.Italic or CodeKind.Strike));
        }

        return new WovenUnit(unit, place, new Content(Trimmed(parts)));
    }

    private static bool SaysTheSame(Unit unit, ImmutableArray<Content?> targets)
    {
        for (var i = 0; i < Math.Min(targets.Length, unit.Segments.Length); i++)
        {
            if (targets[i] is { } target && !target.Equals(unit.Segments[i].Source))
                return false;
        }

        return true;
    }

    /// <summary>The ids of a unit's codes of some kinds.</summary>
    private static HashSet<string> Ids(Unit unit, Func<CodeKind, bool> fits)
    {
        HashSet<string>? ids = null;
        foreach (var code in unit.Codes)
        {
            if (fits(code.Kind))
                (ids ??= new(StringComparer.Ordinal)).Add(code.Id);
        }

        return ids ?? None;
    }

    /// <summary>White space at the edge of a block is none in Markdown, and inside a mark around the whole block it would undo the mark.</summary>
    private static List<Inline> Trimmed(List<Inline> parts)
    {
        if (parts.Count > 0 && parts[0].Kind == InlineKind.Text)
            parts[0] = parts[0] with { Value = parts[0].Value.TrimStart() };
        if (parts.Count > 0 && parts[^1].Kind == InlineKind.Text)
            parts[^1] = parts[^1] with { Value = parts[^1].Value.TrimEnd() };
        return parts;
    }

    /// <summary>A line break at the edge of a block, or right after another, is none in Markdown.</summary>
    private static List<Inline> WithoutIdleBreaks(List<Inline> parts, HashSet<string> breaks)
    {
        var kept = new List<Inline>(parts.Count);
        var afterBreak = true;
        foreach (var part in parts)
        {
            var isBreak = part.Kind == InlineKind.Standalone && breaks.Contains(part.Value);
            if (isBreak && afterBreak)
                continue;
            afterBreak = isBreak || (afterBreak && part.Kind == InlineKind.Text && string.IsNullOrWhiteSpace(part.Value));
            kept.Add(part);
        }

        var last = kept.FindLastIndex(p => p.Kind != InlineKind.Text || !string.IsNullOrWhiteSpace(p.Value));
        return last >= 0 && kept[last].Kind == InlineKind.Standalone && breaks.Contains(kept[last].Value) ? kept[..last] : kept;
    }
}

/// <summary>All splices of one weaving.</summary>
internal static class Woven
{
    /// <summary>The splices that put the units' words and the mapped addresses in place.</summary>
    /// <param name="source">The source article.</param>
    /// <param name="units">Its units with their words.</param>
    /// <param name="addresses">Addresses that change.</param>
    /// <param name="wholly">Ids of units in which every sign is escaped.</param>
    public static List<Splice> Splices(Extraction source, IReadOnlyList<WovenUnit> units, IEnumerable<Splice> addresses, IReadOnlySet<string> wholly)
    {
        var inner = units.Where(u => u is { Words: not null, Place.Inset: not null })
            .Select(u => new Splice(u.Place.Start, u.Place.End - u.Place.Start, UnitMarkup.Inset(source.Text, u.Place.Inset!, u.Words!.Text, wholly.Contains(u.Unit.Id))))
            .Concat(addresses).OrderBy(i => i.Start).ToList();
        var markup = new UnitMarkup(source.Text, inner);
        var splices = new List<Splice>(units.Count);
        var next = 0;
        foreach (var (unit, place, words) in units)
        {
            if (words is null || place.Inset is not null)
                continue;
            if (place.Scalar is { } scalar)
            {
                splices.Add(HeadWriter.Replace(source.Text, scalar, words.Text));
                continue;
            }

            // What stands inside the block has been written with its markup.
            var outer = new Splice(place.Start, place.End - place.Start, markup.Leaf(unit, place, words, wholly.Contains(unit.Id)));
            for (; next < inner.Count && inner[next].Start < place.End; next++)
            {
                if (!outer.Holds(inner[next]))
                    splices.Add(inner[next]);
            }

            splices.Add(outer);
        }

        splices.AddRange(inner[next..]);
        return splices;
    }
}
