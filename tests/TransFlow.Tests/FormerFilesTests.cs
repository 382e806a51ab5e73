using System.Text;
using System.Text.RegularExpressions;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>XLIFF of an article that has changed, made with the translations of the former one.</summary>
[TestClass]
public sealed partial class FormerFilesTests
{
    private const string Page = "첫째 문장이다. 둘째 문장이다.\n\n평균 600원이 내렸다. 그는 어제 평양에서 왔다.\n\n끝 문단이다.\n";

    [TestMethod]
    public async Task Translations_of_a_former_article_go_into_the_file_of_the_changed_one_as_far_as_they_hold()
    {
        using var room = new TestNewsroom();
        const string Former = "# 쌀값\n\n쌀은 12원이다. 콩은 **비싸다**.\n\n시장은 닫혔다.\n";
        room.Write("a/story.ko.md", Former);
        await room.Do("extract", "a", "-o", "x", "--target", "en");
        var words = new Queue<string>(["Price", "Rice is 12 won.", "Beans are <pc id=\"1\" dataRefStart=\"d1\" dataRefEnd=\"d1\">dear</pc>.", "Closed."]);
        var file = Regex.Replace(room.Read("x/story.ko.xlf"), "(?<=<source>[^ ].*)</source>", m => $"</source><target>{words.Dequeue()}</target>");
        room.Write("x/story.ko.xlf", Encoding.UTF8.GetBytes(file));
        room.Write("b/story.ko.md", "# 쌀값\n\n새 글이다.\n\n시장은 닫혔다.\n\n쌀은 13원이다. 콩은 **비싸다**.\n");
        room.Write("b/other.ko.md", "다른 글이다.\n");

        await room.Do("extract", "b", "--former", "a", "--xliff", "x", "-o", "y", "--target", "en");
        Assert.Contains("story.ko.md: 3 of 5 sentence(s) keep their translations, 1 have that of a former one in a note.", room.Error);
        Assert.Contains("other.ko.md: it had no former article of its name; nothing of it is translated.", room.Error);
        Assert.Contains("<note id=\"n2\" category=\"change\">The source has changed since the target was written: sentence 1: 12원이다 → 13원이다</note>", room.Read("y/story.ko.xlf"));
        Assert.Contains("<note id=\"n3\" category=\"former\">Sentence 1 was “쌀은 12원이다.”; its target “Rice is 12 won.”</note>", room.Read("y/story.ko.xlf"));
        await room.Do("weave", "b/story.ko.md", "--xliff", "y/story.ko.xlf", "-o", "story.en.md");
        Assert.AreEqual("# Price\n\n새 글이다.\n\nClosed.\n\n쌀은 13원이다. Beans are **dear**.\n", room.Read("story.en.md"));
        Assert.AreEqual(2, await room.Run("extract", "b", "--former", "a", "-o", "y", "--target", "en"));
        Assert.AreEqual(2, await room.Run("extract", "b", "--former", "none", "--xliff", "x", "-o", "y", "--target", "en"));
        room.Write("us.xlf", Encoding.UTF8.GetBytes(room.Read("x/story.ko.xlf").Replace("trgLang=\"en\"", "trgLang=\"en-US\"", StringComparison.Ordinal)));
        await room.Do("extract", "b/story.ko.md", "--former", "a/story.ko.md", "--xliff", "us.xlf", "-o", "u.xlf", "--target", "en");
        Assert.AreEqual(room.Read("y/story.ko.xlf"), room.Read("u.xlf"));
        Assert.Contains("Name the file with those in 'ja'", await room.Refused("extract", "b/story.ko.md", "--former", "a/story.ko.md", "--xliff", "x/story.ko.xlf", "-o", "z.xlf", "--target", "ja"));
    }

    [TestMethod]
    [DataRow("국경에 갔나?\n\n예.\n\n시장에 갔나?\n\n예.\n", "시장에 갔나?\n\n예.\n\n국경에 갔나?\n\n예.\n", "T3\n\nT4\n\nT1\n\nT2\n")]
    [DataRow("![가](/a)\n\n![가](/b)\n", "![가](/c)\n\n![가](/b)\n\n![가](/a)\n", "![가](/c)\n\n![T2](/b)\n\n![T1](/a)\n")]
    [DataRow("[가](/a)와 [나](/b)를 보라.\n\n끝.\n", "끝.\n\n새것은 [다](/c)다.\n\n[가](/a)와 [나](/b)를 보라.\n", "T2\n\n새것은 [다](/c)다.\n\n[T1](/a)와 [T1](/b)를 보라.\n")]
    public async Task What_is_woven_of_the_file_stands_where_the_file_has_it(string former, string changed, string woven)
    {
        using var room = new TestNewsroom();
        room.Write("a.ko.md", former);
        room.Write("b.ko.md", changed);
        await room.Do("extract", "a.ko.md", "-o", "x.xlf", "--target", "en");
        var number = 0;
        room.Write("x.xlf", Source().Replace(room.Read("x.xlf"), m =>
        {
            number++;
            return $"{m.Value}<target>{(m.Value.Contains("<pc", StringComparison.Ordinal) ? Regex.Replace(m.Groups[1].Value, ">[가-힣]<", $">T{number}<") : $"T{number}")}</target>";
        }));
        await room.Do("extract", "b.ko.md", "--former", "a.ko.md", "--xliff", "x.xlf", "-o", "y.xlf", "--target", "en");
        await room.Do("weave", "b.ko.md", "--xliff", "y.xlf", "-o", "b.en.md");
        Assert.AreEqual(woven, room.Read("b.en.md"));
    }

