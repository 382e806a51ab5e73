using System.Xml.Linq;

namespace TransFlow.Tests.Mutations;

/// <summary>C. Segments.</summary>
internal static class SegmentMutations
{
    public static IEnumerable<Mutation> All { get; } =
    [
        new(37, "seg-split", Fate.Accepted, "", d => Split(d, named: true)),
        new(37, "seg-split-noid", Fate.Accepted, "", d => Split(d, named: false)),
        new(37, "seg-split-1.2", Fate.Accepted, "", d =>
        {
            foreach (var inline in d.Targets.Concat(d.Every("source")))
                inline.ReplaceNodes(new XElement(d.Space + "mrk", new XAttribute("mtype", "seg"), new XAttribute("mid", d.Next(9)), inline.Nodes().ToList()));
            return d.Saved();
        }) { IsVersion12 = true },
        new(38, "seg-merge", Fate.Accepted, "", d => Merged(d, whole: false)),
        new(39, "seg-join-all", Fate.Accepted, "", d => Merged(d, whole: true)),
        new(40, "seg-ids-dropped", Fate.Accepted, "", d => d.Replaced("<(segment|ignorable) id=\"[^\"]*\"", "<$1")),
        new(41, "seg-ids-renumbered", Fate.Accepted, "", d => d.Replaced("<(segment|ignorable) id=\"[^\"]*\"", "<$1 id=\"x\"")),
        new(42, "seg-last-only", Fate.UnitRefused, "sentences-lost", d => Lost(d, keepLast: true)),
        new(42, "seg-first-only", Fate.UnitRefused, "sentences-lost", d => Lost(d, keepLast: false)),
        new(43, "ignorable-dropped", Fate.Accepted, "", d => d.Replaced(@"\s*<ignorable.*?</ignorable>", "")),
        new(44, "ignorable-target-added", Fate.Accepted, "", d => d.Replaced("(<ignorable[^>]*>\\s*<source>)( *)</source>", "$1$2</source><target>$2</target>")),
        new(45, "space-to-ignorable", Fate.Accepted, "", d =>
        {
            foreach (var segment in d.Some(u => Draft.TargetOf(u).Length > 0).SelectMany(u => Draft.In(u, "segment")))
                segment.AddBeforeSelf(new XElement(d.Space + "ignorable", new XElement(d.Space + "source", "")));
            return d.Saved();
        }),
        new(46, "order-attribute", Fate.Accepted, "", d =>
        {
            foreach (var unit in d.Some(u => Filled(u).Count > 1))
            {
                var parts = unit.Elements().Where(e => e.Name.LocalName is "segment" or "ignorable").ToList();
                var targets = Filled(unit);
                var (first, last) = (targets[0], targets[^1]);
                var (one, other) = (first.Nodes().ToList(), last.Nodes().ToList());
                first.ReplaceNodes(other);
                last.ReplaceNodes(one);
                first.SetAttributeValue("order", parts.IndexOf(last.Parent!) + 1);
                last.SetAttributeValue("order", parts.IndexOf(first.Parent!) + 1);
            }

            return d.Saved();
        }),
    ];

    private static List<XElement> Filled(XElement unit) => [.. Draft.In(unit, "target").Where(t => t.Value.Length > 0)];

    /// <summary>Each second segment cut in two, in a place of the text outside codes.</summary>
    private static byte[] Split(Draft draft, bool named)
    {
        foreach (var segment in draft.Some(u => Draft.In(u, "segment").Any(IsPlain)).SelectMany(u => Draft.In(u, "segment")).Where(IsPlain).ToList())
        {
            var (source, target) = (segment.Element(draft.Space + "source")!.Value, segment.Element(draft.Space + "target")!.Value);
            var (at, there) = (2 + draft.Next(source.Length - 2), target.IndexOf(' ', StringComparison.Ordinal) + 1);
            at -= char.IsLowSurrogate(source[at]) ? 1 : 0;
            var second = new XElement(segment);
            second.SetAttributeValue("id", named ? segment.Attribute("id")!.Value + "-b" : null);
            Set(segment, draft, source[..at], target[..there]);
            Set(second, draft, source[at..], target[there..]);
            segment.AddAfterSelf(second);
        }

        return draft.Saved();
    }

    private static bool IsPlain(XElement segment) => segment.Element(segment.Name.Namespace + "target") is { HasElements: false } target && target.Value.Trim().Contains(' ', StringComparison.Ordinal)
        && segment.Element(segment.Name.Namespace + "source") is { HasElements: false, Value.Length: > 2 };

    private static void Set(XElement segment, Draft draft, string source, string target)
    {
        segment.Element(draft.Space + "source")!.Value = source;
        segment.Element(draft.Space + "target")!.Value = target;
    }

    /// <summary>Two neighbouring segments of a unit, or all of them, made one.</summary>
    private static byte[] Merged(Draft draft, bool whole)
    {
        foreach (var unit in draft.Some(u => Filled(u).Count > 1 && Filled(u).Count == Draft.In(u, "segment").Count()))
        {
            var parts = unit.Elements().Where(e => e.Name.LocalName is "segment" or "ignorable").ToList();
            var segments = parts.Where(p => p.Name.LocalName == "segment").ToList();
            var first = whole ? 0 : draft.Next(segments.Count - 1);
            var last = whole ? segments.Count - 1 : first + 1;
            var (into, end) = (segments[first], parts.IndexOf(segments[last]));
            foreach (var part in parts.GetRange(parts.IndexOf(into) + 1, end - parts.IndexOf(into)))
            {
                into.Element(draft.Space + "source")!.Add(part.Element(draft.Space + "source")!.Nodes());
                into.Element(draft.Space + "target")!.Add((part.Element(draft.Space + "target") ?? part.Element(draft.Space + "source")!).Nodes());
                part.Remove();
            }
        }

        return draft.Saved();
    }

    private static byte[] Lost(Draft draft, bool keepLast)
    {
        foreach (var unit in draft.Some(u => Draft.In(u, "segment").Count() > 1))
        {
            var segments = Draft.In(unit, "segment").ToList();
            Draft.In(unit, "ignorable").ToList().ForEach(i => i.Remove());
            segments.Where(s => s != (keepLast ? segments[^1] : segments[0])).ToList().ForEach(s => s.Remove());
        }

        return draft.Saved();
    }
}
