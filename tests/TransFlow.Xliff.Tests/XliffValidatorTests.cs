using System.Text;
using System.Text.RegularExpressions;
using CsCheck;

namespace TransFlow.Xliff.Tests;

[TestClass]
public sealed partial class XliffValidatorTests
{
    private const string Names = "xmlns:mtc='urn:oasis:names:tc:xliff:matches:2.0' xmlns:gls='urn:oasis:names:tc:xliff:glossary:2.0' xmlns:fs='urn:oasis:names:tc:xliff:fs:2.0' "
        + "xmlns:mda='urn:oasis:names:tc:xliff:metadata:2.0' xmlns:res='urn:oasis:names:tc:xliff:resourcedata:2.0' xmlns:slr='urn:oasis:names:tc:xliff:sizerestriction:2.0' "
        + "xmlns:val='urn:oasis:names:tc:xliff:validation:2.0' xmlns:ctr='urn:oasis:names:tc:xliff:changetracking:2.0' xmlns:its='http://www.w3.org/2005/11/its' "
        + "xmlns:itsm='urn:oasis:names:tc:xliff:itsm:2.1' xmlns:pgs='urn:oasis:names:tc:xliff:pgs:1.0' xmlns:x='urn:example:x'";

    private static IEnumerable<string[]> Cases => Lines("rules.txt").Where(l => !l.StartsWith('#')).Select(l => l.Split(' ', 5));

    private static IEnumerable<string[]> Broken => Cases.Where(c => c[2] == "-").Select(c => new[] { c[0], c[1], c[3], c[4] });

    private static IEnumerable<string[]> Sound => Cases.Where(c => c[2] == "+").Select(c => new[] { c[0], c[1], c[3], c[4] });