    [TestMethod]
    [DataRow("1.2", "첫 문장이다. 둘째 문장이다. 셋째 문장이다.", "The first. The second. The third.", "The first. The second. The third.")]
    [DataRow("2.0", "첫 문장이다. 둘째 문장이다. 셋째 문장이다.", "The first. The second. The third.", "The first. The second. The third.")]
    [DataRow("2.1", "첫 문장이다. 둘째 문장이다. 셋째 문장이다.", "The first. The second. The third.", "The first. The second. The third.")]
    [DataRow("2.2", "> - 첫 문장이다.\n>   [둘째](https://a.b/c) 문장이다[^1]. **셋째** 문장이다.\n\n[^1]: 주석이다. 또 있다.", "X, <1>the Y<2>. Z", "> - X, [the Y](https://a.b/c)[^1]. Z\n\n[^1]: X, the Y. Z")]
    [DataRow("1.2", "첫 문장이다. [둘째](https://a.b/c) 문장이다[^1].\n\n[^1]: 주석이다. 또 있다.", "X, <1>the Y<2>. Z", "X, [the Y](https://a.b/c)[^1]. Z\n\n[^1]: X, the Y. Z")]
    public async Task A_target_for_a_whole_paragraph_stays_one_through_every_version_and_every_change(string version, string paragraph, string target, string woven)
    {
        using var room = new TestNewsroom();
        room.Write("a0.ko.md", $"{paragraph}\n\n끝은 400원이다.\n");
        room.Write("a1.ko.md", $"{paragraph}\n\n끝은 500원이다.\n");
        room.Write("a2.ko.md", $"새 글이다.\n\n{paragraph}\n\n끝은 500원이다.\n");
        await room.Do("extract", "a0.ko.md", "-o", "x.xlf", "--target", "en");
        await room.Do("xliff", "convert", "x.xlf", "--to", "1.2", "-o", "x12.xlf");
        var codes = new Regex("<g [^>]*>[^<]*</g>|<x [^>]*/>");
        var file = SegmentedSource().Replace(room.Read("x12.xlf"), "");
        file = Source().Replace(file, m => m.Groups[1].Value.Contains("400원", StringComparison.Ordinal) ? $"{m.Value}<target>It is 400.</target>"
            : $"{m.Value}<target>{Coded(target, codes.Matches(m.Groups[1].Value))}</target>");
        room.Write("x12.xlf", file);

        await room.Do("extract", "a1.ko.md", "--former", "a0.ko.md", "--xliff", "x12.xlf", "--target", "en", "-o", "y.xlf");
        await room.Do("validate", "y.xlf");
        Assert.DoesNotContain("<target/>", room.Read("y.xlf"));
        await room.Do("xliff", "convert", "y.xlf", "--to", version, "-o", "y2.xlf");
        await room.Do("weave", "a1.ko.md", "--xliff", "y2.xlf", "-o", "a1.en.md");
        Assert.AreEqual(Spanned(woven, "끝은 500원이다."), room.Read("a1.en.md"));

        await room.Do("extract", "a2.ko.md", "--former", "a1.ko.md", "--xliff", "y2.xlf", "--target", "en", "-o", "z.xlf");
        await room.Do("weave", "a2.ko.md", "--xliff", "z.xlf", "-o", "a2.en.md");
        Assert.AreEqual("새 글이다.\n\n" + Spanned(woven, "끝은 500원이다."), room.Read("a2.en.md"));

        // One of its sentences changes: all of them are open, and the text is kept, again and again.
        room.Write("a3.ko.md", room.Read("a2.ko.md").Replace("첫 문장", "첫 글월", StringComparison.Ordinal));
        await room.Do("extract", "a3.ko.md", "--former", "a2.ko.md", "--xliff", "z.xlf", "--target", "en", "-o", "v.xlf");
        await room.Do("xliff", "convert", "v.xlf", "--to", version, "-o", "v2.xlf");
        await room.Do("extract", "a3.ko.md", "--former", "a3.ko.md", "--xliff", "v2.xlf", "--target", "en", "-o", "w.xlf");
        StringAssert.Matches(room.Read("w.xlf"), new("category=\"change\">[^<]*sentence 1, whose target stood for those after it too; write all of them anew: 문장이다 → 글월이다<"));
        StringAssert.Matches(room.Read("w.xlf"), new("<note id=\"n3\" category=\"former\">Sentences 1 to [23] were “첫 문장이다\\."));
        await room.Do("weave", "a3.ko.md", "--xliff", "w.xlf", "-o", "a3.en.md");
        Assert.Contains("첫 글월이다.", room.Read("a3.en.md"));
    }

