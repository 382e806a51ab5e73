using System.Text;
using CsCheck;

namespace TransFlow.Xliff.Tests;

[TestClass]
public sealed class XliffValidatorTests
{
    private const string Names = "xmlns:mtc='urn:oasis:names:tc:xliff:matches:2.0' xmlns:gls='urn:oasis:names:tc:xliff:glossary:2.0' xmlns:fs='urn:oasis:names:tc:xliff:fs:2.0' "
        + "xmlns:mda='urn:oasis:names:tc:xliff:metadata:2.0' xmlns:res='urn:oasis:names:tc:xliff:resourcedata:2.0' xmlns:slr='urn:oasis:names:tc:xliff:sizerestriction:2.0' "
        + "xmlns:val='urn:oasis:names:tc:xliff:validation:2.0' xmlns:ctr='urn:oasis:names:tc:xliff:changetracking:2.0' xmlns:its='http://www.w3.org/2005/11/its' "
        + "xmlns:itsm='urn:oasis:names:tc:xliff:itsm:2.1' xmlns:pgs='urn:oasis:names:tc:xliff:pgs:1.0' xmlns:x='urn:example:x'";

    private static IEnumerable<string[]> Cases => Lines("rules.txt").Where(l => !l.StartsWith('#')).Select(l => l.Split(' ', 5));

    private static IEnumerable<string[]> Broken => Cases.Where(c => c[2] == "-").Select(c => new[] { c[0], c[1], c[3], c[4] });

    private static IEnumerable<string[]> Sound => Cases.Where(c => c[2] == "+").Select(c => new[] { c[0], c[1], c[3], c[4] });

    [TestMethod]
    [DynamicData(nameof(Broken))]
    public void What_breaks_a_rule_is_told_by_that_rule_with_its_place(string rule, string version, string kind, string text)
    {
        var found = Validate(Document(version, kind, text));
        var told = found.FirstOrDefault(d => d.Rule == rule.Split('=')[^1] && d.Severity == DiagnosticSeverity.Error);
        Assert.IsNotNull(told, string.Join('\n', found));
        Assert.IsTrue(told.Line > 0 && told.Column > 0 && told.Message.Length > 20, told.ToString());
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
    }

    [TestMethod]
    [DataRow("profile-2.0.xlf")]
    [DataRow("profile-1.2.xlf")]
    public void The_profile_is_valid(string name) =>
        Assert.AreEqual("", string.Join('\n', XliffValidator.Validate(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Data", name)))));

    [TestMethod]
    [DataRow("C33", "<ph id='1' canDelete='no'/> || a")]
    [DataRow("C29", "<pc id='1' subFlowsStart='u1'>a</pc>")]
    [DataRow("A02", "<mrk id='m'>a</mrk>")]
    public void What_is_only_unwise_is_a_warning(string rule, string text)
    {
        var found = Validate(Document("2.0", "src", text));
        Assert.AreEqual(rule, found.Single().Rule);
        Assert.AreEqual(DiagnosticSeverity.Warning, found[0].Severity);
    }

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
    public void Depth_is_bounded()
    {
        var told = Validate(string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000))).Single();
        Assert.Contains("stand in one another", told.Message);
    }

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
