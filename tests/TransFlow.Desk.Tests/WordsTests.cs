using System.Text.RegularExpressions;
using TransFlow.Desk.Tests.Driver;
using TransFlow.Desk.Words;

namespace TransFlow.Desk.Tests;

[TestClass]
public sealed partial class WordsTests
{
    [TestMethod]
    public void Each_language_has_the_same_words_with_the_same_places()
    {
        var english = DeskWords.All.Single(w => w.Language == "en");
        foreach (var words in DeskWords.All)
        {
            // In English refusals, events and their values are told as the engine tells them.
            var keys = words.Keys.Where(k => !OfTheEngine.Any(p => k.StartsWith(p, StringComparison.Ordinal))).ToList();
            CollectionAssert.AreEqual(english.Keys.ToList(), keys, words.Language);
            foreach (var key in keys)
            {
                Assert.AreNotEqual("", words[key].Trim(), key);
                Assert.AreEqual(Places(english[key]), Places(words[key]), $"{words.Language} {key}");
            }
        }
    }

    [TestMethod]
    public void Every_sentence_that_the_engine_can_say_at_the_desk_has_words_in_the_other_languages()
    {
        var said = Files("src/TransFlow.Core", "src/TransFlow.Engine", "src/TransFlow/Desk").Where(f => f.EndsWith(".cs", StringComparison.Ordinal) && !AtTheTerminal.Any(t => f.Replace('\\', '/').Contains(t, StringComparison.Ordinal)))
            .SelectMany(f => SaidInSource.Patterns(File.ReadAllText(f))).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        Assert.IsGreaterThan(200, said.Count);
        foreach (var words in DeskWords.All.Where(w => w.Language != "en"))
            Assert.AreEqual("", string.Join('\n', said.Where(p => !words.Sentences.ContainsKey(p)).Order(StringComparer.Ordinal)), words.Language);
    }

    [TestMethod]
    public void Words_of_a_sentence_have_no_values_that_it_does_not_have()
    {
        foreach (var (words, pattern, own) in DeskWords.All.SelectMany(w => w.Sentences.Select(s => (w, s.Key, s.Value))))
        {
            Assert.AreNotEqual("", own.Trim(), pattern);
            CollectionAssert.IsSubsetOf(Value().Matches(own).Select(m => m.Groups[1].Value).Distinct().ToList(), Value().Matches(pattern).Select(m => m.Groups[1].Value).Distinct().ToList(), $"{words.Language} {pattern}");
        }
    }

    [TestMethod]
    public void A_refusal_is_told_in_each_language_with_its_values()
    {
        var korean = DeskWords.All.Single(w => w.Language == "ko");
        var refusal = Core.Stages.StageMachine.Next(new Core.Stages.SegmentWork("u", 0, Core.Segments.Content.Of("가")), new Core.Stages.Accept("edit"), new Core.Stages.Actor("mina", []), Core.Stages.Route.Of("default", ["translate", "edit"]).Value!).Refusal!;
        Assert.AreEqual("mina 님은 이 언어의 편집 담당이 아닙니다. 설정에 있는 담당자에게 부탁하거나 설정에 추가하세요.", korean.Refusal(refusal));
        Assert.AreEqual(refusal.ToString(), DeskWords.All.First().Refusal(refusal));
        Assert.AreEqual("이 블록에는 서식 {7}이(가) 없습니다.", korean.Say($"There is no code {{{7}}} in this block."));
        Assert.AreEqual("Said by nobody yet.", korean.Say("Said by nobody yet."), "better in English than not at all");
        Assert.AreEqual("XLIFF로 읽을 수 없는 파일입니다.", korean.Said(new Core.Refusal("not-xliff", $"Line {3} is broken.", "Mend it.")), "what comes from elsewhere is told by its code");
    }

    [TestMethod]
    public void Every_event_that_has_a_name_is_told_in_a_sentence()
    {
        var english = DeskWords.All.First();
        foreach (var words in DeskWords.All.Where(w => w.Language != "en"))
            CollectionAssert.IsSubsetOf(english.Keys.Where(k => k.StartsWith("event.", StringComparison.Ordinal)).Select(k => "told." + k["event.".Length..]).ToList(), words.Keys.ToList());
        var korean = DeskWords.All.Single(w => w.Language == "ko");
        Assert.AreEqual("편집 단계로", korean.Told(Core.Stages.Event.Of("arrived", "a", "en", "transflow", ("stage", "edit"))));
        Assert.AreEqual("번역에서 편집 단계로, 기한 내일", korean.Told(Core.Stages.Event.Of("arrived", "a", "en", "transflow", ("stage", "edit"), ("from", "translate"), ("due", "내일"))));
        Assert.AreEqual("accepted 3 segments at edit", english.Told(Core.Stages.Event.Of("accepted", "a", "en", "jonas", ("stage", "edit"), ("segments", "3"))));
    }