    [TestMethod]
    [DataRow("1.2")]
    [DataRow("2.0")]
    [DataRow("2.1")]
    [DataRow("2.2")]
    public async Task What_was_written_for_former_words_goes_along_until_the_sentence_is_translated(string version)
    {
        using var room = await Translated(version, _ => "translated");
        await Made(room, "600원이", "601원이", version);
        foreach (var (was, now) in new[] { ("601원이", "601원이"), ("601원이", "602원이") })
        {
            room.Write("next.ko.md", room.Read("now.ko.md").Replace(was, now, StringComparison.Ordinal));
            await room.Do("extract", "next.ko.md", "--former", "now.ko.md", "--xliff", "now.xlf", "--target", "en", "-o", "next.xlf", "--replace");
            Assert.Contains("4 of 5 sentence(s) keep their translations, 1 have that of a former one in a note.", room.Error);
            Assert.Contains($">The source has changed since the target was written: sentence 1: 600원이 → {now}<", room.Read("next.xlf"));
            Assert.Contains(">Sentence 1 was “평균 600원이 내렸다.”; its target “Down 600 won.”<", room.Read("next.xlf"));
        }

        room.Write("next.xlf", Encoding.UTF8.GetBytes(room.Read("next.xlf").Replace("602원이 내렸다.</source>", "602원이 내렸다.</source><target>Down 602 won.</target>", StringComparison.Ordinal)));
        await room.Do("extract", "next.ko.md", "--former", "next.ko.md", "--xliff", "next.xlf", "--target", "en", "-o", "done.xlf");
        Assert.Contains("Down 602 won.", room.Read("done.xlf"));
        Assert.DoesNotContain("Down 600 won.", room.Read("done.xlf"));
    }

    [TestMethod]
    [DataRow("1.2", "translated", "")]
    [DataRow("2.0", "translated", "")]
    [DataRow("2.0", "final", "final ")]
    [DataRow("2.1", "reviewed", "reviewed ")]
    [DataRow("2.2", "final", "final ")]
    public async Task Words_that_are_put_back_have_their_translation_and_its_state_again(string version, string state, string told)
    {
        using var room = await Translated(version, _ => state);
        await Made(room, "600원이", "601원이", version);
        Assert.Contains($">Sentence 1 was “평균 600원이 내렸다.”; its {told}target “Down 600 won.”<", room.Read("now.xlf"));
        // After two changes as after one.
        room.Write("next.ko.md", room.Read("now.ko.md").Replace("601원이", "602원이", StringComparison.Ordinal));
        await room.Do("extract", "next.ko.md", "--former", "now.ko.md", "--xliff", "now.xlf", "--target", "en", "-o", "next.xlf");
        foreach (var from in new[] { "now", "next" })
        {
            await room.Do("extract", "was.ko.md", "--former", $"{from}.ko.md", "--xliff", $"{from}.xlf", "--target", "en", "-o", "back.xlf", "--replace");
            Assert.Contains("5 of 5 sentence(s) keep their translations", room.Error);
            Assert.DoesNotContain("category=\"former\"", room.Read("back.xlf"));
            StringAssert.Matches(room.Read("back.xlf"), new($"state=\"{state}\">\\s*<source>평균 600원이 내렸다.</source>\\s*<target>Down 600 won.</target>"));
        }
    }

    [TestMethod]
    [DataRow("translated")]
    [DataRow("reviewed")]
    public async Task A_text_for_several_sentences_is_back_with_all_of_them(string state)
    {
        using var room = new TestNewsroom();
        room.Write("a.ko.md", "하나는 쌀이다. 둘은 콩이다.\n");
        room.Write("b.ko.md", "하나는 쌀이다. 둘은 밀이다.\n");
        await room.Do("extract", "a.ko.md", "-o", "x.xlf", "--target", "en");
        room.Write("a.xlf", Encoding.UTF8.GetBytes(Regex.Replace(room.Read("x.xlf"), "<segment.*</segment>", $"<segment state=\"{state}\"><source>하나는 쌀이다. 둘은 콩이다.</source><target>Rice, and beans.</target></segment>", RegexOptions.Singleline)));
        await room.Do("extract", "b.ko.md", "--former", "a.ko.md", "--xliff", "a.xlf", "--target", "en", "-o", "b.xlf");
        await room.Do("extract", "a.ko.md", "--former", "b.ko.md", "--xliff", "b.xlf", "--target", "en", "-o", "back.xlf");
        StringAssert.Matches(room.Read("back.xlf"), new($"state=\"{state}\">\\s*<source>하나는 쌀이다. 둘은 콩이다.</source>\\s*<target>Rice, and beans.</target>"));
        await room.Do("weave", "a.ko.md", "--xliff", "back.xlf", "-o", "a.en.md");
        Assert.AreEqual("Rice, and beans.\n", room.Read("a.en.md"));
    }

