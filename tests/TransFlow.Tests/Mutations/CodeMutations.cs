using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TransFlow.Tests.Mutations;

/// <summary>F. Inline codes.</summary>
internal static class CodeMutations
{
    private const string Pair = "<pc id=\"(\\d+)\"[^>]*>(.*?)</pc>";

    public static IEnumerable<Mutation> All { get; } =
    [
        new(69, "code-dropped-bold", Fate.Reviewed, "format-missing", d => Dropped(d, d.Some(u => Has(u, Format) && !Has(u, Undeletable)), Format)),
        new(69, "code-dropped-link", Fate.UnitRefused, "codes", d => Dropped(d, d.Some(u => Has(u, Undeletable)), Undeletable)),
        new(70, "codes-all-dropped", Fate.UnitRefused, "codes", d => Dropped(d, d.Some(u => Has(u, Undeletable)), Draft.IsCode)),
        new(71, "code-duplicated-bold", Fate.Accepted, "", d => Doubled(d, Format, isKept: true)),
        new(71, "code-copied-bold", Fate.Accepted, "", d => Doubled(d, Format, isKept: true, copyId: "copy")),
        new(71, "code-duplicated-link", Fate.Reviewed, "code-doubled", d => Doubled(d, e => Undeletable(e) && e.Name.LocalName == "pc", isKept: false)),
        new(72, "code-moved", Fate.Reviewed, "", d =>
        {
            foreach (var code in d.Some(u => Codes(u, e => e.Name.LocalName == "ph").Any()).SelectMany(u => Codes(u, e => e.Name.LocalName == "ph")).ToList())
            {
                var target = code.Ancestors(d.Space + "target").First();
                code.Remove();
                target.AddFirst(code);
            }

            return d.Saved();
        }),
        new(73, "codes-swapped", Fate.Reviewed, "", d =>
        {
            var unit = d.One(u => Codes(u, e => e.Name.LocalName == "pc").Count() > 1);
            var codes = Codes(unit, e => e.Name.LocalName == "pc").ToList();
            var (one, other) = (codes[0].Attribute("id")!.Value, codes[^1].Attribute("id")!.Value);
            codes[0].SetAttributeValue("id", other);
            codes[^1].SetAttributeValue("id", one);
            return d.Saved();
        }),
        new(74, "pairs-as-sc-ec", Fate.Accepted, "", d => d.Replaced(Pair, "<sc id=\"$1\"/>$2<ec startRef=\"$1\"/>")),
        new(74, "g-as-bx-ex", Fate.Accepted, "", d => d.Replaced("<g id=\"(\\d+)\"[^>]*>(.*?)</g>", "<bx id=\"$1\" rid=\"$1\"/>$2<ex id=\"9$1\" rid=\"$1\"/>")) { IsVersion12 = true },
        new(74, "x-as-ph", Fate.Accepted, "", d => d.Replaced("<x id=\"(\\d+)\"[^>]*/>", "<ph id=\"$1\">![image](x.jpg)</ph>")) { IsVersion12 = true },
        new(75, "code-attrs-dropped", Fate.Accepted, "", d => d.Replaced("<(pc|ph) (id=\"[^\"]*\")[^>]*?(/?)>", "<$1 $2$3>")),
        new(75, "bpt-ept-without-rid", Fate.Accepted, "", d => d.Replaced("<g id=\"(\\d+)\"[^>]*>(.*?)</g>", "<bpt id=\"$1\">**</bpt>$2<ept id=\"$1\">**</ept>")) { IsVersion12 = true },
        new(75, "bx-ex-without-rid", Fate.Accepted, "", d => d.Replaced("<g id=\"(\\d+)\"[^>]*>(.*?)</g>", "<bx id=\"$1\"/>$2<ex id=\"9$1\"/>")) { IsVersion12 = true },
        new(76, "code-ids-renumbered", Fate.Reviewed, "codes-renumbered", d => Renumbered(d, i => $"x{i}")),
        new(76, "code-ids-prefixed", Fate.Reviewed, "codes-renumbered", d => Renumbered(d, i => $"g-{i}")),
        new(76, "code-ids-empty", Fate.Reviewed, "codes-renumbered", d => Renumbered(d, _ => "")),
        new(77, "codes-as-text", Fate.Reviewed, "codes-as-text", d =>
        {
            foreach (var target in d.Some(u => Has(u, Draft.IsCode)).SelectMany(u => Draft.In(u, "target")))
                target.Value = Regex.Replace(string.Concat(target.Nodes().Select(n => n is XText t ? t.Value : n.ToString(SaveOptions.DisableFormatting))), " xmlns=\"[^\"]*\"", "");
            return d.Saved();
        }),
        new(78, "native-code-leaked", Fate.Reviewed, "format-missing", d =>
        {
            foreach (var code in d.Some(u => Has(u, Format) && !Has(u, Undeletable)).SelectMany(u => Codes(u, Format)).ToList())
                code.ReplaceWith(new XText("**"), code.Nodes(), new XText("**"));
            return d.Saved();
        }),
        new(79, "code-unknown", Fate.Reviewed, "codes-unknown", d =>
        {
            foreach (var target in d.Some(u => Draft.TargetOf(u).Length > 0).Select(u => Draft.In(u, "target").First(t => t.Value.Length > 0)))
                target.ReplaceNodes(Draft.Core("pc", new XAttribute("id", "99"), target.Nodes()), Draft.Core("ph", new XAttribute("id", "98")));
            return d.Saved();
        }),
        new(80, "code-emptied", Fate.Reviewed, "code-empty", d =>
        {
            foreach (var code in d.Some(u => Codes(u, e => e.Name.LocalName == "pc").Any()).SelectMany(u => Codes(u, e => e.Name.LocalName == "pc")).ToList())
            {
                code.AddAfterSelf(code.Nodes());
                code.RemoveNodes();
            }

            return d.Saved();
        }),
        new(81, "code-inner-spaces", Fate.Accepted, "", d => d.Replaced(@" (<pc [^>]*>)([^<> ][^<>]*[^<> ])(</pc>) ", "$1 $2 $3")),
        new(82, "code-nested-wrong", Fate.Reviewed, "code-covers-more", d =>
        {
            foreach (var unit in d.Some(u => Codes(u, e => e.Name.LocalName == "pc" && e.Parent!.Nodes().Count() > 1).Any(e => Words(e.Value) * 4 < Words(e.Parent!.Value) && Words(e.Value) <= 2) && Codes(u, Draft.IsCode).Count() == 1))
            {
                var code = Codes(unit, e => e.Name.LocalName == "pc").Single();
                var target = code.Parent!;
                code.ReplaceWith(code.Nodes());
                target.ReplaceNodes(new XElement(code.Name, code.Attributes(), target.Nodes()));
            }

            return d.Saved();
        }),
        new(82, "codes-crossed", Fate.UnitRefused, "codes", d =>
        {
            var unit = d.One(u => Codes(u, e => e.Name.LocalName == "pc").Count() > 1 && Codes(u, e => e.Name.LocalName == "pc").Select(e => e.Parent).Distinct().Count() == 1);
            var codes = Codes(unit, e => e.Name.LocalName == "pc").ToList();
            var (one, other) = (codes[0].Attribute("id")!.Value, codes[1].Attribute("id")!.Value);
            codes[0].ReplaceWith(Draft.Core("sc", new XAttribute("id", one)), codes[0].Nodes(), Draft.Core("sc", new XAttribute("id", other)));
            codes[1].ReplaceWith(Draft.Core("ec", new XAttribute("startRef", one)), codes[1].Nodes(), Draft.Core("ec", new XAttribute("startRef", other)));
            return d.Saved();
        }),
        new(83, "original-data-dropped", Fate.Accepted, "", d => d.Replaced(@"\s*<originalData>.*?</originalData>", "")),
        new(83, "original-data-changed", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("https://example.com", "https://evil.example", StringComparison.Ordinal))),
        new(84, "annotation-added", Fate.Accepted, "", d => d.Replaced("<target>([^<]*)</target>", "<target><mrk id=\"m1\" type=\"term\">$1</mrk></target>")),
        new(84, "annotation-across", Fate.Accepted, "", d => d.Replaced("<target>(.*?)</target>", "<target><sm id=\"m1\" type=\"x:y\"/>$1<em startRef=\"m1\"/></target>")),
        new(84, "comment-on-words", Fate.Accepted, "", d => d.Replaced("<target>([^<]*)</target>", "<target><mrk id=\"m1\" type=\"comment\" value=\"Who said this?\">$1</mrk></target>")),
        new(85, "annotation-twice", Fate.Accepted, "", d => d.Replaced("<target>([^<]*)</target>", "<target><mrk id=\"auto1\" type=\"oxlf:x-other\"><mrk id=\"auto1\">$1</mrk></mrk></target>")),
        new(86, "mrk-seg-mangled", Fate.Accepted, "", d => d.Replaced("<target>(.*?)</target>", "<target><mrk id=\"seg\">$1</mrk></target>")) { IsVersion12 = true },
        new(86, "mrk-seg-lost", Fate.Accepted, "", d => d.Replaced("<source>(.*?)</source>", "<source>$1</source><seg-source><mrk mtype=\"seg\" mid=\"0\">$1</mrk></seg-source>")) { IsVersion12 = true },
        new(87, "seg-source-added", Fate.Accepted, "", d => d.Replaced("<source>(.*?)</source>(\\s*)<target>(.*?)</target>", "<source>$1</source><seg-source><mrk mtype=\"seg\" mid=\"1\">$1</mrk></seg-source><target><mrk mtype=\"seg\" mid=\"1\">$3</mrk></target>")) { IsVersion12 = true },
    ];

    private static bool Format(XElement e) => e.Name.LocalName == "pc" && (string?)e.Attribute("type") == "fmt";

    private static bool Undeletable(XElement e) => (string?)e.Attribute("canDelete") == "no";

    private static bool Has(XElement unit, Func<XElement, bool> which) => Codes(unit, which).Any();

    private static IEnumerable<XElement> Codes(XElement unit, Func<XElement, bool> which) => Draft.In(unit, "target").SelectMany(t => t.Descendants()).Where(e => Draft.IsCode(e) && which(e));

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static byte[] Dropped(Draft draft, IEnumerable<XElement> units, Func<XElement, bool> which)
    {
        foreach (var code in units.SelectMany(u => Codes(u, which)).ToList())
            code.ReplaceWith(code.Nodes());
        return draft.Saved();
    }

    /// <summary>The code once more around a word at the end.</summary>
    private static byte[] Doubled(Draft draft, Func<XElement, bool> which, bool isKept, string? copyId = null)
    {
        foreach (var unit in draft.Some(u => Has(u, which)))
        {
            var code = Codes(unit, which).First();
            var target = code.Ancestors(draft.Space + "target").First();
            target.Add(new XText(" "), new XElement(code.Name, copyId is null ? code.Attributes() : [new XAttribute("id", copyId), new XAttribute("copyOf", code.Attribute("id")!.Value)], "again"), new XText("."));
            var id = code.Attribute("id")!.Value;
            draft.Expected[unit.Attribute("id")!.Value] = isKept ? $" {{{id}}}again{{/{id}}}." : " again.";
        }

        return draft.Saved();
    }

    private static byte[] Renumbered(Draft draft, Func<int, string> name)
    {
        foreach (var unit in draft.Some(u => Has(u, Draft.IsCode)))
        {
            foreach (var (code, i) in Codes(unit, Draft.IsCode).OrderBy(c => int.Parse(c.Attribute("id")!.Value, System.Globalization.CultureInfo.InvariantCulture)).Select((c, i) => (c, i)).ToList())
                code.SetAttributeValue("id", name(i + 1));
        }

        return draft.Saved();
    }
}