    [TestMethod]
    public void No_event_is_told_with_a_place_that_nothing_fills()
    {
        foreach (var words in DeskWords.All)
        {
            foreach (var kind in Engine.Jobs.EventWords.Kinds)
            {
                var names = Detail().Matches(words.Or("told." + kind, "")).Select(m => m.Groups[1].Value).Distinct().ToList();
                foreach (var missing in names.Append("").Append("all"))
                {
                    var details = names.Where(n => missing != "all" && n != missing).Select(n => (n, "x")).ToArray();
                    Assert.DoesNotMatchRegex(new Regex(@"[{}\[\]]"), words.Told(Core.Stages.Event.Of(kind, "a", "en", "jonas", details)), $"{words.Language} {kind} without {missing}");
                }
            }
        }

        var korean = DeskWords.All.Single(w => w.Language == "ko");
        Assert.EndsWith("문구를 씀: 새 글, 그 전 문구: 옛글", korean.Told(Core.Stages.Event.Of("correction-described", "a", "en", "jonas", ("kind", "update"), ("line", "새 글"), ("lineBefore", "옛글"))));
        Assert.EndsWith("문구를 씀: 새 글", korean.Told(Core.Stages.Event.Of("correction-described", "a", "en", "jonas", ("kind", "update"), ("line", "새 글"))));
    }

    [TestMethod]
    public void Every_event_that_the_engine_writes_has_a_name_in_each_language()
    {
        var kinds = Files("src/TransFlow.Engine").Where(f => f.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(f => Written().Matches(File.ReadAllText(f)).Concat(f.EndsWith("EventWords.cs", StringComparison.Ordinal) ? Arm().Matches(File.ReadAllText(f)) : []))
            .Select(m => "event." + m.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList();
        Assert.IsGreaterThan(45, kinds.Count);
        CollectionAssert.AreEquivalent(kinds, Engine.Jobs.EventWords.Kinds.Select(k => "event." + k).ToList());
        foreach (var words in DeskWords.All)
            Assert.AreEqual("", string.Join(' ', kinds.Except(words.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)), words.Language);
    }

    [TestMethod]
    public void Every_word_that_a_page_asks_for_is_there()
    {
        var asked = Files("src/TransFlow/Desk").Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(f => Asked().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Where(k => !k.EndsWith('.')).Distinct().ToList();
        Assert.IsGreaterThan(40, asked.Count);
        CollectionAssert.IsSubsetOf(asked, DeskWords.All.First().Keys.ToList());
    }

    [TestMethod]
    [DataRow(null, "ko-KR,ko;q=0.9,en;q=0.8", "ko")]
    [DataRow(null, "fr,en;q=0.5,ko;q=0.9", "ko")]
    [DataRow(null, "fr", "en")]
    [DataRow("en", "ko", "en")]
    [DataRow("xx", "ko", "ko")]
    public async Task The_desk_speaks_the_language_that_was_chosen_else_that_of_the_browser(string? chosen, string asked, string expected)
    {
        await using var desk = await TestDesk.Start();
        using var visitor = desk.Visitor();
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.Clear();
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(asked);
        if (chosen is not null)
            (await visitor.Post("/preferences", ("language", chosen))).Dispose();
        Assert.AreEqual(expected, (await visitor.Page("/sign-in")).DocumentElement.GetAttribute("lang"));
    }

    /// <summary>Rooms whose sentences are read in settings files, in articles' front matter, or by whoever keeps the store: never at the desk.</summary>
    private static readonly string[] AtTheTerminal =
        ["/obj/", "/Srx/", "/Formats/", "/Heads/", "/Settings/", "/Store/", "/Outbox/", "FileForm.cs", "Stages/Route.cs", "Jobs/Accounts.cs", "TransFlow.Engine/Newsroom.cs", "PackageElements.cs"];

    private static readonly string[] OfTheEngine = ["refusal.", "told.", "shift.", "format.", "finished."];

    private static IEnumerable<string> Files(params string[] folders)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "TransFlow.sln")))
            root = root.Parent!;
        return folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(root.FullName, f), "*.*", SearchOption.AllDirectories));
    }

    private static string Places(string words) => string.Join(' ', Place().Matches(words).Select(m => m.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\{([^{}:]+)(?::[^{}]+)?\}")]
    private static partial Regex Detail();

    [GeneratedRegex(@"\{(\d)(?::[a-z]+)?\}")]
    private static partial Regex Value();

    [GeneratedRegex(@"(?:Event\.Of|Happened)\(\s*""([a-z-]+)""")]
    private static partial Regex Written();

    [GeneratedRegex(@"""([a-z-]+)""(?=(?: or ""[a-z-]+"")* =>)")]
    private static partial Regex Arm();

    [GeneratedRegex(@"\b[wW](?:ords)?\[""([a-z.-]+)""")]
    private static partial Regex Asked();
}