    [TestMethod]
    [DataRow("1.2")]
    [DataRow("2.0")]
    [DataRow("2.1")]
    [DataRow("2.2")]
    public async Task Peoples_notes_and_states_go_along_and_no_draft_becomes_a_translation(string version)
    {
        using var room = await Translated(version, words => words switch { "One." or "Down 600 won." => "final", "Two." => "reviewed", "The end." => "initial", _ => "translated" }, "번역자: 이 이름이 맞나요?");
        await Made(room, "600원이", "601원이", version);
        Assert.Contains("3 of 5 sentence(s) keep their translations, 1 have that of a former one in a note.", room.Error);
        Assert.Contains("1 target(s) that nobody confirmed are in notes.", room.Error);
        // And once more, since the states of the sentences of a paragraph are not one.
        await room.Do("extract", "now.ko.md", "--former", "now.ko.md", "--xliff", "now.xlf", "--target", "en", "-o", "next.xlf");
        var file = room.Read("next.xlf");
        StringAssert.Matches(file, new("state=\"final\">\\s*<source>첫째"));
        StringAssert.Matches(file, new("state=\"reviewed\">\\s*<source>둘째"));
        StringAssert.Matches(file, new("state=\"translated\">\\s*<source>그는"));
        Assert.AreEqual(3, Regex.Count(file, "<note id=\"n[0-9]\">번역자: 이 이름이 맞나요\\?</note>"));
        Assert.Contains("<note id=\"n2\" category=\"former\">Sentence 1 has a target that nobody confirmed: “The end.”</note>", file);
        await room.Do("weave", "now.ko.md", "--xliff", "next.xlf", "-o", "now.en.md");
        Assert.AreEqual("One. Two.\n\n평균 601원이 내렸다. He came.\n\n끝 문단이다.\n", room.Read("now.en.md"));

        // What stood beside a paragraph that is gone is told.
        room.Write("gone.ko.md", room.Read("now.ko.md").Replace("끝 문단이다.\n", "", StringComparison.Ordinal));
        await room.Do("extract", "gone.ko.md", "--former", "now.ko.md", "--xliff", "now.xlf", "--target", "en", "-o", "gone.xlf");
        Assert.Contains("a note is left out, since what it stood beside is gone: “번역자: 이 이름이 맞나요?”", room.Error);
    }

    [TestMethod]
    [DataRow("- 환율 95원\n- 사과 99개\n\n문단이다.\n\n- 환율 95원\n- 사과 99개\n", "- 환율 95원\n- 사과 99개\n\n문단이다.\n\n- 환율 103원\n- 사과 99개\n", 3, "환율 103원", "환율 95원", "T4")]
    [DataRow("---\ntitle: 쌀값\n---\n\n글이다.\n", "---\ntitle: 시장\n---\n\n글이다.\n", 0, "시장", "쌀값", "T1")]
    [DataRow("---\ntitle: 쌀값\ndescription: 가나다 라마바. 사아자.\n---\n\n글이다.\n", "---\ntitle: 쌀값\ndescription: 하하하 호호호. 사아자.\n---\n\n글이다.\n", 1, "하하하 호호호.", "가나다 라마바.", "T2")]
    [DataRow("글이다.\n\n![그림](/p.jpg)\n\n끝이다.\n", "글이다.\n\n![사진](/p.jpg)\n\n끝이다.\n", 1, "사진", "그림", "T2")]
    [DataRow("![그림](/p.jpg)\n\n글이다.\n\n![표](/q.jpg)\n", "![사진](/p.jpg)\n\n글이다.\n\n![도표](/q.jpg)\n", 2, "도표", "표", "T3")]
    [DataRow("> 글이다.\r\n> ![그림][p]\r\n\r\n[p]: /p.jpg\r\n", "> 글이다.\r\n> ![사진][p]\r\n\r\n[p]: /p.jpg\r\n", 1, "사진", "그림", "T2")]
    [DataRow("[글](/p \"제목\")이다.\n", "[글](/p \"머리\")이다.\n", 1, "머리", "제목", "T2")]
    [DataRow("| 가 | 나 |\n|---|---|\n| ![그림](/p.jpg) | 둘 |\n", "| 가 | 나 |\n|---|---|\n| ![사진](/p.jpg) | 둘 |\n", 2, "사진", "그림", "T3")]
    public async Task Former_words_and_notes_stay_with_a_text_that_its_place_tells(string former, string changed, int place, string words, string was, string target)
    {
        using var room = new TestNewsroom();
        room.Write("a.ko.md", former);
        room.Write("b.ko.md", changed);
        await room.Do("extract", "a.ko.md", "-o", "x.xlf", "--target", "en");
        var (number, unit) = (0, 0);
        var file = Source().Replace(room.Read("x.xlf"), m => string.IsNullOrWhiteSpace(m.Groups[1].Value) ? m.Value : $"{m.Value}<target>T{++number}</target>");
        room.Write("x.xlf", Regex.Replace(file, "</notes>", _ => $"<note>메모 {unit++}</note></notes>"));
        await room.Do("extract", "b.ko.md", "--former", "a.ko.md", "--xliff", "x.xlf", "-o", "y.xlf", "--target", "en");
        Assert.DoesNotContain("left out", room.Error);
        var own = Regex.Matches(room.Read("y.xlf"), "<unit .*?</unit>", RegexOptions.Singleline)[place].Value;
        Assert.Contains($">Sentence 1 was “{was}”; its target “{target}”<", own);
        Assert.Contains($">메모 {place}<", own);
        StringAssert.Matches(own, new($"<source>{words}</source>\\s*</segment>"));
    }

