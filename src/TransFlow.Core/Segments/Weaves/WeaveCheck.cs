using TransFlow.Core.Segments.Heads;
using TransFlow.Core.Segments.Parsing;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>Parses a woven article again and compares its shape with the source's: blocks, words and inline codes.</summary>
internal static class WeaveCheck
{
    /// <summary>The units whose place does not read as it should; a null unit means the article as a whole.</summary>
    public static List<WovenUnit?> Misread(Extraction source, IReadOnlyList<WovenUnit> units, string woven)
    {
        if (!HeadReader.Read(woven, "").Try(out var head, out _) || !SameValues(source, units, head))
            return [units.FirstOrDefault(u => u is { Place.Scalar: not null, Words: not null })];

        if (!Article.TryParse(woven, head.BodyStart, "").Try(out var again, out _))
            return [null];
        var was = source.Body.Leaves;
        var now = again.Leaves;
        var byLeaf = units.Where(u => u.Place.Leaf is not null).ToDictionary(u => u.Place.Leaf!.Value);
        var misread = new List<WovenUnit?>();
        for (var i = 0; i < was.Count; i++)
        {
            var unit = byLeaf.GetValueOrDefault(i);
            var fits = i < now.Count && was[i].Kind == now[i].Kind
                && now[i].Words == (unit?.Words is { } words ? Words(unit.Unit, words) : was[i].Words)
                && now[i].Codes.SequenceEqual(Codes(was[i], unit));
            if (!fits)
                misread.Add(unit);
            if (!fits && was.Count != now.Count)
                return misread;
        }

        if (now.Count > was.Count)
            misread.Add(byLeaf.Values.LastOrDefault(u => u.Words is not null));
        return misread;
    }

    /// <summary>The front matter edits that the finished text does not read back as they were meant.</summary>
    public static IEnumerable<FrontMatterEdit> Unset(string text, IReadOnlyCollection<FrontMatterEdit> edits)
    {
        if (edits.Count == 0 || !HeadReader.Read(text, "").Try(out var head, out _))
            return edits;
        return edits.Where(e => !head.Scalars.Where(s => s.Key == e.Key).Select(s => s.Value).SequenceEqual(e.Values));
    }

    private static bool SameValues(Extraction source, IReadOnlyList<WovenUnit> units, Head head)
    {
        var words = units.Where(u => u.Place.Scalar is not null && u.Words is not null).ToDictionary(u => u.Place.Scalar!, u => u.Words!.Text);
        return source.Head.Scalars.Select(s => (s.Key, Bare(words.GetValueOrDefault(s, s.Value)))).SequenceEqual(head.Scalars.Select(s => (s.Key, Bare(s.Value))));
    }

    private static string Bare(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Words(Unit unit, Content content)
    {
        var breaks = unit.Codes.Where(c => c.Kind == CodeKind.LineBreak).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        return Bare(string.Concat(content.Parts.Select(p => p.Kind == InlineKind.Text ? p.Value : p.Kind == InlineKind.Standalone && breaks.Contains(p.Value) ? " " : "")));
    }

    /// <summary>The codes that a block should have: the source's, those of its unit as often as the target uses them.</summary>
    private static IEnumerable<CodeKind> Codes(Leaf leaf, WovenUnit? unit)
    {
        if (unit?.Words is not { } words)
            return leaf.Codes;
        var own = unit.Place.Codes.Values.Select(c => c.OpenStart).ToHashSet();
        return leaf.Atoms.Where(a => a.Kind is InlineKind.Open or InlineKind.Standalone && !own.Contains(a.Start)).Select(a => a.Code!.Kind)
            .Concat(words.Parts.Where(p => p.Kind is InlineKind.Open or InlineKind.Standalone).Select(p => unit.Place.Codes[p.Value].Kind))
            .Order();
    }
}
