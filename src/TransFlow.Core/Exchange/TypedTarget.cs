using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

/// <summary>A target as a person typed it at the desk: words with numbered markers, <c>{1}bold{/1} and {2/}</c>.</summary>
public static class TypedTarget
{
    /// <summary>The longest target that is read, in characters.</summary>
    public const int Longest = 20_000;

    /// <summary>Reads typed words, tidied as words from any tool are.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="source">The source words: their markers are the ones to keep.</param>
    /// <param name="unit">The unit whose inline codes the markers stand for.</param>
    /// <param name="elsewhere">Codes that the targets of the unit's other segments hold: they are not lost.</param>
    /// <returns>The target; refused when there are no words, or a marker is broken, unknown, lost or out of order.</returns>
    public static Outcome<Content> Read(string typed, Content source, Unit unit, IReadOnlySet<string> elsewhere)
    {
        if (typed.Length > Longest)
            return new Refusal("too-long", $"The target has {typed.Length} characters; at most {Longest} are taken.", "Shorten it, or return it as a file.") { Unit = unit.Name };
        if (!Content.TryParse(typed, out var content))
            return new Refusal("marker-broken", "A brace is neither doubled nor part of a marker.", "Write {1} … {/1} or {2/} for codes, and {{ or }} for braces.") { Unit = unit.Name };
        var target = ContentTidy.OrSource(ContentTidy.Tidy(StandingAlone(content, unit)), source);
        if (string.IsNullOrWhiteSpace(target.Text) && !target.Parts.Any(p => p.Kind == InlineKind.Standalone))
            return new Refusal("no-words", "There are no words in it.", "Write the target, or leave the segment as it is.") { Unit = unit.Name };
        return Codes(target, source, unit, elsewhere) is { } refusal ? refusal : target;
    }

    /// <summary>A code that stands alone is meant by its number without the stroke, too: that is what its chip shows.</summary>
    private static Content StandingAlone(Content typed, Unit unit)
    {
        var alone = unit.Codes.Where(c => !c.IsPair).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        alone.ExceptWith(typed.Parts.Where(p => p.Kind == InlineKind.Close).Select(p => p.Value));
        return new(typed.Parts.Select(p => p.Kind == InlineKind.Open && alone.Contains(p.Value) ? p with { Kind = InlineKind.Standalone } : p));
    }

    private static Refusal? Codes(Content target, Content source, Unit unit, IReadOnlySet<string> elsewhere)
    {
        var ours = Marks(source);
        var theirs = Marks(target);
        var known = unit.Codes.ToDictionary(c => c.Id, StringComparer.Ordinal);
        if (theirs.Find(t => !known.ContainsKey(t)) is { } unknown)
            return new Refusal("marker-unknown", $"There is no code {{{unknown}}} in this block.", "Take the marker out, or write the braces twice.") { Unit = unit.Name };
        if (ours.Find(o => !theirs.Contains(o) && !elsewhere.Contains(o) && !known[o].CanDelete) is { } lost)
            return new Refusal("marker-lost", $"The marker {{{lost}}} is missing: it stands for {Words(known[lost])}.", "Put it back where it belongs.") { Unit = unit.Name };
        return IsNested(target, known) ? null : new Refusal("marker-order", "The markers do not open and close in order.", "Close each marker before the one around it: {1}{2}…{/2}{/1}.") { Unit = unit.Name };
    }

    private static List<string> Marks(Content content) => [.. content.Parts.Where(p => p.Kind is InlineKind.Open or InlineKind.Standalone).Select(p => p.Value).Distinct(StringComparer.Ordinal)];

    private static bool IsNested(Content target, Dictionary<string, InlineCode> known)
    {
        var open = new Stack<string>();
        foreach (var (kind, id) in target.Parts.Where(p => p.Kind != InlineKind.Text))
        {
            if (!known.TryGetValue(id, out var code) || code.IsPair == (kind == InlineKind.Standalone) || (kind == InlineKind.Close && (!open.TryPop(out var last) || last != id)))
                return false;
            if (kind == InlineKind.Open)
                open.Push(id);
        }

        return open.Count == 0;
    }

    private static string Words(InlineCode code) => code.Kind switch
    {
        CodeKind.LineBreak => "a line break",
        CodeKind.FootnoteMark => "a footnote mark",
        CodeKind.CodeSpan => "code",
        _ => code.Kind.ToString().ToLowerInvariant(),
    };
}