    [TestMethod]
    [DataRow("", "", "translated")]
    [DataRow(" state=\"new\"", "", "translated", DisplayName = "programs write that everywhere")]
    [DataRow(" state=\"translated\"", "", "translated")]
    [DataRow(" state=\"needs-review-translation\"", "", "translated", DisplayName = "translated, and not reviewed yet")]
    [DataRow(" state=\"signed-off\"", "", "reviewed")]
    [DataRow(" state=\"final\"", "", "final")]
    [DataRow(" state=\"new\"", " approved=\"yes\"", "final")]
    [DataRow(" state=\"needs-translation\"", "", null)]
    [DataRow(" state=\"needs-adaptation\"", "", null)]
    [DataRow(" state=\"translated\" state-qualifier=\"fuzzy-match\"", "", null)]
    public async Task States_of_XLIFF_1_2_say_what_they_mean(string state, string approved, string? expected)
    {
        using var room = new TestNewsroom();
        room.Write("a.ko.md", "글이다. 또 있다.\n");
        await room.Do("extract", "a.ko.md", "-o", "x.xlf", "--target", "en");
        await room.Do("xliff", "convert", "x.xlf", "--to", "1.2", "-o", "a.xlf");
        room.Write("a.xlf", SegmentedSource().Replace(room.Read("a.xlf"), "").Replace("</source>", $"</source><target{state}>Words. More.</target>", StringComparison.Ordinal).Replace("<trans-unit ", $"<trans-unit{approved} ", StringComparison.Ordinal));
        // What says nothing in 1.2 is initial in 2.0, and qualifiers have no place there.
        foreach (var version in state.Contains("new", StringComparison.Ordinal) && approved.Length == 0 || state.Contains("qualifier", StringComparison.Ordinal) ? (string[])["1.2"] : ["1.2", "2.0"])
        {
            await room.Run("xliff", "convert", "a.xlf", "--to", version, "-o", "b.xlf");
            await room.Do("extract", "a.ko.md", "--former", "a.ko.md", "--xliff", "b.xlf", "--target", "en", "-o", "c.xlf", "--replace");
            Assert.Contains(expected is null ? ">Sentences 1 to 2 have a target that nobody confirmed: “Words. More.”<" : $" state=\"{expected}\"", room.Read("c.xlf"), version);
        }
    }

    [TestMethod]
    public async Task Review_states_go_along_with_sentences_whose_codes_have_other_ids_in_their_new_block()
    {
        using var room = new TestNewsroom();
        const string Former = "하나 **굵은** 문장이다. 둘의 문장이다. 셋의 [문장](/a)이다. 넷 `x` 문장이다.\n";
        room.Write("a.ko.md", Former);
        room.Write("b.ko.md", Former.Replace(" 셋의", "\n\n셋의", StringComparison.Ordinal));
        await room.Do("extract", "a.ko.md", "-o", "x.xlf", "--target", "en");
        room.Write("x.xlf", Regex.Replace(room.Read("x.xlf"), "(<segment[^>]*)>(\\s*)<source>(.*?)</source>", "$1 state=\"final\">$2<source>$3</source><target>$3</target>"));
        await room.Do("extract", "b.ko.md", "--former", "a.ko.md", "--xliff", "x.xlf", "-o", "y.xlf", "--target", "en");
        Assert.AreEqual(4, Regex.Count(room.Read("y.xlf"), "state=\"final\""));
    }

