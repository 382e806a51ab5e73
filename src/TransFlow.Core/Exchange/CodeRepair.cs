using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

/// <summary>
/// Mends inline codes that a tool gave other ids, and takes out those that nobody sent: what they spanned stays. Which markup
/// a code stands for is ours to know; a file can only say where it goes.
/// </summary>
internal static class CodeRepair
{
    /// <summary>A returned unit with the codes of its targets mended.</summary>
    /// <param name="sent">The unit as it was handed out.</param>
    /// <param name="returned">The unit as it came back.</param>
    /// <param name="findings">Where it is told.</param>
    public static ReturnedUnit Of(ReturnedUnit sent, ReturnedUnit returned, ICollection<Finding> findings)
    {
        var known = sent.Pieces.SelectMany(p => p.Source.Parts).Where(IsStart).Select(p => (p.Value, p.Kind)).ToList();
        var ids = known.Select(k => k.Value).ToHashSet(StringComparer.Ordinal);
        if (returned.Pieces.All(p => p.Target is null || p.Target.Parts.All(i => i.Kind == InlineKind.Text || ids.Contains(i.Value))))
            return returned;

        var named = returned.Pieces.Select((p, i) => p with { Target = p.Target is null ? null : Numbered(p.Target, ids, i) }).ToImmutableArray();
        var there = named.SelectMany(p => p.Target?.Parts ?? []).Where(IsStart).Select(p => (p.Value, p.Kind)).ToList();
        var unknown = there.Where(t => !ids.Contains(t.Value)).ToList();
        var missing = known.Where(k => !there.Contains(k)).ToList();
        var isRenumbered = unknown.Select(u => u.Kind).SequenceEqual(missing.Select(m => m.Kind));
        var names = isRenumbered ? unknown.Zip(missing).ToDictionary(p => p.First.Value, p => p.Second.Value, StringComparer.Ordinal) : [];
        findings.Add(isRenumbered
            ? new Finding("codes-renumbered", Severity.Info, sent.Id, $"{UnitWords.Of(sent)}: the tool gave its codes other ids; they were put back in order.")
            : new Finding("codes-unknown", Severity.Warn, sent.Id, $"{UnitWords.Of(sent)}: {unknown.Count} unknown code(s) removed; their words stay."));
        return returned with { Pieces = [.. named.Select(p => p with { Target = p.Target is null ? null : Named(p.Target, ids, names) })] };
    }

    private static bool IsStart(Inline part) => part.Kind is InlineKind.Open or InlineKind.Standalone;

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
}
