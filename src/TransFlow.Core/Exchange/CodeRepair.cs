using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

/// <summary>
/// Mends inline codes that a tool turned into text, gave other ids or doubled, and takes out those that nobody sent: what they spanned
/// stays. Which markup a code stands for is ours to know; a file can only say where it goes.
/// </summary>
internal static partial class CodeRepair
{
    /// <summary>A returned unit with the codes of its targets mended.</summary>
    /// <param name="sent">The unit as it was handed out.</param>
    /// <param name="returned">The unit as it came back.</param>
    /// <param name="findings">Where it is told.</param>
    public static ReturnedUnit Of(ReturnedUnit sent, ReturnedUnit returned, ICollection<Finding> findings)
    {
        if (IsSound(sent, returned))
            return returned;
        var known = sent.Pieces.SelectMany(p => p.Source.Parts).Where(IsStart).Select(p => (p.Value, p.Kind)).ToList();
        var kinds = known.DistinctBy(k => k.Value).ToDictionary(k => k.Value, k => k.Kind, StringComparer.Ordinal);
        returned = Paired(sent, TypedInSource(sent, returned, kinds), findings);
        if (NamesInSource(sent, returned, known) is { } names && names.Exists(n => n.Theirs != n.Ours))
            returned = Renamed(sent, returned, kinds, names, findings);

        returned = Typed(sent, Alone(returned, kinds), kinds, findings);
        if (returned.Pieces.Any(p => p.Target is not null && p.Target.Parts.Any(i => i.Kind != InlineKind.Text && !kinds.ContainsKey(i.Value))))
            returned = Renumbered(sent, returned, known, findings);
        return Single(sent, returned, findings);
    }

    /// <summary>Whether a unit came back with its codes as they went out, each once at the most, and nothing that looks like one: most do.</summary>
    private static bool IsSound(ReturnedUnit sent, ReturnedUnit returned)
    {
        if (sent.Pieces.Length != returned.Pieces.Length)
            return false;
        HashSet<string>? seen = null;
        HashSet<Inline>? codes = null;
        for (var i = 0; i < sent.Pieces.Length; i++)
        {
            if (!sent.Pieces[i].Source.Equals(returned.Pieces[i].Source))
                return false;
            foreach (var part in returned.Pieces[i].Target?.Parts ?? [])
            {
                if (part.Kind == InlineKind.Text ? part.Value.Contains('<', StringComparison.Ordinal) : !(codes ??= CodesOf(sent)).Contains(part) || (IsStart(part) && !(seen ??= new(StringComparer.Ordinal)).Add(part.Value)))
                    return false;
            }
        }

        return true;
    }

    /// <summary>The halves of codes, and the codes that stand alone, in the sources of a unit.</summary>
    private static HashSet<Inline> CodesOf(ReturnedUnit unit)
    {
        var codes = new HashSet<Inline>();
        foreach (var piece in unit.Pieces)
        {
            foreach (var part in piece.Source.Parts)
            {
                if (part.Kind != InlineKind.Text)
                    codes.Add(part);
            }
        }

        return codes;
    }

    /// <summary>What the returned source calls our codes, in order, each with the piece in which it stands; null when it has no codes, or others, or has them elsewhere.</summary>
    private static List<(int Piece, string Theirs, string Ours)>? NamesInSource(ReturnedUnit sent, ReturnedUnit returned, List<(string Value, InlineKind Kind)> known)
    {
        // Some tools know no code that stands alone, only pairs with nothing in them.
        static bool IsOf(InlineKind theirs, InlineKind ours) => theirs == ours || ours == InlineKind.Standalone;
        static string Marked(ReturnedUnit unit) => ContentTidy.Bare(string.Concat(unit.Pieces.SelectMany(p => p.Source.Parts).Select(p => p.Kind == InlineKind.Text ? p.Value : IsStart(p) ? "\u241E" : "")));
        var theirs = returned.Pieces.SelectMany((p, i) => p.Source.Parts.Where(IsStart).Select(c => (Piece: i, c.Value, c.Kind))).ToList();
        return theirs.Count == known.Count && known.Count > 0 && theirs.Zip(known).All(p => IsOf(p.First.Kind, p.Second.Kind)) && Marked(sent) == Marked(returned)
            ? [.. theirs.Zip(known, (t, k) => (t.Piece, t.Value, k.Value))]
            : null;
    }