    /// <summary>The article as it is is made with the former file, then changed once more, with nothing done in between.</summary>
    [TestMethod]
    [DataRow("예. 밤이다.\n\n글이다.\n", "예. 밤이다.\n\n글이다. 예.\n", "예. 밤이 왔다.\n\n글이다. 예.\n", "T1||T4|")]
    [DataRow("- 예.\n- 밤이다.\n", "- 예.\n- 예.\n- 밤이다.\n", "- 예.\n- 예.\n- 밤이다.\n\n새다.\n", "T1||T2|")]
    [DataRow("글이다.\n\n예.\n", "글이다.\n\n예.\n\n밤이 왔다.\n\n예.\n", "글이다.\n\n밤이 왔다.\n\n예.\n", "T1||")]
    [DataRow("글이다.\n\n예.\n", "글이다.\n\n예.\n\n밤이 왔다.\n\n예.\n", "글이다. 예.\n\n밤이 왔다.\n\n예.\n", "T1|T2||")]
    public async Task What_says_again_what_others_say_stays_open_until_somebody_translates_it(string former, string changed, string again, string expected)
    {
        using var room = new TestNewsroom();
        foreach (var (name, page) in new[] { ("a", former), ("b", changed), ("c", again) })
            room.Write($"{name}.ko.md", page);
        await room.Do("extract", "a.ko.md", "-o", "a.xlf", "--target", "en");
        var number = 0;
        room.Write("a.xlf", Source().Replace(room.Read("a.xlf"), m => $"{m.Value}<target>T{++number}</target>"));
        await room.Do("extract", "b.ko.md", "--former", "a.ko.md", "--xliff", "a.xlf", "-o", "b.xlf", "--target", "en");
        await room.Do("extract", "c.ko.md", "--former", "b.ko.md", "--xliff", "b.xlf", "-o", "c.xlf", "--target", "en");
        Assert.AreEqual(expected, string.Join('|', WithTarget().Matches(room.Read("c.xlf")).Select(m => m.Groups["target"].Value)));
    }

    /// <summary>All of them are translated as one, by different people.</summary>
    [TestMethod]
    [DataRow("예. 밤이다. 예.\n", "예. 밤이다.\n\n예.\n", "final translated translated", "final translated translated")]
    [DataRow("예. 밤이다. 예.\n", "예. 밤이다. 예.\n", "final final translated", "final final translated")]
    [DataRow("예. 예.\n", "예. 예.\n\n새다.\n", "translated reviewed", "translated reviewed ")]
    [DataRow("- 예.\n- 밤이다.\n\n글이다. 예.\n", "- 밤이다.\n\n글이다. 예.\n", "final translated translated reviewed", "translated translated reviewed")]
    [DataRow("- 예.\n- 밤이다.\n\n글이다. 예.\n", "- 밤이다.\n\n> 글이다. 예.\n", "final translated translated translated", "translated translated translated")]
    [DataRow("글이다.\n\n예.\n\n예.\n\n끝이다.\n", "글이다.\n\n예.\n\n끝이다.\n", "final final reviewed final", "final reviewed final", DisplayName = "which of them went, nobody knows")]
    public async Task Sentences_that_say_the_same_have_each_its_own_state(string former, string changed, string states, string expected)
    {
        using var room = new TestNewsroom();
        room.Write("a.ko.md", former);
        room.Write("b.ko.md", changed);
        await room.Do("extract", "a.ko.md", "-o", "a.xlf", "--target", "en");
        var said = new Queue<string>(states.Split(' '));
        room.Write("a.xlf", Segment().Replace(room.Read("a.xlf"), m => $"{m.Groups[1]} state=\"{said.Dequeue()}\">{m.Groups[2]}<target>Yes.</target>"));
        await room.Do("extract", "b.ko.md", "--former", "a.ko.md", "--xliff", "a.xlf", "-o", "b.xlf", "--target", "en");
        Assert.AreEqual(expected, string.Join(' ', WithTarget().Matches(room.Read("b.xlf")).Select(m => m.Groups["state"].Value)));
    }

    [TestMethod]
    public async Task What_a_newsroom_says_of_a_draft_stays_beside_it()
    {
        using var room = await Translated("2.0", words => words == "The end." ? "initial" : "translated", "The source has changed since the target was written: 처음 → 끝");
        await room.Do("extract", "was.ko.md", "--former", "was.ko.md", "--xliff", "was.xlf", "--target", "en", "-o", "a.xlf");
        await room.Do("extract", "was.ko.md", "--former", "was.ko.md", "--xliff", "a.xlf", "--target", "en", "-o", "b.xlf");
        Assert.AreEqual(room.Read("a.xlf"), room.Read("b.xlf"));
        Assert.AreEqual(1, Regex.Count(room.Read("a.xlf"), "처음 → 끝"));
    }

