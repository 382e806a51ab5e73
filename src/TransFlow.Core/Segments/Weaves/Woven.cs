using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    /// <summary>How their emphasis is written; null where that is not known.</summary>
    public EmphasisForms? Forms { get; init; }
}

/// <summary>Puts the sentences of units together. One serves all units of an article in turn.</summary>
/// <param name="text">The source article.</param>
/// <param name="language">The target language.</param>
internal sealed class WovenUnits(string text, string language)
{
    private readonly string _space = SentenceSpace.Of(language);
    private readonly List<Inline> _parts = [];

    /// <summary>A unit with its words.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="targets">Its targets; null for none.</param>
    public WovenUnit Of(Unit unit, UnitPlace place, ImmutableArray<Content?> targets)
    {
        // What says the same as the source is the source, to the byte.
        if (targets.IsDefault || SaysTheSame(unit, targets))
            return new WovenUnit(unit, place, null);

        _parts.Clear();
        for (var i = 0; i < unit.Segments.Length; i++)
        {
            var own = i < targets.Length ? targets[i] : null;
            var content = own ?? unit.Segments[i].Source;
            if (content.IsEmpty)
                continue;
            if (_parts.Count > 0 && !(_parts[^1].Kind == InlineKind.Standalone && place.IsBreak(_parts[^1].Value)))
                _parts.Add(new Inline(InlineKind.Text, place.Scalar is not null && unit.Segments[i - 1].SpaceAfter is ['\n', ..] lines ? lines : own is null ? " " : _space));
            _parts.AddRange(content.Parts.AsSpan());
        }

        if (!unit.Codes.IsEmpty)
        {
            TakeIdleBreaks(place);
            EmphasisEdges.Mend(text, _parts, place);
        }

        Trim();
        return new WovenUnit(unit, place, new Content(CollectionsMarshal.AsSpan(_parts)));
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

    /// <summary>White space at the edge of a block is none in Markdown, and inside a mark around the whole block it would undo the mark.</summary>
    private void Trim()
    {
        if (_parts.Count > 0 && _parts[0].Kind == InlineKind.Text)
            _parts[0] = _parts[0] with { Value = _parts[0].Value.TrimStart() };
        if (_parts.Count > 0 && _parts[^1].Kind == InlineKind.Text)
            _parts[^1] = _parts[^1] with { Value = _parts[^1].Value.TrimEnd() };
    }

    /// <summary>A line break at the edge of a block, or right after another, is none in Markdown.</summary>
    private void TakeIdleBreaks(UnitPlace place)
    {
        if (!Array.Exists(place.Codes, c => c.Kind == CodeKind.LineBreak))
            return;
        var kept = 0;
        var afterBreak = true;
        for (var i = 0; i < _parts.Count; i++)
        {
            var part = _parts[i];
            var isBreak = part.Kind == InlineKind.Standalone && place.IsBreak(part.Value);
            if (isBreak && afterBreak)
                continue;
            afterBreak = isBreak || (afterBreak && part.Kind == InlineKind.Text && string.IsNullOrWhiteSpace(part.Value));
            _parts[kept++] = part;
        }

        _parts.RemoveRange(kept, _parts.Count - kept);
        var last = _parts.FindLastIndex(p => p.Kind != InlineKind.Text || !string.IsNullOrWhiteSpace(p.Value));
        if (last >= 0 && _parts[last].Kind == InlineKind.Standalone && place.IsBreak(_parts[last].Value))
            _parts.RemoveRange(last, _parts.Count - last);
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
    public static List<Splice> Splices(Extraction source, List<WovenUnit> units, List<Splice> addresses, HashSet<string> wholly)
    {
        var inner = new List<Splice>(addresses);
        var hasFormulas = FormulaSigns.AreRead(source);
        foreach (var (unit, place, words) in units)
        {
            if (words is not null && place.Inset is not null)
                inner.Add(new Splice(place.Start, place.End - place.Start, InsetMarkup.Of(source.Text, place, words, wholly.Contains(unit.Id), source.Body.IsMdx, hasFormulas)));
        }

        // Units stand in order.
        if (addresses.Count > 0)
            inner = [.. inner.OrderBy(i => i.Start)];
        var markup = new UnitMarkup(source.Text, inner, source.Body.IsMdx, hasFormulas, source.Body.Leaves);
        var splices = new List<Splice>(units.Count);
        var next = 0;
        foreach (var woven in units)
        {
            var (unit, place, words) = woven;
            if (words is null || place.Inset is not null)
                continue;
            if (place.Scalar is { } scalar)
            {
                splices.Add(HeadWriter.Replace(source.Text, scalar, words.Text));
                continue;
            }

            // What stands inside the block has been written with its markup.
            var outer = new Splice(place.Start, place.End - place.Start, markup.Leaf(woven, words, wholly.Contains(unit.Id)));
            for (; next < inner.Count && inner[next].Start < place.End; next++)
            {
                if (!outer.Holds(inner[next]))
                    splices.Add(inner[next]);
            }

            splices.Add(outer);
        }

        splices.AddRange(inner.Skip(next));
        return splices;
    }
}