    /// <summary>A tool that gave the codes of the source other ids means by these, in the target, the same codes.</summary>
    private static ReturnedUnit Renamed(ReturnedUnit sent, ReturnedUnit returned, Dictionary<string, InlineKind> ids, List<(int Piece, string Theirs, string Ours)> names, ICollection<Finding> findings)
    {
        // Some count anew in each sentence.
        var inPiece = names.GroupBy(n => (n.Piece, n.Theirs)).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Ours);
        var inUnit = names.GroupBy(n => n.Theirs, StringComparer.Ordinal).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Ours, StringComparer.Ordinal);
        var areTheirs = names.Exists(n => ids.ContainsKey(n.Theirs));
        string Name(string id, int piece) => inPiece.TryGetValue((piece, id), out var own) ? own : inUnit.TryGetValue(id, out var of) ? of : areTheirs && ids.ContainsKey(id) ? $"?{id}" : id;
        var renamed = returned.Pieces.Select((p, i) => p with { Target = p.Target is null ? null : new Content(p.Target.Parts.Select(c => c.Kind == InlineKind.Text ? c : c with { Value = Name(c.Value, i) })) }).ToImmutableArray();
        if (!renamed.Zip(returned.Pieces).All(p => Equals(p.First.Target, p.Second.Target)))
            findings.Add(new Finding("codes-renumbered", Severity.Info, sent.Id, $"{UnitWords.Of(sent)}: the tool gave its codes other ids; they were told by those in the source."));
        return returned with { Pieces = renamed };
    }

    /// <summary>A pair with nothing in it where the source has a code that stands alone is that code: some tools know no other form.</summary>
    private static ReturnedUnit Alone(ReturnedUnit returned, Dictionary<string, InlineKind> kinds)
    {
        Content? Mended(Content? target)
        {
            bool IsEmptied(int i) => i >= 0 && i + 1 < target.Parts.Length && target.Parts[i] is { Kind: InlineKind.Open, Value: var id } && target.Parts[i + 1] == new Inline(InlineKind.Close, id)
                && kinds.TryGetValue(id, out var kind) && kind == InlineKind.Standalone;
            return target is null || !Enumerable.Range(0, target.Parts.Length).Any(IsEmptied)
                ? target
                : new Content(target.Parts.Index().Where(p => !IsEmptied(p.Index - 1)).Select(p => IsEmptied(p.Index) ? new Inline(InlineKind.Standalone, p.Item.Value) : p.Item));
        }

        return returned with { Pieces = [.. returned.Pieces.Select(p => p with { Target = Mended(p.Target) })] };
    }

    /// <summary>Codes with ids that nobody sent take the places of those of their kind that are missing, in order, where there are as many; others of that kind are taken out.</summary>
    private static ReturnedUnit Renumbered(ReturnedUnit sent, ReturnedUnit returned, List<(string Value, InlineKind Kind)> known, ICollection<Finding> findings)
    {
        var kindsOf = known.ToLookup(k => k.Value, k => k.Kind, StringComparer.Ordinal);
        var others = returned.Pieces.SelectMany(p => p.Target?.Parts ?? []).Where(p => IsStart(p) && kindsOf[p.Value].Any(k => k != p.Kind)).Select(p => p.Value).ToHashSet(StringComparer.Ordinal);
        var ids = known.Select(k => k.Value).Where(k => !others.Contains(k)).ToHashSet(StringComparer.Ordinal);
        var named = returned.Pieces.Select((p, i) => p with { Target = p.Target is null ? null : Numbered(p.Target, ids, i) }).ToImmutableArray();
        var there = named.SelectMany(p => p.Target?.Parts ?? []).Where(IsStart).Select(p => (p.Value, p.Kind)).ToList();
        var unknown = there.Where(t => !ids.Contains(t.Value)).ToLookup(t => t.Kind, t => t.Value);
        var placed = there.ToHashSet();
        var missing = known.Where(k => !placed.Contains(k)).ToLookup(k => k.Kind, k => k.Value);
        InlineKind[] kinds = [InlineKind.Open, InlineKind.Standalone];
        var renumbered = kinds.Where(k => unknown[k].Any() && unknown[k].Count() == missing[k].Count()).ToList();
        var names = renumbered.SelectMany(k => unknown[k].Zip(missing[k])).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        // Among several of a kind, those that are like ours may be the tool's own ids, too.
        var isInDoubt = renumbered.Exists(k => known.Count(c => c.Kind == k) > 1);
        if (kinds.Except(renumbered).Sum(k => unknown[k].Count()) is > 0 and var removed)
            findings.Add(new Finding("codes-unknown", Severity.Warn, sent.Id, $"{UnitWords.Of(sent)}: {removed} unknown code(s) removed; their words stay."));
        if (renumbered.Count > 0)
        {
            findings.Add(isInDoubt
                ? new Finding("codes-renumbered", Severity.Warn, sent.Id, $"{UnitWords.Of(sent)}: the tool gave its codes other ids, and they were put back in order; look whether each stands around the right words.")
                : new Finding("codes-renumbered", Severity.Info, sent.Id, $"{UnitWords.Of(sent)}: the tool gave its codes other ids; they were put back."));
        }

        return returned with { Pieces = [.. named.Select(p => p with { Target = p.Target is null ? null : Named(p.Target, ids, names) })] };
    }

    private static bool IsStart(Inline part) => part.Kind is InlineKind.Open or InlineKind.Standalone;

    /// <summary>Codes that stand in the target as text, <c>&lt;pc id="1"&gt;</c>, and are ours and missing, are codes again.</summary>
    private static ReturnedUnit Typed(ReturnedUnit sent, ReturnedUnit returned, Dictionary<string, InlineKind> kinds, ICollection<Finding> findings)
    {
        var there = returned.Pieces.SelectMany(p => p.Target?.Parts ?? []).Where(p => p.Kind != InlineKind.Text).Select(p => p.Value).ToHashSet(StringComparer.Ordinal);
        var turned = 0;
        var pieces = ImmutableArray.CreateBuilder<ReturnedPiece>(returned.Pieces.Length);
        foreach (var piece in returned.Pieces)
            pieces.Add(piece with { Target = piece.Target is null ? null : Turned(piece.Target, kinds, there, ref turned) });
        if (turned == 0)
            return returned;
        findings.Add(new Finding("codes-as-text", Severity.Warn, sent.Id, $"{UnitWords.Of(sent)}: codes stood in it as text and were turned back into codes."));
        return returned with { Pieces = pieces.ToImmutable() };
    }

    /// <summary>A source in which codes stand as text is ours when it is ours with these as codes.</summary>
    private static ReturnedUnit TypedInSource(ReturnedUnit sent, ReturnedUnit returned, Dictionary<string, InlineKind> kinds)
    {
        var turned = 0;
        var pieces = ImmutableArray.CreateBuilder<ReturnedPiece>(returned.Pieces.Length);
        foreach (var piece in returned.Pieces)
            pieces.Add(piece with { Source = Turned(piece.Source, kinds, [], ref turned) });
        var mended = returned with { Pieces = pieces.ToImmutable() };
        return turned > 0 && ContentTidy.Bare(mended.SourceText) == ContentTidy.Bare(sent.SourceText) ? mended : returned;
    }

    private static Content Turned(Content content, Dictionary<string, InlineKind> kinds, HashSet<string> there, ref int turned)
    {
        var parts = new List<Inline>(content.Parts.Length);
        foreach (var part in content.Parts)
        {
            if (part.Kind != InlineKind.Text)
            {
                parts.Add(part);
                continue;
            }

            var (at, open) = (0, new Stack<string>());
            foreach (Match tag in TypedCode().Matches(part.Value))
            {
                var id = tag.Groups["close"].Success ? (open.TryPop(out var opened) ? opened : "") : tag.Groups["id"].Value;
                if (!kinds.TryGetValue(id, out var kind) || there.Contains(id))
                    continue;
                parts.Add(part with { Value = part.Value[at..tag.Index] });
                parts.Add(new Inline(tag.Groups["close"].Success ? InlineKind.Close : kind, id));
                if (kind == InlineKind.Open && !tag.Groups["close"].Success)
                    open.Push(id);
                at = tag.Index + tag.Length;
                turned++;
            }

            parts.Add(part with { Value = part.Value[at..] });
        }

        return new Content(parts);
    }

    /// <summary>Both ends of a pair as codes that stand alone, as some tools have them, are the pair again: the returned source tells which is which.</summary>
    private static ReturnedUnit Paired(ReturnedUnit sent, ReturnedUnit returned, ICollection<Finding> findings)
    {
        static string Marked(ReturnedUnit unit) => ContentTidy.Bare(string.Concat(unit.Pieces.SelectMany(p => p.Source.Parts).Select(p => p.Kind == InlineKind.Text ? p.Value : "\u241E")));
        static bool IsEnd(Inline theirs, Inline ours) => theirs.Kind == InlineKind.Standalone && ours.Kind is InlineKind.Open or InlineKind.Close;
        var ours = sent.Pieces.SelectMany(p => p.Source.Parts).Where(p => p.Kind != InlineKind.Text).ToList();
        var theirs = returned.Pieces.SelectMany((p, i) => p.Source.Parts.Where(c => c.Kind != InlineKind.Text).Select(c => (Piece: i, Code: c))).ToList();
        if (theirs.Count != ours.Count || !theirs.Zip(ours).Any(p => IsEnd(p.First.Code, p.Second)) || !theirs.Zip(ours).All(p => p.First.Code.Kind == p.Second.Kind || IsEnd(p.First.Code, p.Second))
            || theirs.DistinctBy(t => (t.Piece, t.Code.Kind, t.Code.Value)).Count() != theirs.Count || Marked(sent) != Marked(returned))
        {
            return returned;
        }

        var names = theirs.Zip(ours).ToDictionary(p => (p.First.Piece, p.First.Code.Kind, p.First.Code.Value), p => p.Second);
        Content Named(Content content, int piece) => new(content.Parts.Select(p => names.GetValueOrDefault((piece, p.Kind, p.Value), p)));
        findings.Add(new Finding("codes-renumbered", Severity.Info, sent.Id, $"{UnitWords.Of(sent)}: the tool gave its codes other ids; they were told by those in the source."));
        return returned with { Pieces = [.. returned.Pieces.Select((p, i) => p with { Source = Named(p.Source, i), Target = p.Target is null ? null : Named(p.Target, i) })] };
    }

    /// <summary>A code that may be used once keeps its first place; around its others the words stay.</summary>
    private static ReturnedUnit Single(ReturnedUnit sent, ReturnedUnit returned, ICollection<Finding> findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var closed = new HashSet<string>(StringComparer.Ordinal);
        var dropped = 0;
        bool Stays(Inline part)
        {
            if (part.Kind == InlineKind.Text || !sent.UsedOnce.Contains(part.Value) || (part.Kind == InlineKind.Close ? closed : seen).Add(part.Value))
                return true;
            dropped++;
            return false;
        }

        var pieces = returned.Pieces.Select(p => p with { Target = p.Target is null ? null : new Content(p.Target.Parts.Where(Stays).ToList()) }).ToImmutableArray();
        if (dropped == 0)
            return returned;
        findings.Add(new Finding("code-doubled", Severity.Warn, sent.Id, $"{UnitWords.Of(sent)}: a link, image or mark stood in it more than once; only the first was kept, the words stay."));
        return returned with { Pieces = pieces };
    }

    /// <summary>Gives each unknown code a name of its own, pairs by nesting: some tools leave all ids empty.</summary>
    private static Content Numbered(Content target, HashSet<string> ids, int piece)
    {
        var open = new Stack<string>();
        var parts = new List<Inline>();
        foreach (var part in target.Parts)
        {
            if (part.Kind == InlineKind.Text || ids.Contains(part.Value))
                parts.Add(part);
            else if (part.Kind != InlineKind.Close)
                parts.Add(part with { Value = $"?{piece}.{parts.Count}" });
            else if (open.TryPop(out var name))
                parts.Add(part with { Value = name });
            if (part.Kind == InlineKind.Open && !ids.Contains(part.Value))
                open.Push(parts[^1].Value);
        }

        return new Content(parts);
    }

    private static Content Named(Content target, HashSet<string> ids, Dictionary<string, string> names) => new(target.Parts
        .Where(p => p.Kind == InlineKind.Text || ids.Contains(p.Value) || names.ContainsKey(p.Value))
        .Select(p => names.TryGetValue(p.Value, out var name) ? p with { Value = name } : p));

    [GeneratedRegex("""<(?:pc|ph|sc|g|x|bx|ex|bpt|ept|it)\s[^<>]*?\bid="(?<id>[^"<>]*)"[^<>]*>|(?<close></(?:pc|g)>)""", RegexOptions.CultureInvariant)]
    private static partial Regex TypedCode();
}