    [TestMethod]
    public async Task A_former_text_for_several_sentences_stays_until_all_of_them_are_translated()
    {
        using var room = new TestNewsroom();
        room.Write("a.ko.md", "하나는 쌀이다. 둘은 콩이다.\n");
        room.Write("b.ko.md", "하나는 밀이다. 둘은 콩이다.\n");
        await room.Do("extract", "a.ko.md", "-o", "a.xlf", "--target", "en");
        room.Write("a.xlf", Encoding.UTF8.GetBytes(Regex.Replace(room.Read("a.xlf"), "<segment.*</segment>", "<segment><source>하나는 쌀이다. 둘은 콩이다.</source><target>Rice, and beans.</target></segment>", RegexOptions.Singleline)));
        await room.Do("extract", "b.ko.md", "--former", "a.ko.md", "--xliff", "a.xlf", "--target", "en", "-o", "b.xlf");
        const string Note = ">Sentences 1 to 2 were “하나는 쌀이다. 둘은 콩이다.”; their target “Rice, and beans.”<";
        Assert.Contains(Note, room.Read("b.xlf"));
        foreach (var (source, target, isOpen) in new[] { ("하나는 밀이다.", "One is wheat.", true), ("둘은 콩이다.", "Two is beans.", false) })
        {
            room.Write("b.xlf", Encoding.UTF8.GetBytes(room.Read("b.xlf").Replace($"<source>{source}</source>", $"<source>{source}</source><target>{target}</target>", StringComparison.Ordinal)));
            await room.Do("extract", "b.ko.md", "--former", "b.ko.md", "--xliff", "b.xlf", "--target", "en", "-o", "c.xlf", "--replace");
            Assert.AreEqual(isOpen, room.Read("c.xlf").Contains(Note, StringComparison.Ordinal));
            room.Write("b.xlf", Encoding.UTF8.GetBytes(room.Read("c.xlf")));
        }
    }

    [TestMethod]
    public async Task The_former_file_may_come_from_standard_input()
    {
        using var room = await Translated("2.0", _ => "translated");
        await room.Do("extract", "was.ko.md", "--former", "was.ko.md", "--xliff", "was.xlf", "--target", "en", "-o", "named.xlf");
        using var program = NewsroomProcess.StartReading(room, Encoding.UTF8.GetBytes(room.Read("was.xlf")), "extract", "was.ko.md", "--former", "was.ko.md", "--xliff", "-", "--target", "en", "-o", "read.xlf");
        Assert.AreEqual(0, await program.Code());
        Assert.AreEqual(room.Read("named.xlf"), room.Read("read.xlf"));
        Assert.Contains("Standard input cannot be the article and its XLIFF at once.", await room.Refused("extract", "-", "--former", "was.ko.md", "--xliff", "-", "--target", "en", "-o", "z.xlf"));
    }

    /// <summary>Of those that say the same nobody knows which is left: a person chooses from all that was written, now and when the article changes again.</summary>
    [TestMethod]
    [DataRow("글이다.\n\n예.\n\n예.\n\n끝이다.\n", "글이다.\n\n예.\n\n끝이다.\n", "T2 T3", 0)]
    [DataRow("- 글이다.\n- 예.\n- 예.\n- 끝이다.\n", "- 예.\n- 끝이다.\n", "T2 T3", 1)]
    [DataRow("글이다. 예. 예. 예. 끝이다.\n", "글이다. 예.\n", "T2 T3 T4", 1)]
    [DataRow("글이다.\n\n밤이 왔다.\n\n끝이다.\n", "글이다.\n", "", 2)]
    public async Task What_was_written_for_the_same_words_is_offered_and_what_has_no_place_any_more_is_told(string before, string after, string offered, int lost)
    {
        using var room = new TestNewsroom();
        room.Write("a.ko.md", before);
        room.Write("b.ko.md", after);
        room.Write("c.ko.md", after + "\n새로 왔다.\n");
        await room.Do("extract", "a.ko.md", "-o", "a.xlf", "--target", "en");
        var number = 0;
        room.Write("a.xlf", Encoding.UTF8.GetBytes(Segment().Replace(room.Read("a.xlf"), m => $"{m.Groups[1]} state=\"final\">{m.Groups[2]}<target>T{++number}</target>")));
        await room.Do("extract", "b.ko.md", "--former", "a.ko.md", "--xliff", "a.xlf", "-o", "b.xlf", "--target", "en");
        Assert.AreEqual(offered, Offered(room.Read("b.xlf")));
        if (lost > 0)
            Assert.Contains($"{lost} finished translation(s) of the former one have no place any more.", room.Error);
        else
            Assert.DoesNotContain("no place any more", room.Error);
        await room.Do("extract", "c.ko.md", "--former", "b.ko.md", "--xliff", "b.xlf", "-o", "c.xlf", "--target", "en");
        Assert.AreEqual(offered, Offered(room.Read("c.xlf")));

        static string Offered(string file) => string.Join(' ', Regex.Matches(file, "category=\"former\">Sentence \\d was “예.”; its final target “(T\\d)”").Select(m => m.Groups[1].Value));
    }

