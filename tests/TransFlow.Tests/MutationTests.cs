using System.Text;
using System.Text.RegularExpressions;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Stages;
using TransFlow.Core.Tests.Newsroom;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>What tools and people do to a file between hand-out and return, and what becomes of it, on every article of the sample.</summary>
[TestClass]
public sealed class MutationTests
{
    /// <summary>Taken as if nothing had happened: every segment gets the words that the translator wrote.</summary>
    private static readonly (string Name, Func<string, byte[]> Change)[] Taken =
    [
        ("bom", t => [0xEF, 0xBB, 0xBF, .. Utf8(t)]),
        ("utf16", t => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(t.Replace("UTF-8", "UTF-16", StringComparison.Ordinal))]),
        ("declaration-dropped", t => Utf8(t[(t.IndexOf("?>", StringComparison.Ordinal) + 3)..].TrimEnd())),
        ("crlf", t => Utf8(t.Replace("\n", "\r\n", StringComparison.Ordinal))),
        ("one-line", t => Utf8(Regex.Replace(t, @">\n\s*<", "><"))),
        ("single-quotes", t => Utf8(Regex.Replace(t, "(?<=<[^<>]*)\"", "'"))),
        ("ns-prefix", t => Utf8(Regex.Replace(t, @"<(/?)(?![?!])", "<$1xlf:").Replace("xmlns=", "xmlns:xlf=", StringComparison.Ordinal))),
        ("cdata", t => Utf8(Regex.Replace(t, "<target>([^<&]+)</target>", "<target><![CDATA[$1]]></target>"))),
        ("charrefs", t => Utf8(Regex.Replace(t, "[가-힣]", m => $"&#{(int)m.Value[0]};"))),
        ("doctype-plain", t => Utf8(t.Replace("<xliff", "<!-- x --><?tool y?><xliff", StringComparison.Ordinal))),
        ("version-2.1", t => Utf8(t.Replace("version=\"2.0\"", "version=\"2.1\"", StringComparison.Ordinal))),
        ("version-2.2", t => Utf8(t.Replace("document:2.0", "document:2.2", StringComparison.Ordinal).Replace("version=\"2.0\"", "version=\"2.2\"", StringComparison.Ordinal))),
        ("target-region", t => Utf8(t.Replace("trgLang=\"en\"", "trgLang=\"en-US\"", StringComparison.Ordinal))),
        ("target-language-missing", t => Utf8(t.Replace(" trgLang=\"en\"", "", StringComparison.Ordinal))),
        ("source-region", t => Utf8(t.Replace("srcLang=\"ko\"", "srcLang=\"ko-KR\"", StringComparison.Ordinal))),
        ("xml-lang-added", t => Utf8(t.Replace("<source>", "<source xml:lang=\"ko\">", StringComparison.Ordinal).Replace("<target>", "<target xml:lang=\"en\">", StringComparison.Ordinal))),
        ("file-id-changed", t => Utf8(Regex.Replace(t, "<file id=\"[^\"]*\"", "<file id=\"F1\""))),
        ("extra-file", t => Utf8(t.Replace("</xliff>", "<file id=\"other\"><unit id=\"zz\"><segment><source>x</source><target>y</target></segment></unit></file></xliff>", StringComparison.Ordinal))),
        ("units-reordered", t => Utf8(Reordered(t))),
        ("unit-duplicated", t => Utf8(Regex.Replace(t, "(<unit .*?</unit>)", "$1$1", RegexOptions.Singleline))),
        ("unit-added", t => Utf8(t.Replace("  </file>", "<unit id=\"zz\"><segment><source>x</source><target>y</target></segment></unit></file>", StringComparison.Ordinal))),
        ("unit-ids-changed-names-kept", t => Utf8(Regex.Replace(t, "<unit id=\"([^\"]*)\"", "<unit id=\"n$1\""))),
        ("unit-attributes-dropped", t => Utf8(Regex.Replace(t, "<unit (id=\"[^\"]*\")[^>]*>", "<unit $1>"))),
        ("groups-added", t => Utf8(Regex.Replace(t, "(<unit .*?</unit>)", "<group id=\"g\">$1</group>", RegexOptions.Singleline))),
        ("segments-joined", t => Utf8(Joined(t))),
        ("segment-ids-dropped", t => Utf8(Regex.Replace(t, "<(segment|ignorable) id=\"[^\"]*\"", "<$1"))),
        ("segment-ids-renumbered", t => Utf8(Regex.Replace(t, "<(segment|ignorable) id=\"[^\"]*\"", "<$1 id=\"x$1\""))),
        ("ignorables-dropped", t => Utf8(Regex.Replace(t, @"\s*<ignorable.*?</ignorable>", "", RegexOptions.Singleline))),
        ("ignorable-target-added", t => Utf8(Regex.Replace(t, "(<ignorable[^>]*>\\s*<source>)( *)</source>", "$1$2</source><target>$2</target>"))),
        ("target-untrimmed", t => Utf8(t.Replace("<target>", "<target>  ", StringComparison.Ordinal).Replace("</target>", " \n </target>", StringComparison.Ordinal))),
        ("nfd", t => Utf8(t.Normalize(NormalizationForm.FormD))),
        ("invisible-characters", t => Utf8(t.Replace("<target>", "<target>\u200B\uFEFF", StringComparison.Ordinal))),
        ("target-before-source", t => Utf8(Regex.Replace(t, @"(<source>(?:(?!</source>).)*</source>)\s*(<target>.*?</target>)", "$2$1", RegexOptions.Singleline))),
        ("states-dropped", t => Utf8(t.Replace(" state=\"translated\"", "", StringComparison.Ordinal))),
        ("states-stale", t => Utf8(t.Replace(" state=\"translated\"", " state=\"initial\"", StringComparison.Ordinal))),
        ("states-final", t => Utf8(t.Replace(" state=\"translated\"", " state=\"final\"", StringComparison.Ordinal))),
        ("state-unknown", t => Utf8(t.Replace(" state=\"translated\"", " state=\"x-sdl-Draft\"", StringComparison.Ordinal))),
        ("substate-foreign", t => Utf8(t.Replace(" state=\"translated\"", " state=\"translated\" subState=\"poedit:ok\"", StringComparison.Ordinal))),
        ("pairs-as-sc-ec", t => Utf8(Regex.Replace(t, "<pc id=\"(\\d+)\"[^>]*>(.*?)</pc>", "<sc id=\"$1\"/>$2<ec startRef=\"$1\"/>", RegexOptions.Singleline))),
        ("code-attributes-dropped", t => Utf8(Regex.Replace(t, "<(pc|ph) (id=\"[^\"]*\")[^>]*?(/?)>", "<$1 $2$3>"))),
        ("original-data-dropped", t => Utf8(Regex.Replace(t, @"\s*<originalData>.*?</originalData>", "", RegexOptions.Singleline))),
        ("original-data-changed", t => Utf8(t.Replace("https://example.com", "https://evil.example", StringComparison.Ordinal))),
        ("code-ids-renumbered", t => Utf8(Regex.Replace(t, "(?<=<target>.*)<(pc|ph) id=\"([^\"]*)\"", "<$1 id=\"x$2\""))),
        ("code-ids-empty", t => Utf8(Regex.Replace(t, "(?<=<target>.*)<(pc|ph) id=\"[^\"]*\"", "<$1 id=\"\""))),
        ("unknown-code-around-words", t => Utf8(Regex.Replace(t, "<target>([A-Z][a-z]+) ", "<target><pc id=\"99\">$1</pc> "))),
        ("annotation-added", t => Utf8(Regex.Replace(t, "<target>([^<]*)</target>", "<target><mrk id=\"m1\" type=\"term\">$1</mrk></target>"))),
        ("note-added", t => Utf8(t.Replace("</notes>", "<note>Is this right?</note></notes>", StringComparison.Ordinal))),
        ("notes-dropped", t => Utf8(Regex.Replace(t, @"\s*<notes>.*?</notes>", "", RegexOptions.Singleline))),
        ("match-added", t => Utf8(Regex.Replace(t, "(<unit [^>]*>)", "$1<mtc:matches xmlns:mtc=\"urn:oasis:names:tc:xliff:matches:2.0\"><mtc:match ref=\"#1\"><source>x</source><target>wrong</target></mtc:match></mtc:matches>"))),
        ("metadata-added", t => Utf8(Regex.Replace(t, "(<unit [^>]*>)", "$1<mda:metadata xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\"><mda:metaGroup><mda:meta type=\"words\">5</mda:meta></mda:metaGroup></mda:metadata>"))),
        ("tool-attributes", t => Utf8(t.Replace("<xliff ", "<xliff xmlns:sdl=\"urn:sdl\" ", StringComparison.Ordinal).Replace("<segment ", "<segment sdl:conf=\"x\" ", StringComparison.Ordinal))),
        ("instructions-and-comments", t => Utf8(t.Replace("<target>", "<target><!-- a --><?ts b?>", StringComparison.Ordinal))),
        ("identity", Utf8),
    ];

    /// <summary>Refused as a whole, with a reason; nothing is taken.</summary>
    private static readonly (string Name, string Code, Func<string, byte[]> Change)[] Refused =
    [
        ("wrong-encoding", "not-xliff", t => Cp949(t)),
        ("truncated-file", "not-xliff", t => Utf8(t[..(t.Length / 2)])),
        ("entities", "not-xliff", t => Utf8(t.Replace("<xliff", "<!DOCTYPE xliff [<!ENTITY a \"b\">]><xliff", StringComparison.Ordinal))),
        ("control-character", "not-xliff", t => Utf8(t.Replace("<target>", "<target>&#8;", StringComparison.Ordinal))),
        ("target-language-wrong", "wrong-language", t => Utf8(t.Replace("trgLang=\"en\"", "trgLang=\"fr\"", StringComparison.Ordinal))),
        ("languages-swapped", "languages-swapped", t => Utf8(t.Replace("srcLang=\"ko\" trgLang=\"en\"", "srcLang=\"en\" trgLang=\"ko\"", StringComparison.Ordinal))),
        ("unit-duplicated-differs", "unit-twice", t => Utf8(Regex.Replace(t, "(<unit .*?<target>)(.*?</unit>)", "$1$2$1Not $2", RegexOptions.Singleline))),
        ("no-units", "no-units", t => Utf8(Regex.Replace(t, @"\s*<unit .*?</unit>", "", RegexOptions.Singleline))),
    ];

    /// <summary>Taken unit by unit: some units as they are, others refused by name; nothing is taken wrongly.</summary>
    private static readonly (string Name, string Code, Func<string, byte[]> Change)[] Partly =
    [
        ("segment-last-only", "sentences-lost", t => Utf8(Regex.Replace(t, @"(<segment[^>]*>(?:(?!</segment>).)*</segment>\s*<ignorable.*?</ignorable>\s*)+(?=<segment)", "", RegexOptions.Singleline))),
        ("source-truncated", "source-differs", t => Utf8(Regex.Replace(t, "<source>[^<]{12,}</source>", "<source>전혀 다른 글</source>"))),
    ];

    private static IEnumerable<string[]> PartlyCases => Partly.SelectMany(t => Sample.Articles.Select(a => new[] { t.Name, a }));

    private static IEnumerable<string[]> TakenCases => Taken.SelectMany(t => Sample.Articles.Select(a => new[] { t.Name, a }));

    private static IEnumerable<string[]> RefusedCases => Refused.SelectMany(t => Sample.Articles.Select(a => new[] { t.Name, a }));

    [TestMethod]
    [DynamicData(nameof(TakenCases))]
    public void What_does_no_harm_is_taken_as_if_nothing_had_happened(string name, string article)
    {
        var expected = Targets(Return(article, Utf8(Translated(article))));
        var plan = Return(article, Taken.Single(t => t.Name == name).Change(Translated(article)));
        Assert.IsEmpty(plan.Refused, string.Join('\n', plan.Refused));
        CollectionAssert.AreEqual(expected, Targets(plan));
    }

    [TestMethod]
    [DynamicData(nameof(RefusedCases))]
    public void What_cannot_be_relied_on_is_refused_with_its_reason(string name, string article)
    {
        var (_, code, change) = Refused.Single(t => t.Name == name);
        var refusal = Merge(article, change(Translated(article))).Refusal;
        Assert.AreEqual(code, refusal?.Code, refusal?.ToString());
        Assert.IsGreaterThan(10, refusal!.Remedy.Length);
    }

    [TestMethod]
    [DynamicData(nameof(TakenCases))]
    public void A_file_is_only_as_approved_as_its_stage(string name, string article)
    {
        var plan = Return(article, Taken.Single(t => t.Name == name).Change(Translated(article)));
        Assert.IsTrue(plan.Edition.Segments.All(s => s.Position(plan.Edition.Route) <= 1), "no file approves past the editor");
    }

    [TestMethod]
    [DynamicData(nameof(PartlyCases))]
    public void A_unit_that_a_tool_damaged_is_refused_by_name_and_the_others_are_taken(string name, string article)
    {
        var (_, code, change) = Partly.Single(t => t.Name == name);
        var expected = Targets(Return(article, Utf8(Translated(article))));
        var plan = Return(article, change(Translated(article)));
        Assert.IsTrue(plan.Refused.Any(r => r.Code == code && r.Unit is not null), string.Join('\n', plan.Refused));
        foreach (var unit in Targets(plan).Where(u => !u.EndsWith(": ", StringComparison.Ordinal)))
            Assert.Contains(unit, expected);
    }

    [TestMethod]
    [DynamicData(nameof(Articles))]
    public void What_is_not_translated_stays_untranslated_and_empty_never_deletes_a_sentence(string article)
    {
        foreach (var change in new Func<string, string>[]
        {
            t => Regex.Replace(t, @"\s*<target>.*?</target>", "", RegexOptions.Singleline),
            t => Regex.Replace(t, "<target>.*?</target>", "<target/>", RegexOptions.Singleline),
            t => Regex.Replace(t, "<target>.*?</target>", "<target></target>", RegexOptions.Singleline).Replace("\"translated\"", "\"final\"", StringComparison.Ordinal),
            t => Regex.Replace(t, @"<source>((?:(?!</source>).)*[가-힣](?:(?!</source>).)*)</source>\s*<target>.*?</target>", "<source>$1</source><target>$1</target>", RegexOptions.Singleline),
        })
        {
            var plan = Return(article, Utf8(change(Translated(article))));
            Assert.IsTrue(plan.Edition.Segments.Where(s => s.Source.Text.Any(c => c is >= '가' and <= '힣')).All(s => s.Target is null or { IsEmpty: true }), string.Join(" / ", plan.Edition.Segments.Where(s => s.Target is { IsEmpty: false }).Select(s => $"{s.Source} => {s.Target}").Take(3)));
        }
    }

    private static IEnumerable<string[]> Articles => Sample.Articles.Select(a => new[] { a });

    private static string Translated(string article) => Encoding.UTF8.GetString(SampleReturns.Translated(article));

    private static ReturnPlan Return(string article, byte[] bytes)
    {
        Assert.IsTrue(Merge(article, bytes).Try(out var merged, out var refusal), refusal?.ToString());
        var edition = EditionRevision.Begin(article, "en", Sample.Korean(article), Route.Of("default", ["translate", "edit"]).Value!);
        return ReturnPlan.For(edition, merged!, "translate", new Actor("mina", ["translate"]), ReturnWay.HandedBack);
    }

    private static Outcome<MergedReturn> Merge(string article, byte[] bytes)
    {
        var source = Sample.Korean(article);
        var edition = EditionRevision.Begin(article, "en", source, Route.Of("default", ["translate", "edit"]).Value!);
        var sent = ReturnReader.Read(PackageXliff.Write(Package.Cut(source, edition)!), "sent").Value!;
        return ReturnReader.Read(bytes, "returned.xlf").Try(out var returned, out var refusal) ? ReturnMerge.Merge(sent, returned, "en") : refusal;
    }

    /// <summary>Unit by unit the words put together, since a tool may join and split sentences inside a unit.</summary>
    private static List<string> Targets(ReturnPlan plan) =>
        [.. plan.Edition.Segments.GroupBy(s => s.UnitId).Select(u => $"{u.Key}: {string.Join(' ', u.Select(s => s.Target?.ToString()).Where(t => !string.IsNullOrEmpty(t)))}")];

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Cp949(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(949).GetBytes(text);
    }

    private static string Reordered(string text)
    {
        var units = Regex.Matches(text, @"    <unit .*?</unit>\n", RegexOptions.Singleline).Select(m => m.Value).ToList();
        return text[..text.IndexOf("    <unit ", StringComparison.Ordinal)] + string.Concat(units.AsEnumerable().Reverse()) + "  </file>\n</xliff>\n";
    }

    /// <summary>Each unit's segments made one, as a tool does that shows whole paragraphs.</summary>
    private static string Joined(string text) => Regex.Replace(
        text, @"</source>\s*<target>((?:(?!</?target>).)*)</target>\s*</segment>\s*<ignorable[^>]*>\s*<source>( *)</source>\s*</ignorable>\s*<segment[^>]*>\s*<source>((?:(?!</?source>).)*)</source>\s*<target>", m => $"{m.Groups[2].Value}{m.Groups[3].Value}</source><target>{m.Groups[1].Value} ", RegexOptions.Singleline);
}
