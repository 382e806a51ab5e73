using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TransFlow.Tests.Mutations;

/// <summary>B. File, language, version, units.</summary>
internal static class FileMutations
{
    private const string Foreign = "<unit id=\"zz\"><segment><source>x</source><target>y</target></segment></unit>";

    public static IEnumerable<Mutation> All { get; } =
    [
        new(18, "version-2.1", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("version=\"2.0\"", "version=\"2.1\"", StringComparison.Ordinal))),
        new(18, "version-2.2", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("document:2.0", "document:2.2", StringComparison.Ordinal).Replace("version=\"2.0\"", "version=\"2.2\"", StringComparison.Ordinal))),
        new(18, "version-1.2-for-2.0", Fate.Accepted, "", d => Draft.Utf8(d.Text)) { IsVersion12 = true },
        new(18, "version-1.1-for-1.2", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("document:1.2", "document:1.1", StringComparison.Ordinal).Replace("version=\"1.2\"", "version=\"1.1\"", StringComparison.Ordinal))) { IsVersion12 = true },
        new(18, "version-none-for-1.2", Fate.Accepted, "", d => d.Replaced(" xmlns=\"[^\"]*\"", "")) { IsVersion12 = true },
        new(19, "trg-lang-region", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("trgLang=\"en\"", d.Next(2) == 0 ? "trgLang=\"en-US\"" : "trgLang=\"EN_gb\"", StringComparison.Ordinal))),
        new(20, "trg-lang-wrong", Fate.FileRefused, "wrong-language", d => Draft.Utf8(d.Text.Replace("trgLang=\"en\"", "trgLang=\"fr\"", StringComparison.Ordinal))),
        new(21, "trg-lang-missing", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace(" trgLang=\"en\"", "", StringComparison.Ordinal))),
        new(22, "src-lang-region", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("srcLang=\"ko\"", "srcLang=\"ko-KR\"", StringComparison.Ordinal))),
        new(22, "langs-swapped", Fate.FileRefused, "languages-swapped", d => Draft.Utf8(d.Text.Replace("srcLang=\"ko\" trgLang=\"en\"", "srcLang=\"en\" trgLang=\"ko\"", StringComparison.Ordinal))),
        new(23, "xml-lang-added", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("<source>", "<source xml:lang=\"ko\">", StringComparison.Ordinal).Replace("<target>", "<target xml:lang=\"en-GB\">", StringComparison.Ordinal))),
        new(23, "xml-lang-contradicts", Fate.Reviewed, "language-contradicted", d =>
        {
            foreach (var target in d.Some(u => Draft.TargetOf(u).Length > 0).SelectMany(u => Draft.In(u, "target")))
                target.SetAttributeValue(XNamespace.Xml + "lang", "fr");
            return d.Saved();
        }),
        new(24, "original-changed", Fate.Accepted, "", d => d.Replaced("original=\"[^\"]*\"", "original=\"C:\\work\\job 7\\file.xlf\"")),
        new(24, "file-id-changed", Fate.Accepted, "", d => d.Replaced("<file id=\"[^\"]*\" original=\"[^\"]*\"", "<file id=\"F1\"")),
        new(25, "skeleton-added", Fate.Accepted, "", d => d.Replaced("(<file [^>]*>)", "$1<skeleton>UEsDBA==</skeleton>")),
        new(25, "header-dropped", Fate.Accepted, "", d => d.Replaced("<header>.*?</header>", "")) { IsVersion12 = true },
        new(26, "extra-file", Fate.Reviewed, "units-ignored", d => Draft.Utf8(d.Text.Replace("</xliff>", $"<file id=\"other\" original=\"/home/x/y.xlf\">{Foreign}</file></xliff>", StringComparison.Ordinal))),
        new(27, "groups-added", Fate.Accepted, "", d => d.Replaced("(<unit .*?</unit>)", "<group id=\"g\">$1</group>")),
        new(28, "units-reordered", Fate.Accepted, "", d =>
        {
            var file = d.Document.Root!.Element(d.Space + "file")!;
            var units = d.Units.OrderBy(_ => d.Next(1000)).ToList();
            units.ForEach(u => u.Remove());
            file.Add(units);
            return d.Saved();
        }),
        new(29, "unit-missing", Fate.LeftOut, "", d =>
        {
            foreach (var unit in d.Some(_ => true))
                unit.Remove();
            return d.Saved();
        }),
        new(30, "unit-duplicated", Fate.Accepted, "", d => d.Replaced("(<unit .*?</unit>)", "$1$1")),
        new(30, "unit-duplicated-differs", Fate.FileRefused, "unit-twice", d =>
        {
            var unit = d.One(u => Draft.TargetOf(u).Length > 0);
            var twin = new XElement(unit);
            Draft.In(twin, "target").First().AddFirst("Not ");
            unit.AddAfterSelf(twin);
            return d.Saved();
        }),
        new(31, "unit-added", Fate.Reviewed, "units-ignored", d => Draft.Utf8(d.Text.Replace("  </file>", Foreign + "</file>", StringComparison.Ordinal))),
        new(32, "unit-ids-changed-names-kept", Fate.Reviewed, "unit-ids-changed", d => d.Replaced("<unit id=\"([^\"]*)\"", "<unit id=\"n$1\"")),
        new(32, "unit-ids-changed", Fate.Reviewed, "unit-ids-changed", d =>
        {
            foreach (var (unit, i) in d.Units.Select((u, i) => (u, i)))
            {
                unit.SetAttributeValue("id", $"{i + 1}");
                unit.SetAttributeValue("name", null);
            }

            return d.Saved();
        }),
        new(32, "unit-ids-changed-unrecognised", Fate.FileRefused, "units-unknown", d =>
        {
            foreach (var (unit, i) in d.Units.Select((u, i) => (u, i)))
            {
                unit.SetAttributeValue("id", $"{i + 1}");
                unit.SetAttributeValue("name", null);
                if (i % 3 == 0)
                    Draft.In(unit, "source").First().SetValue($"다른 글 {i}");
            }

            return d.Saved();
        }),
        new(33, "unit-attrs-dropped", Fate.Accepted, "", d => d.Replaced("<unit (id=\"[^\"]*\")[^>]*>", "<unit $1>")),
        new(34, "xml-space-dropped", Fate.Accepted, "", d => d.Replaced(" xml:space=\"preserve\"", "")),
        new(34, "xml-space-misplaced", Fate.Accepted, "", d => Draft.Utf8(Regex.Replace(d.Text, " xml:space=\"preserve\"", "").Replace("<segment ", "<segment xml:space=\"preserve\" ", StringComparison.Ordinal))),
        new(36, "no-units", Fate.FileRefused, "no-units", d => d.Replaced(@"\s*<unit .*?</unit>", "")),
    ];
}