    [TestMethod]
    public async Task A_path_outside_of_the_current_folder_is_told_from_the_root_on()
    {
        using var room = new TestNewsroom();
        room.Write("a.ko.md", "글이다.\n");
        var away = Path.GetFullPath(Path.Combine(room.PathOf("."), "..", "none.xlf"));
        Assert.StartsWith($"{away}: There is no such XLIFF file.", await room.Refused("weave", "a.ko.md", "--xliff", away, "-o", "a.md"));
        Assert.StartsWith($"{away}: There is no such XLIFF file.", await room.Refused("weave", "a.ko.md", "--xliff", "../none.xlf", "-o", "a.md"));
        Assert.StartsWith("none.xlf: There is no such XLIFF file.", await room.Refused("weave", "a.ko.md", "--xliff", room.PathOf("none.xlf"), "-o", "a.md"));
    }

    /// <summary>The page and its file in a version, translated.</summary>
    private static async Task<TestNewsroom> Translated(string version, Func<string, string> state, string? note = null)
    {
        var room = new TestNewsroom();
        room.Write("was.ko.md", Page);
        await room.Do("extract", "was.ko.md", "-o", "plain.xlf", "--target", "en");
        var words = new Queue<string>(["One.", "Two.", "Down 600 won.", "He came.", "The end."]);
        var file = Segment().Replace(room.Read("plain.xlf"), m => words.Dequeue() is var target ? $"{m.Groups[1]} state=\"{state(target)}\">{m.Groups[2]}<target>{target}</target>" : "");
        room.Write("plain.xlf", Encoding.UTF8.GetBytes(note is null ? file : file.Replace("</notes>", $"<note>{note}</note></notes>", StringComparison.Ordinal)));
        await room.Do("xliff", "convert", "plain.xlf", "--to", version, "-o", "was.xlf");
        return room;
    }

    /// <summary>The file of the changed page, through the version.</summary>
    private static async Task Made(TestNewsroom room, string was, string now, string version)
    {
        room.Write("now.ko.md", Page.Replace(was, now, StringComparison.Ordinal));
        await room.Do("extract", "now.ko.md", "--former", "was.ko.md", "--xliff", "was.xlf", "--target", "en", "-o", "made.xlf");
        var told = room.Error;
        await room.Do("xliff", "convert", "made.xlf", "--to", version, "-o", "now.xlf");
        Assert.AreEqual("", room.Error);
        await room.Do("extract", "now.ko.md", "--former", "was.ko.md", "--xliff", "was.xlf", "--target", "en", "-o", "made.xlf", "--replace");
        Assert.AreEqual(told, room.Error);
    }

    /// <summary>A target with the codes of its source in the places that it has for them.</summary>
    private static string Coded(string target, MatchCollection codes)
    {
        var (link, mark) = (codes.FirstOrDefault(c => c.Value.StartsWith("<g", StringComparison.Ordinal))?.Value, codes.FirstOrDefault(c => c.Value.StartsWith("<x", StringComparison.Ordinal))?.Value);
        return target.Replace("<1>the Y", link is null ? "the Y" : Regex.Replace(link, ">[^<]*<", ">the Y<"), StringComparison.Ordinal).Replace("<2>", mark ?? "", StringComparison.Ordinal);
    }

    /// <summary>The page as it comes out, with its last paragraph where that stands.</summary>
    private static string Spanned(string woven, string last) => woven.Split("\n\n[^1]") is [var before, var notes] ? $"{before}\n\n[^1]{notes}\n\n{last}\n" : $"{woven}\n\n{last}\n";

    [GeneratedRegex("<seg-source>.*?</seg-source>", RegexOptions.Singleline)]
    private static partial Regex SegmentedSource();

    [GeneratedRegex("<source>(.*?)</source>", RegexOptions.Singleline)]
    private static partial Regex Source();

    [GeneratedRegex("<segment [^>]*?(?: state=\"(?<state>[a-z]+)\")?>\\s*<source>[^<]*</source>\\s*(?:<target>(?<target>[^<]*)</target>)?")]
    private static partial Regex WithTarget();

    [GeneratedRegex("(<segment [^>]*)>(\\s*<source>[^<]*</source>)")]
    private static partial Regex Segment();
}
