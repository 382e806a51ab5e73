using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TransFlow.Tests.Mutations;

/// <summary>D. Text.</summary>
internal static class TextMutations
{
    public static IEnumerable<Mutation> All { get; } =
    [
        new(47, "target-trimmed", Fate.Accepted, "", d => d.Replaced(@"<target>\s*(.*?)\s*</target>", "<target>$1</target>")),
        new(48, "target-untrimmed", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("<target>", "<target>  ", StringComparison.Ordinal).Replace("</target>", " \n </target>", StringComparison.Ordinal))),
        new(49, "spaces-collapsed", Fate.Accepted, "", d => Draft.Utf8(Regex.Replace(d.Text, "(?<=<source>[^<]*)[ \u00A0]{1,}(?=[^<]*</source>)", " "))),
        new(50, "target-removed", Fate.LeftOut, "", d => Each(d, d.Some(_ => true), t => t.Remove())),
        new(50, "target-emptied", Fate.LeftOut, "", d => Each(d, d.Some(_ => true), t => t.RemoveNodes())),
        new(51, "target-is-source", Fate.LeftOut, "looks-untranslated", d => Copied(d, state: null)),
        new(51, "target-is-source-initial", Fate.LeftOut, "looks-untranslated", d => Copied(d, state: "initial")),
        new(51, "target-is-source-final", Fate.Reviewed, "looks-untranslated", d => Copied(d, state: "final")),
        new(52, "target-truncated", Fate.Reviewed, "looks-truncated", d => Each(d, d.Some(IsSentence), t =>
        {
            foreach (var node in t.Nodes().Skip(1).ToList())
                node.Remove();
            t.Value = t.Value[..Math.Min(t.Value.Length, 4)].TrimEnd() + " wor";
        })),
        new(53, "targets-shifted-down", Fate.FileRefused, "targets-shifted", d => Shifted(d, 1)),
        new(53, "targets-shifted-up", Fate.FileRefused, "targets-shifted", d => Shifted(d, -1)),
        new(53, "targets-shifted-from-the-middle", Fate.FileRefused, "targets-shifted", d => Shifted(d, 1, d.Units.Count() / 3)),
        new(54, "target-before-source", Fate.Accepted, "", d => Each(d, d.Units, t =>
        {
            var source = t.Parent!.Element(d.Space + "source")!;
            t.Remove();
            source.AddBeforeSelf(t);
        })),
        new(54, "target-after-note", Fate.Accepted, "", d => Each(d, d.Units, t =>
        {
            var unit = t.Parent!;
            t.Remove();
            unit.Add(t);
        })) { IsVersion12 = true },
        new(55, "source-edited", Fate.Reviewed, "source-edited", d =>
        {
            foreach (var source in d.Some(u => Draft.In(u, "source").First().Value.Length > 20).Select(u => Draft.In(u, "source").First()))
                source.Add(new XText("임"));
            return d.Saved();
        }),
        new(55, "source-replaced-in-one", Fate.UnitRefused, "source-differs", d =>
        {
            Draft.In(d.One(u => Draft.In(u, "segment").Count() == 1 && Draft.SourceOf(u).Length > 12), "source").First().SetValue("전혀 다른 글");
            return d.Saved();
        }),
        new(55, "source-truncated", Fate.FileRefused, "sources-differ", d => d.Replaced("<source>[^<]{8,}</source>", "<source>전혀 다른 글</source>")),
        new(56, "nfd", Fate.Accepted, "", d => Draft.Utf8(d.Text.Normalize(NormalizationForm.FormD))),
        new(57, "non-bmp-dropped", Fate.Reviewed, "emoji-missing", d => Each(d, d.Some(u => Draft.SourceOf(u).Contains("🚚", StringComparison.Ordinal)), t => t.Value = t.Value.Replace("🚚", "", StringComparison.Ordinal))),
        new(58, "invisible-chars", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("<target>", "<target>\u200B\uFEFF", StringComparison.Ordinal).Replace("the ", "t\u00ADhe ", StringComparison.Ordinal))),
        new(59, "smart-quotes", Fate.Reviewed, "", d => Typed(d, "‘it’ ")),
        new(60, "markdown-typed-bold", Fate.Reviewed, "markdown-typed", d => Typed(d, "**x** ")),
        new(60, "markdown-typed-link", Fate.Reviewed, "markdown-typed", d => Typed(d, "[a](https://evil.example) ")),
        new(60, "escaped-twice", Fate.Reviewed, "entity-typed", d => Typed(d, "&quot;x&#39; ")),
        new(60, "html-typed", Fate.Reviewed, "markdown-typed", d => Typed(d, "<b>x</b> ")),
    ];

    public static byte[] Each(Draft draft, IEnumerable<XElement> units, Action<XElement> change)
    {
        foreach (var target in units.SelectMany(u => Draft.In(u, "target")).Where(t => t.Parent!.Name.LocalName is "segment" or "trans-unit").ToList())
            change(target);
        return draft.Saved();
    }

    private static bool IsSentence(XElement unit) => Draft.In(unit, "segment").Count() == 1 && Draft.SourceOf(unit).Length > 25 && Draft.SourceOf(unit).EndsWith('.') && !unit.Descendants().Any(Draft.IsCode);

    /// <summary>Words that the translator typed before a text.</summary>
    private static byte[] Typed(Draft draft, string words)
    {
        foreach (var unit in draft.Some(u => Draft.TargetOf(u).Length > 0 && !u.Attribute("name")!.Value.Contains("front", StringComparison.Ordinal)))
        {
            var target = Draft.In(unit, "target").First(t => t.Value.Length > 0);
            target.AddFirst(new XText(words));
            draft.Expected[unit.Attribute("id")!.Value] = words;
        }

        return draft.Saved();
    }

    private static byte[] Copied(Draft draft, string? state)
    {
        foreach (var unit in draft.Some(u => Draft.In(u, "segment").All(s => Draft.HasHangul(s.Element(s.Name.Namespace + "source")!.Value))))
        {
            foreach (var segment in Draft.In(unit, "segment"))
            {
                segment.SetAttributeValue("state", state);
                segment.Elements(draft.Space + "target").Remove();
                segment.Add(new XElement(draft.Space + "target", segment.Element(draft.Space + "source")!.Nodes()));
            }
        }

        return draft.Saved();
    }

    /// <summary>The targets of all units one place on, or back.</summary>
    private static byte[] Shifted(Draft draft, int by, int from = 0)
    {
        var units = draft.Units.ToList();
        var targets = units.Select(u => Draft.In(u, "target").SelectMany(t => t.Nodes().Append(new XText(" "))).Select(n => n is XElement e ? new XElement(e) : (XNode)new XText(((XText)n).Value)).ToList()).ToList();
        for (var i = from; i < units.Count; i++)
        {
            Draft.In(units[i], "target").Remove();
            if (i - by >= 0 && i - by < units.Count)
                Draft.In(units[i], "segment").First().Add(new XElement(draft.Space + "target", targets[i - by]));
        }

        return draft.Saved();
    }
}
