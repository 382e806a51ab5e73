using System.Collections.Immutable;
using TransFlow.Core;
using TransFlow.Engine.Settings;

namespace TransFlow.Engine.Tests.Settings;

[TestClass]
public sealed class SettingsFileTests
{
    private const string Least = """{ "source": {}, "targets": { "en": {} } }""";

    [TestMethod]
    public void The_least_that_works_gets_the_defaults()
    {
        var settings = Read(Least);
        Assert.AreEqual("ko", settings.Source.Language);
        Assert.EndsWith("translations/articles", settings.Source.Folder);
        Assert.EndsWith("translations/.transflow/newsroom.db", settings.Store.ToString());
        Assert.EndsWith("translations/published/{lang}", settings.PublishFolder);
        Assert.IsTrue(settings.RemovesTaken);
        Assert.AreEqual("UTC", settings.Schedule.TimeZone);
        Assert.AreEqual("translate edit", string.Join(' ', settings.Targets["en"].Route.Stages.Select(s => s.Name)));
    }

    [TestMethod]
    public void Comments_and_commas_at_the_end_are_allowed() =>
        Assert.AreEqual("ja", Read("""{ "source": { "language": "ja", /* the newsroom's */ }, "targets": { "en": {}, }, }""").Source.Language);

    [TestMethod]
    [DataRow("""{ "part": "quotations" }""", "rule-without-effect")]
    [DataRow("""{ "part": "quotes", "people": { "translate": "hana" } }""", "setting-value")]
    [DataRow("""{ "part": "quotations", "people": { "translte": "hana" } }""", "unknown-setting rule-without-effect")]
    [DataRow("""{ "section": "법*", "route": "longer" }""", "no-such-route")]
    [DataRow("""{ "section": "법*", "name": "Law!", "route": "long" }""", "setting-value")]
    [DataRow("""{ "part": "quotations", "people": { "translate": "hana" } }, { "part": "quotations", "people": { "translate": "suji" } }""", "name-twice")]
    [DataRow("""{ "path": "inside/", "people": { "translate": "hana" }, "route": "long" }""", "people-of-all")]
    [DataRow("""{ "people": { "translate": "hana" } }""", "no-such-route people-of-all rule-for-all")]
    [DataRow("""{ "section": "법*", "route": "turned" }""", "routes-disagree")]
    public void Rules_about_segments_say_whom_they_catch_and_where_they_send_them(string rules, string codes)
    {
        var turned = rules.Contains("turned", StringComparison.Ordinal) ? ", \"turned\": [\"translate\", \"sign-off\", \"edit\"]" : "";
        var problems = Problems($$"""{ "source": {}, "targets": { "en": {} }, "routes": { "long": ["translate", "edit", "sign-off"]{{turned}} }, "routing": [{{rules}}] }""");
        CollectionAssert.AreEquivalent(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries), problems.Select(p => p.Code).ToArray(), string.Join('\n', problems));
        Assert.IsTrue(problems.All(p => p.Line > 0));
    }

    [TestMethod]
    public void Rules_about_segments_are_kept_apart_from_those_about_articles()
    {
        var settings = Read("""{ "source": {}, "targets": { "en": {} }, "routes": { "long": ["translate", "edit", "sign-off"] }, "routing": [{ "section": "법*", "route": "long" }, { "part": "direct-speech", "people": { "edit": "kim" } }, { "path": "inside/", "route": "long" }] }""");
        var rules = settings.RouteRules;
        CollectionAssert.AreEqual(new[] { "translate", "edit", "sign-off" }, settings.StagesOf("en").ToArray());
        CollectionAssert.AreEqual(new[] { "kim" }, settings.WorkersOf("edit", "en").ToArray());
        CollectionAssert.AreEqual(new[] { "section-1", "direct-speech", null }, rules.Select(r => r.Strand?.Strand.Name).ToArray());
        CollectionAssert.AreEqual(new[] { "section 법*", "direct-speech", "path inside/" }, rules.Select(r => r.Words).ToArray());
    }

    [TestMethod]
    public void Only_the_writers_stage_lets_anything_go_by()
    {
        Assert.AreEqual("reuse-not-here", Problems("""{ "source": {}, "targets": { "en": {} }, "stages": { "edit": { "reuse": "in-context" } } }""").Single().Code);
        Assert.AreEqual("setting-value", Problems("""{ "source": {}, "targets": { "en": {} }, "stages": { "translate": { "reuse": "fuzzy" } } }""").Single().Code);
    }

    [TestMethod]
    public void The_environment_overrides_the_file_whatever_its_case()
    {
        var environment = new Dictionary<string, string> { ["TRANSFLOW__Schedule__TIMEZONE"] = "Asia/Tokyo", ["transflow__source__language"] = "ja", ["OTHER"] = "x" };
        var settings = Read(Least, environment);
        Assert.AreEqual(("Asia/Tokyo", "ja"), (settings.Schedule.TimeZone, settings.Source.Language));
    }

    [TestMethod]
    public void A_name_in_the_environment_that_is_no_setting_is_refused() =>
        Assert.Contains("'schedule.timezon'", Problems(Least, new Dictionary<string, string> { ["TRANSFLOW__SCHEDULE__TIMEZON"] = "x" }).Single().Message);

    [TestMethod]
    [DataRow("""{ "source": {}, "targets": {} }""", "no-targets", 1)]
    [DataRow("""{ "targets": { "en": {} } }""", "no-source", null)]
    [DataRow("{\n \"source\": {},\n \"targets\": { \"en\": { \"roote\": \"x\" } } }", "unknown-setting", 3)]
    [DataRow("{\n \"source\": {},\n \"targets\": { \"ko\": {} } }", "target-is-source", 3)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\":\n { \"route\": \"x\" } } }", "no-such-route", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"routes\": {\n \"default\": [\"translate\"] } }", "no-four-eyes", 3)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"routes\": { \"default\": [\"translate\", \"polish\"] } }", "unknown-stage", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"schedule\": { \"intake\": \"* * *\" } }", "not-cron", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"schedule\": { \"timeZone\": \"Mars\" } }", "no-such-time-zone", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"routing\": [{ \"path\": \"a/\", \"route\": \"nowhere\" }] }", "no-such-route", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"routing\": [{ \"route\": \"default\" }] }", "rule-for-all", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"calendar\": { \"timeZone\": \"Mars\" } }", "no-such-time-zone", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"calendar\": { \"days\": [\"monday\"] } }", "not-in-calendar", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"calendar\": { \"hours\": \"9 to 5\" } }", "not-in-calendar", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"calendar\": { \"holidays\": [\"2026-02-30\"] } }", "not-in-calendar", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"stages\": { \"edit\": { \"due\": \"8\" } } }", "setting-value", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"notify\": [{ \"url\": \"http://example.org/\", \"key\": \"env:K\" }] }", "not-https", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"notify\": [{ \"url\": \"https://example.org/\", \"key\": \"hush\" }] }", "secret-place", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"notify\": [{ \"url\": \"https://example.org/\" }] }", "secret-place", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"notify\": [{ \"url\": \"https://a.org/\", \"key\": \"env:K\" }, { \"url\": \"https://b.org/\", \"key\": \"env:K\" }] }", "name-twice", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"notify\": [{ \"url\": \"https://a.org/\", \"key\": \"env:K\", \"host\": \"x\" }] }", "other-type", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"notify\": [{ \"type\": \"mail\", \"host\": \"smtp.example.org\", \"security\": \"none\" }] }", "not-tls", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"notify\": [{ \"type\": \"mail\", \"host\": \"smtp.example.org\", \"from\": \"desk\" }] }", "not-an-address", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"notify\": [{ \"type\": \"mail\", \"host\": \"smtp.example.org\", \"port\": 99999 }] }", "setting-value", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"notify\": [{ \"type\": \"mail\", \"host\": \"smtp.example.org\", \"at\": \"8:00\" }] }", "not-cron", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"notify\": [{ \"type\": \"mail\", \"host\": \"smtp.example.org\", \"user\": \"x\" }] }", "secret-place", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"notify\": [{ \"url\": \"https://a.org/\", \"key\": \"env:K\", \"events\": [\"held\", \"publisht\"] }] }", "setting-value", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"stages\": { \"edit\": { \"due\": \"9999999.00:00\" } } }", "setting-value", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"store\": \"oracle:x\" }", "store-kind", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"publish\": [{ \"path\": \"all\" }] }", "no-language-in-path", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"publish\": [{}, {}] }", "two-folders", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"publish\": [{ \"path\": \"out/{lang}/{slug}\" }] }", "unknown-place", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"publish\": [{ \"file\": \"{year}-{slug}.md\" }] }", "no-page-path", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": { \"style\":\n { \"boilerplate\": [\"nothing\"] } } } }", "no-boilerplate", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": { \"style\":\n { \"headingCase\": \"loud\" } } } }", "setting-value", 2)]
    [DataRow("{ \"source\": {},\n \"targets\": \"en\" }", "setting-kind", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"people\": { \"edit\": { \"en\": [1, {}] } } }", "setting-kind", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"people\": { \"translate\": { \"en\": \"Jonas\" },\n \"edit\": { \"en\": \"jonas\" } } }", "person-twice", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} },\n \"people\": { \"translate\": { \"en\": \"jonas\" },\n \"edit\": { \"en\": [\"ren\", \" jonas\"] } } }", "person-twice", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} }, \"people\": { \"translate\": { \"en\": \"Zo\u00E9\" } },\n \"desk\": { \"chiefs\": [\"Zoe\u0301\"] } }", "person-twice", 2)]
    [DataRow("{ \"source\": {}, \"targets\": { \"en\": {} }, \"people\": { \"edit\": { \"en\": \"hana\" } },\n \"routing\": [{ \"part\": \"quotations\", \"people\": { \"translate\": \"Hana\" } }] }", "person-twice", 2)]
    [DataRow("{\n \"source\": {},\n", "settings-broken", 3)]
    [DataRow("[]", "settings-broken", 1)]
    [DataRow("", "settings-broken", 1)]
    [DataRow("{ \"source\": {}, \"source\": {} }", "settings-broken", 1)]
    public void What_is_wrong_is_named_with_its_line_and_a_way_out(string json, string code, int? line)
    {
        var problem = Problems(json).First(p => p.Code == code);
        Assert.AreEqual(line, problem.Line, problem.ToString());
        Assert.EndsWith("transflow.json", problem.File!);
        Assert.IsGreaterThan(10, problem.Remedy.Length);
    }

    [TestMethod]
    public void A_secret_in_the_settings_is_refused_without_being_repeated() =>
        Assert.IsFalse(Problems("""{ "source": {}, "targets": { "en": {} }, "notify": [{ "url": "https://example.org/", "key": "hush-hush" }] }""").Any(p => p.ToString().Contains("hush", StringComparison.Ordinal)));

    [TestMethod]
    public void All_that_is_wrong_is_said_at_once() =>
        Assert.HasCount(3, Problems("""{ "source": { "langauge": "ko" }, "targets": { "en": { "rout": 1 } }, "stor": "x" }"""));

    [TestMethod]
    public void An_unknown_key_is_told_the_nearest_one() =>
        Assert.Contains("Did you mean 'language'?", Problems("""{ "source": { "langauge": "ko" }, "targets": { "en": {} } }""").Single().Remedy);

    [TestMethod]
    public void Front_matter_values_of_a_language_are_text_truth_values_numbers_and_lists()
    {
        var set = Read("""{ "source": {}, "targets": { "en": { "style": { "set": { "lang": "en", "draft": false, "weight": 3, "tags": ["a"] } } } } }""").Targets["en"].Style.Set;
        Assert.AreEqual("draft False True false; lang False False en; tags True False a; weight False True 3", string.Join("; ", set.Select(e => $"{e.Key} {e.IsList} {e.IsBare} {string.Join(',', e.Values)}")));
    }

    [TestMethod]
    public void Segmentation_rules_are_read_with_the_settings()
    {
        using var folder = new TemporaryFolder();
        folder.Write("rules.srx", Srx("ko.*"));
        var rules = SettingsFile.Read(folder.Write("transflow.json", """{ "source": { "segmentation": "rules.srx" }, "targets": { "en": {} } }"""), new Dictionary<string, string>()).Settings!.Source.Segmentation!;
        Assert.IsTrue(rules.Has("ko"));
    }

    [TestMethod]
    public void Ends_of_lines_may_be_seen()
    {
        Assert.IsFalse(Read("""{ "source": {}, "targets": { "en": {} } }""").Source.Extraction().BreaksLines);
        Assert.IsTrue(Read("""{ "source": { "lineEnds": "break" }, "targets": { "en": {} } }""").Source.Extraction().BreaksLines);
    }

    [TestMethod]
    public void Articles_may_all_be_MDX()
    {
        Assert.IsFalse(Read("""{ "source": {}, "targets": { "en": {} } }""").Source.Extraction().IsMdx);
        Assert.IsTrue(Read("""{ "source": { "markdown": "mdx" }, "targets": { "en": {} } }""").Source.Extraction().IsMdx);
    }

    [TestMethod]
    [DataRow(null, "no-segmentation-rules")]
    [DataRow("<srx", "srx-broken")]
    [DataRow("en.*", "no-rules-for-language")]
    public void Rules_that_cannot_be_used_are_a_problem_of_the_settings(string? rules, string code)
    {
        using var folder = new TemporaryFolder();
        if (rules is not null)
            folder.Write("rules.srx", rules.StartsWith('<') ? rules : Srx(rules));
        var (settings, problems) = SettingsFile.Read(folder.Write("transflow.json", "{\n\"source\": { \"segmentation\": \"rules.srx\" }, \"targets\": { \"en\": {} } }"), new Dictionary<string, string>());
        Assert.IsNull(settings);
        Assert.AreEqual((code, 2), (problems.Single().Code, problems.Single().Line), problems.Single().ToString());
        Assert.Contains("rules.srx", problems.Single().Message);
    }

    private static string Srx(string languages) =>
        $"""
        <srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="yes"/><body>
        <languagerules><languagerule languagerulename="All"><rule break="yes"><beforebreak>;</beforebreak><afterbreak>\s</afterbreak></rule></languagerule></languagerules>
        <maprules><languagemap languagepattern="{languages}" languagerulename="All"/></maprules></body></srx>
        """;

    [TestMethod]
    public void A_missing_file_says_how_to_make_one() =>
        Assert.Contains("transflow init", SettingsFile.Read("/nowhere/transflow.json", new Dictionary<string, string>()).Problems.Single().Remedy);

    private static NewsroomSettings Read(string json, Dictionary<string, string>? environment = null)
    {
        using var folder = new TemporaryFolder();
        var (settings, problems) = SettingsFile.Read(folder.Write("transflow.json", json), environment ?? []);
        return settings ?? throw new AssertFailedException(string.Join('\n', problems));
    }

    private static ImmutableArray<Refusal> Problems(string json, Dictionary<string, string>? environment = null)
    {
        using var folder = new TemporaryFolder();
        var (settings, problems) = SettingsFile.Read(folder.Write("transflow.json", json), environment ?? []);
        Assert.IsNull(settings);
        return problems;
    }
}
