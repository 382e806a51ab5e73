using System.Xml.Linq;

namespace TransFlow.Tests.Mutations;

/// <summary>G. Notes, modules, tool data.</summary>
internal static class ToolMutations
{
    public static IEnumerable<Mutation> All { get; } =
    [
        new(88, "note-added", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("</notes>", "<note>Is this right?</note></notes>", StringComparison.Ordinal))),
        new(88, "note-added-1.2", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("</trans-unit>", "<note from=\"tool\">Is this right?</note></trans-unit>", StringComparison.Ordinal))) { IsVersion12 = true },
        new(89, "notes-dropped", Fate.Accepted, "", d => d.Replaced(@"\s*<notes>.*?</notes>", "")),
        new(89, "note-attributes-dropped", Fate.Accepted, "", d => d.Replaced("<note [^>]*>([^<]{0,3})[^<]*</note>", "<note>$1</note>")),
        new(90, "match-added", Fate.Accepted, "", d => d.Replaced("(<unit [^>]*>)", "$1<mtc:matches xmlns:mtc=\"urn:oasis:names:tc:xliff:matches:2.0\"><mtc:match ref=\"#1\"><source>x</source><target>wrong</target></mtc:match></mtc:matches>")),
        new(90, "alt-trans-added", Fate.Accepted, "", d => d.Replaced("</source>", "</source><alt-trans match-quality=\"80\"><source>x</source><target>wrong</target></alt-trans>")) { IsVersion12 = true },
        new(91, "match-overwritten", Fate.Accepted, "", d => d.Replaced("(<unit [^>]*>)", "$1<mtc:matches xmlns:mtc=\"urn:oasis:names:tc:xliff:matches:2.0\"><mtc:match ref=\"#1\"><source>x</source><target/></mtc:match></mtc:matches>")),
        new(92, "modules-dropped", Fate.Accepted, "", d => d.Replaced("<(mtc|gls|mda|ctr):.*?</\\1:[a-zA-Z]*>", "")),
        new(93, "metadata-added", Fate.Accepted, "", d => d.Replaced("(<unit [^>]*>)", "$1<mda:metadata xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\"><mda:metaGroup><mda:meta type=\"words\">5</mda:meta></mda:metaGroup></mda:metadata>")),
        new(93, "counts-added", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("</trans-unit>", "<count-group name=\"x\"><count count-type=\"total\" unit=\"word\">3</count></count-group></trans-unit>", StringComparison.Ordinal).Replace("<trans-unit ", "<trans-unit help-id=\"5\" ", StringComparison.Ordinal))) { IsVersion12 = true },
        new(94, "metadata-emptied", Fate.Accepted, "", d => d.Replaced("(<unit [^>]*>)", "$1<mda:metadata xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\"/>")),
        new(95, "tool-attrs", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("<xliff ", "<xliff xmlns:sdl=\"urn:sdl\" xmlns:mq=\"MQXliff\" ", StringComparison.Ordinal).Replace("<segment ", "<segment sdl:conf=\"x\" mq:status=\"y\" ", StringComparison.Ordinal))),
        new(95, "tool-elements", Fate.Accepted, "", d => d.Replaced("</trans-unit>", "<sdl:seg-defs xmlns:sdl=\"http://sdl.com/FileTypes/SdlXliff/1.0\"><sdl:seg id=\"1\" conf=\"Translated\"><sdl:value key=\"x\">words</sdl:value></sdl:seg></sdl:seg-defs></trans-unit>")) { IsVersion12 = true },
        new(96, "tracked-changes", Fate.UnitRefused, "tracked-changes", d => Tracked(d, "sdl:deleted", "sdl:added")),
        new(96, "tracked-changes-1.2", Fate.UnitRefused, "tracked-changes", d => Tracked(d, "x-sdl-deleted", "x-sdl-added")) { IsVersion12 = true },
        new(96, "tracked-changes-elements", Fate.UnitRefused, "tracked-changes", d =>
        {
            XNamespace memoq = "MQXliff";
            foreach (var target in d.Some(u => Draft.TargetOf(u).Length > 0).Select(u => Draft.In(u, "target").First(t => t.Value.Length > 0)))
                target.Add(new XElement(memoq + "del", "old"), new XElement(memoq + "ins", "new"));
            return d.Saved();
        }),
        new(97, "personal-data", Fate.Accepted, "", d => d.Replaced("<body>", "<header><phase-group><phase phase-name=\"1\" process-name=\"translation\" contact-name=\"Kim Minji\" contact-email=\"minji@example.org\"/></phase-group><tool tool-id=\"t\" tool-name=\"T\"/></header><body>")) { IsVersion12 = true },
        new(98, "too-long", Fate.Reviewed, "looks-long", d => TextMutations.Each(d, d.Some(u => Draft.SourceOf(u).Length > 10 && Draft.TargetOf(u).Length > 10), t => t.AddFirst(new XText(string.Concat(Enumerable.Repeat("and so on and so forth ", 8 + Draft.SourceOf(t.Ancestors(d.Space + "unit").First()).Length / 2)))))),
        new(99, "pi-and-comments", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("<target>", "<target><!-- a --><?ts b?>", StringComparison.Ordinal).Replace("<unit ", "<!-- c --><?x y?><unit ", StringComparison.Ordinal))),
        new(100, "identity", Fate.Accepted, "", d => d.Saved()),
    ];

    private static byte[] Tracked(Draft draft, string deleted, string added)
    {
        foreach (var target in draft.Some(u => Draft.TargetOf(u).Length > 0).Select(u => Draft.In(u, "target").First(t => t.Value.Length > 0)))
        {
            var (id, type) = draft.Space.NamespaceName.Contains("1.2", StringComparison.Ordinal) ? ("mid", "mtype") : ("id", "type");
            target.Add(new XElement(draft.Space + "mrk", new XAttribute(id, "r1"), new XAttribute(type, deleted), "old"), new XElement(draft.Space + "mrk", new XAttribute(id, "r2"), new XAttribute(type, added), "new"));
        }

        return draft.Saved();
    }
}