    [TestMethod]
    [DataRow("A", "")]
    [DataRow("B", "V09")]
    public void A_rule_reads_targets_in_their_own_order(string start, string rules)
    {
        var document = $"<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' xmlns:val='urn:oasis:names:tc:xliff:validation:2.0' version='2.0' srcLang='ko' trgLang='en'><file id='f'><unit id='u'><val:validation><val:rule startsWith='{start}'/></val:validation><segment><source>가</source><target order='2'>B</target></segment><segment><source>나</source><target order='1'>A</target></segment></unit></file></xliff>";
        Assert.AreEqual(rules, string.Join(' ', XliffValidator.Validate(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(document))).Select(d => d.Rule)));
    }

    [TestMethod]
    [DynamicData(nameof(Broken))]
    public void What_breaks_a_rule_is_told_by_that_rule_with_its_place(string rule, string version, string kind, string text)
    {
        var found = Validate(Document(version, kind, text));
        var told = found.FirstOrDefault(d => d.Rule == rule.Split('=')[^1] && d.Severity == DiagnosticSeverity.Error);
        Assert.IsNotNull(told, string.Join('\n', found));
        Assert.IsTrue(told.Line > 0 && told.Column > 0 && told.Message.Length > 20, told.ToString());
        Assert.AreEqual("", string.Join('\n', found.Where(d => !SaysWhatToDo().IsMatch(d.Message))));
    }

    [TestMethod]
    [DynamicData(nameof(Sound))]
    public void What_stands_next_to_it_breaks_none(string rule, string version, string kind, string text) =>
        Assert.AreEqual("", string.Join('\n', Validate(Document(version, kind, text)).Where(d => d.Severity == DiagnosticSeverity.Error)), rule);

    [TestMethod]
    public void Every_error_rule_has_a_case_that_breaks_it_and_one_that_does_not()
    {
        var rules = Lines("error-rules.txt").ToList();
        Assert.HasCount(208, rules);
        Assert.AreEqual("", string.Join(' ', rules.Except(Cases.Where(c => c[2] == "-").Select(c => c[0].Split('=')[0]))), "without a case that breaks it");
        Assert.AreEqual("", string.Join(' ', rules.Except(Cases.Where(c => c[2] == "+").Select(c => c[0]))), "without a case next to it");
    }

    [TestMethod]
    public void All_that_is_wrong_is_told_at_once_in_the_order_of_the_document()
    {
        var found = Validate(Document("2.0", "unit", "<segment id='1' state='done'><source><ph/></source></segment>\n<segment id='1'><source>a<ec startRef='9'/></source></segment>"));
        CollectionAssert.AreEqual(new[] { "T01", "C02", "U06", "C06" }, found.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Rule).ToList(), string.Join('\n', found));
        Assert.AreEqual("file[f1]/unit[u1]/segment[1]/source/ec", found[^1].Path);
        var places = Validate(Document("2.0", "unit", "<segment id='2' state='done'><source/></segment><segment state='done'><source/></segment>"));
        Assert.AreEqual("file[f1]/unit[u1]/segment[2] file[f1]/unit[u1]/segment[#2]", string.Join(' ', places.Select(d => d.Path)));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_wrong_white_space_is_told_with_all_else_and_text_that_speaks_of_it_stays(bool isUtf16)
    {
        var text = Document("2.0", "in", "<!-- a xml:space=\"x\" > --><skeleton><![CDATA[<a xml:space='x'>]]></skeleton><unit id='u' name=\"<a xml:space='x'\" xml:space = 'keep'><segment xml:space='default' state='done'><source\n\txml:space='&#107;eep' >xml:space='가'</source></segment><?my xml:space='x' ?></unit>"
            .Replace("name=\"<", "name=\"", StringComparison.Ordinal));
        var found = XliffValidator.Validate(new MemoryStream(isUtf16 ? [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)] : Encoding.UTF8.GetBytes(text)));
        Assert.AreEqual("L06 S19 T01 L06", string.Join(' ', found.Select(d => d.Rule)), string.Join('\n', found));
        Assert.AreEqual("file[f1]/unit[u]/segment/source 'xml:space' is 'keep'; write 'default' or 'preserve'.", $"{found[^1].Path} {found[^1].Message}");
        var told = Assert.ThrowsExactly<XliffException>(() => XliffReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))));
        Assert.AreEqual("'xml:space' is 'keep'; write 'default' or 'preserve'.", told.Message);
    }

    [TestMethod]
    public void Wrong_white_space_is_told_however_the_document_is_cut_when_it_is_read()
    {
        foreach (var blanks in Enumerable.Range(0, 400))
        {
            var found = Validate(Document("2.0", "unit", $"<notes><note>{new string('x', 3000 + blanks)}</note></notes><segment><source xml:space='keep'>a</source></segment>"));
            Assert.AreEqual("L06", found.Single().Rule);
        }
    }

    [TestMethod]
    [DataRow("<?xml version='1.0' encoding='windows-1252'?>", true, "byte order mark of UTF-8")]
    [DataRow("<?xml version='1.0' encoding='utf-16'?>", true, "byte order mark of UTF-8")]
    [DataRow("<?xml version='1.0' {blanks} encoding='us-ascii'?>", false, "encoding that it declares")]
    [DataRow("<?xml version='1.0' {blanks}{blanks}{blanks} encoding='us-ascii'?>", false, "XML declaration")]
    public void An_encoding_that_the_document_is_not_in_is_one_clear_error(string declaration, bool isMarked, string message)
    {
        var text = declaration.Replace("{blanks}", new string(' ', 400), StringComparison.Ordinal) + Document("2.0", "src", "é가");
        byte[] bytes = [.. isMarked ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes(text)];
        var told = XliffValidator.Validate(new MemoryStream(bytes)).Single();
        Assert.AreEqual("G01", told.Rule);
        Assert.Contains(message, told.Message);
        Assert.Contains(message, Assert.ThrowsExactly<XliffException>(() => XliffReader.Read(new MemoryStream(bytes))).Message);
    }

    [TestMethod]
    [DataRow("2.0", "unit", "<foo/><segment><source>a</source></segment><notes><note>n</note></notes><bar/><x:y/>", "G03 S15 G03 X02")]
    [DataRow("2.0", "unit", "<segment><foo/><source>a</source><target>b</target><target>c</target></segment>", "G03 S18")]
    [DataRow("2.0", "unit", "<segment><foo/><target>b</target></segment>", "S18 G03")]
    [DataRow("2.0", "unit", "<segment><target>b</target><source>a</source></segment>", "S18")]
    [DataRow("2.0", "unit", "<segment><target>b</target><target>c</target><source>a</source></segment>", "S18 S18")]
    [DataRow("2.0", "own", "<notes><x:y/><note>n</note><data id='d'/><note>m</note></notes>", "X01 S21")]
    [DataRow("2.0", "own", "<gls:glossary><gls:glossEntry><gls:definition>c</gls:definition><gls:translation>b</gls:translation></gls:glossEntry></gls:glossary>", "Y02 Y02")]
    [DataRow("2.0", "in", "<unit id='u'><segment><source/></segment></unit><skeleton href='a'/><notes><note>n</note></notes><skeleton href='b'/>", "S07 S07 S07")]
    [DataRow("2.1", "in", "<o:unit xmlns:o='urn:oasis:names:tc:xliff:document:2.2' id='u'><o:segment><o:source>a<o:ph id='1'/></o:source></o:segment></o:unit>", "G03")]
    public void Each_mistake_in_what_stands_where_is_told_once(string version, string kind, string text, string rules) =>
        Assert.AreEqual(rules, string.Join(' ', Validate(Document(version, kind, text)).Select(d => d.Rule)));

    [TestMethod]
    [DataRow("profile-2.0.xlf")]
    [DataRow("profile-1.2.xlf")]
    public void The_profile_is_valid(string name) =>
        Assert.AreEqual("", string.Join('\n', XliffValidator.Validate(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Data", name)))));

    [TestMethod]
    [DataRow("C33", "src", "<ph id='1' canDelete='no'/> || a")]
    [DataRow("A02", "src", "<mrk id='m'>a</mrk>")]
    [DataRow("F06", "src", "<pc id='1' fs:fs='p'><pc id='2' fs:fs='td'>a</pc></pc>")]
    [DataRow("F06", "src", "<pc id='1' fs:fs='br'>a</pc>")]
    [DataRow("S31", "in", "<skeleton href='a b.skl'/><unit id='u'><segment><source/></segment></unit>")]
    [DataRow("K06", "own", "<ctr:changeTrack><ctr:revisions appliesTo='source'><ctr:revision datetime='yesterday'><ctr:item property='content'>a</ctr:item></ctr:revision></ctr:revisions></ctr:changeTrack>")]
    [DataRow("Z12", "in", "<slr:profiles generalProfile='xliff:codepoints'/><unit id='u' slr:sizeRestriction='3'><segment><source>aaa</source><target>&#x1F600;aab</target></segment></unit>")]
    [DataRow("Z12", "in", "<slr:profiles generalProfile='xliff:codepoints'/><unit id='u'><segment><source><pc id='1' slr:sizeRestriction='3'>a<ph id='2' slr:sizeInfo='3'/></pc></source></segment></unit>")]
    [DataRow("Z12", "in", "<slr:profiles generalProfile='xliff:codepoints'/><unit id='u'><segment><source><sc id='1' slr:sizeRestriction='3,4'/>ab<ec startRef='1'/>cd</source></segment></unit>")]
    [DataRow("Z12", "in", "<slr:profiles storageProfile='xliff:utf8'/><group id='g' slr:storageRestriction='5'><unit id='u'><segment><source>\uAC00</source></segment></unit><unit id='v'><segment><source>\uAC00</source></segment></unit></group>")]
    [DataRow("Z12", "in", "<slr:profiles generalProfile='xliff:codepoints'><slr:normalization general='nfd'/></slr:profiles><unit id='u' slr:sizeRestriction='1'><segment><source>\uAC00</source></segment></unit>")]
    [DataRow("V09", "in", "<val:validation><val:rule endsWith='.'/></val:validation><unit id='u'><segment><source>a</source><target>b</target></segment></unit>")]
    [DataRow("V09", "in", "<val:validation><val:rule isPresent='x' existsInSource='yes' caseSensitive='no'/></val:validation><unit id='u'><segment><source>X</source><target>b</target></segment></unit>")]
    [DataRow("V09", "in", "<val:validation><val:rule isPresent='x' occurs='2'/></val:validation><unit id='u'><segment><source>a</source><target>x</target></segment></unit>")]
    [DataRow("V09", "in", "<val:validation><val:rule isNotPresent='x'/></val:validation><unit id='u'><segment><source>a</source><target>x</target></segment></unit>")]
    public void What_is_only_unwise_is_a_warning(string rule, string kind, string text)
    {
        var found = Validate(Document("2.0", kind, text));
        Assert.AreEqual(rule, found.Single().Rule);
        Assert.AreEqual(DiagnosticSeverity.Warning, found[0].Severity);
        Assert.MatchesRegex(SaysWhatToDo(), found[0].Message);
    }

    [TestMethod]
    [DataRow("2.0", "in", "<slr:profiles generalProfile='xliff:codepoints'/><unit id='u' slr:sizeRestriction='4'><segment><source>aaaaaa</source><target>&#x1F600;aab</target></segment></unit>")]
    [DataRow("2.0", "in", "<slr:profiles generalProfile='my:own'/><unit id='u' slr:sizeRestriction='1'><segment><source>aa</source></segment></unit>")]
    [DataRow("2.0", "in", "<slr:profiles generalProfile='xliff:codepoints'/><unit id='u'><segment><source><sc id='1' slr:sizeRestriction='3,4'/>abc<ec startRef='1'/>cde</source></segment></unit>")]
    [DataRow("2.0", "in", "<val:validation><val:rule endsWith='.'/></val:validation><unit id='u'><val:validation><val:rule endsWith='.' disabled='yes'/></val:validation><segment><source>a</source><target>b</target></segment></unit>")]
    [DataRow("2.0", "in", "<val:validation><val:rule isPresent='x' existsInSource='yes'/></val:validation><unit id='u'><segment><source>a</source><target>b</target></segment></unit>")]
    [DataRow("2.0", "in", "<val:validation><val:rule isPresent='x'/></val:validation><unit id='u'><segment><source>a</source></segment></unit>")]
    [DataRow("2.0", "src", "<pc id='1' fs:fs='ul'><pc id='2' fs:fs='li'>a</pc></pc>")]
    [DataRow("2.1", "unit", "<its:provenanceRecords xml:id='p'><its:provenanceRecord person='a'/></its:provenanceRecords><segment><source><mrk id='m' type='its:generic' its:provenanceRecordsRef='#its=p'>a</mrk></source></segment>")]
    public void What_is_well_gives_no_warning(string version, string kind, string text) =>
        Assert.AreEqual("", string.Join('\n', Validate(Document(version, kind, text))));

    [TestMethod]
    public void Issues_and_records_that_nothing_refers_to_are_told() =>
        Assert.AreEqual("I20", string.Join(' ', Validate(Document("2.1", "unit", "<its:provenanceRecords xml:id='p'><its:provenanceRecord person='a'/></its:provenanceRecords><segment><source/></segment>")).Select(d => d.Rule)));

    [TestMethod]
    [DataRow("<a><b></a>")]
    [DataRow("")]
    [DataRow("no xml")]
    [DataRow("<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;\">]><lolz>&lol2;</lolz>")]
    [DataRow("<xliff>\0</xliff>")]
    public void What_is_no_XML_gives_one_clear_error(string text)
    {
        var told = Validate(text).Single();
        Assert.AreEqual(("G01", DiagnosticSeverity.Error), (told.Rule, told.Severity));
        Assert.IsGreaterThan(0, told.Line);
    }

    [TestMethod]
    public void Whatever_is_done_to_a_document_the_answer_is_a_list_of_diagnostics()
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", "profile-2.0.xlf"));
        string[] pieces = ["<", ">", "\"", "id=\"1\"", "<pc id=\"1\">", "</pc>", "<ec startRef=\"1\"/>", "<segment>", "<target/>", "&", "&#0;", "\0", "xml:lang=\"xx\"", "order=\"9\"", "<mda:metadata xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\"/>"];
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Int[0, 40], Gen.OneOfConst(pieces)).Array[1, 3].Sample(
            changes =>
            {
                var text = Encoding.UTF8.GetString(bytes);
                foreach (var (at, length, piece) in changes)
                {
                    var start = Math.Min(at, text.Length);
                    text = text.Remove(start, Math.Min(length, text.Length - start)).Insert(start, piece);
                }

                foreach (var told in Validate(text))
                    Assert.IsTrue(told.Line > 0 && told.Message.Length > 10 && told.Rule.Length >= 3, told.ToString());
            },
            iter: 5_000);
    }

    [TestMethod]
    public void Paths_and_messages_are_bounded_and_still_say_what_to_do()
    {
        var told = Validate(Document("2.0", "in", $"<group id='{new string('g', 600)}'><unit id='u' type='{string.Concat(Enumerable.Repeat("\U0001F600", 400))}'><segment><source/></segment></unit></group>")).Single();
        Assert.AreEqual((500, true), (told.Path.Length, told.Path.EndsWith("ggg…", StringComparison.Ordinal)));
        Assert.IsTrue(told.Message.Length is 499 or 500 && told.Message.EndsWith("…; write 'prefix:value' without spaces.", StringComparison.Ordinal), told.Message);
        Assert.DoesNotContain("\\ud83d…", told.Message);
        Assert.AreEqual(500, Validate($"<{new string('a', 9_000)}></b>").Single().Message.Length);
    }

    [TestMethod]
    public void Depth_is_bounded()
    {
        var told = Validate(string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000))).Single();
        Assert.Contains("stand in one another", told.Message);
    }

    /// <summary>What is wrong, and after it what to do, as an order; only what is no XML at all speaks as the framework's reader does.</summary>
    [GeneratedRegex("(;|,) (better )?(add|change|cut|declare|give|keep|make|mend|move|name|put|save|take|use|write) |^Not well-formed")]
    private static partial Regex SaysWhatToDo();

    private static IReadOnlyList<Diagnostic> Validate(string text) => XliffValidator.Validate(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<string> Lines(string name) => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", name)).Where(l => l.Length > 0);

    private static string Document(string version, string kind, string text) => kind switch
    {
        "doc" => text,
        "file" => $"<xliff xmlns='urn:oasis:names:tc:xliff:document:{(version == "2.2" ? "2.2" : "2.0")}' {Names}{(version == "2.0" ? "" : " its:version='2.0'")} version='{version}' srcLang='en' trgLang='fr'>{text}</xliff>",
        "in" => Document(version, "file", $"<file id='f1'>{text}</file>"),
        "unit" => Document(version, "in", $"<unit id='u1'>{text}</unit>"),
        "own" => Document(version, "unit", $"{text}<segment id='s1'><source>a</source></segment>"),
        _ when text.Split(" || ") is [var source, var target] => Document(version, "unit", $"<segment id='s1'><source>{source}</source><target>{target}</target></segment>"),
        _ => Document(version, "unit", $"<segment id='s1'><source>{text}</source></segment>"),
    };
}
