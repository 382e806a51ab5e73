using System.Collections.Immutable;
using System.Text;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Tests.Exchange;

/// <summary>Files that come back after sentences that have a translation went into other blocks.</summary>
[TestClass]
public sealed class MovedReturnTests
{
    private const string Article = "쌀값이 올랐다. 상인들은 걱정한다. 당국은 답하지 않았다.\n\n단속도 심해졌다. 벌금은 500위안이다.\n\n- 허가 전화는 3대다.\n- [세관](https://example.com/c) 앞에 줄이 섰다.\n";

    private static readonly Route Plain = Route.Of("plain", ["translate", "edit"]).Value!;

    [TestMethod]
    [DataRow("split", "걱정한다. 당국은", "걱정한다.\n\n당국은", 0)]
    [DataRow("split, and the rest edited", "500위안이다.", "600위안이다.\n\n단속반도 늘었다.", 1)]
    [DataRow("merged", "않았다.\n\n단속도", "않았다. 단속도", 0)]
    [DataRow("merged and edited", "않았다.\n\n단속도 심해졌다. 벌금은 500", "않았다. 단속도 심해졌다. 벌금은 600", 1)]
    [DataRow("moved into another paragraph", " 당국은 답하지 않았다.\n\n단속도 심해졌다.", "\n\n단속도 심해졌다. 당국은 답하지 않았다.", 0)]
    [DataRow("moved within its paragraph", "상인들은 걱정한다. 당국은 답하지 않았다.", "당국은 답하지 않았다. 상인들은 걱정한다.", 0)]
    [DataRow("the first moved to the paragraph before", "않았다.\n\n단속도 심해졌다. ", "않았다. 단속도 심해졌다.\n\n", 0)]
    [DataRow("items changed places", "- 허가 전화는 3대다.\n- [세관](https://example.com/c) 앞에 줄이 섰다.\n", "- [세관](https://example.com/c) 앞에 줄이 섰다.\n- 허가 전화는 3대다.\n", 0)]
    [DataRow("made a quotation", "\n\n단속도", "\n\n> 단속도", 0)]
    [DataRow("a sentence with a link moved", "\n- [세관](https://example.com/c) 앞에 줄이 섰다.\n", "\n\n끝이다. [세관](https://example.com/c) 앞에 줄이 섰다.\n", 0)]
    public void What_an_editor_changed_and_approved_is_taken_where_the_very_sentence_stands_now(string name, string from, string to, int stale)
    {
        foreach (var stage in (string[])["edit", "translate"])
        {
            var (plan, now) = Returned(Article, Article.Replace(from, to, StringComparison.Ordinal), stage);
            Assert.AreEqual(stale, plan.Refused.Count(r => r.Code == "stale"), $"{name}: {string.Join(' ', plan.Refused)}");
            Assert.AreEqual(stale, plan.Refused.Length, name);
            Assert.IsEmpty(plan.Findings.Where(f => f.Check == "sentence-gone" && now.Units.Any(u => u.Segments.Any(s => f.Message.Contains($"“{s.Source.Text}”", StringComparison.Ordinal)))), name);
            foreach (var segment in plan.Edition.Segments.Where(s => Article.Contains(s.Source.Text, StringComparison.Ordinal)))
            {
                Assert.StartsWith("Better ", segment.Target?.Text, name);
                Assert.AreEqual(stage == "edit" ? 2 : 1, segment.Position(Plain), name);
            }
        }
    }

    [TestMethod]
    public void Paragraphs_that_exchanged_sentences_take_their_words_along()
    {
        var after = Article.Replace("당국은 답하지 않았다.", "@", StringComparison.Ordinal).Replace("벌금은 500위안이다.", "당국은 답하지 않았다.", StringComparison.Ordinal).Replace("@", "벌금은 500위안이다.", StringComparison.Ordinal);
        var (plan, _) = Returned(Article, after, "edit");
        Assert.IsEmpty(plan.Refused);
        Assert.IsEmpty(plan.Edition.Segments.Where(s => s.Target?.Text != "Better " + s.Source.Text));
    }

    [TestMethod]
    public void Words_that_somebody_changed_meanwhile_where_the_sentence_stands_now_stay_and_both_are_kept()
    {
        var (plan, _) = Returned(Article, Article.Replace("걱정한다. 당국은", "걱정한다.\n\n당국은", StringComparison.Ordinal), "edit",
            s => s.Source.Text.StartsWith("당국은", StringComparison.Ordinal) ? s with { Target = Content.Of("Of another"), Changes = [new Change("hana", "translate")] } : s);
        Assert.AreEqual("conflict", plan.Refused.Single().Code);
        Assert.AreEqual("Better 당국은 답하지 않았다.", plan.Second.Single().Target!.Text);
        Assert.AreEqual("Of another", plan.Edition.Segments.Single(s => s.Source.Text.StartsWith("당국은", StringComparison.Ordinal)).Target!.Text);
        Assert.IsEmpty(plan.Findings.Where(f => f.Check == "sentence-gone"));
    }

    [TestMethod]
    public void What_was_sent_back_is_answered_where_it_stands_now()
    {
        var (plan, _) = Returned(Article, Article.Replace("걱정한다. 당국은", "걱정한다.\n\n당국은", StringComparison.Ordinal), "translate",
            s => s.Source.Text.StartsWith("당국은", StringComparison.Ordinal) ? s with { SentBack = new SentBack("edit", "jonas", "Not English.") } : s);
        Assert.IsEmpty(plan.Refused);
        var answered = plan.Edition.Segments.Single(s => s.Source.Text.StartsWith("당국은", StringComparison.Ordinal));
        Assert.AreEqual("Better 당국은 답하지 않았다.", answered.Target!.Text);
        Assert.IsNull(answered.SentBack);
    }

    [TestMethod]
    public void What_came_back_before_and_comes_again_is_nothing_to_do()
    {
        var (plan, _) = Returned(Article, Article.Replace("걱정한다. 당국은", "걱정한다.\n\n당국은", StringComparison.Ordinal), "translate", s => s with { Target = Content.Of("Better " + s.Source.Text) });
        Assert.IsEmpty(plan.Refused);
        Assert.IsEmpty(plan.Findings.Where(f => f.Check == "sentence-gone"));
    }

    [TestMethod]
    public void A_like_sentence_that_always_stood_elsewhere_is_not_the_one_that_was_taken_out()
    {
        const string before = "쌀값이 올랐다. 예.\n\n단속도 심해졌다. 예.\n";
        var (plan, _) = Returned(before, "쌀값이 올랐다.\n\n단속도 심해졌다. 예.\n", "edit", only: "쌀값이 올랐다. 예.");
        Assert.AreEqual("sentence-gone", plan.Findings.Single().Check);
        Assert.AreEqual("EN 예.", plan.Edition.Segments[^1].Target!.Text);
    }

    /// <summary>Each copy after the change has the words that were written for the one before of that number, from 1; - has none, ? what is shown beside.</summary>
    [TestMethod]
    [DataRow("a sentence came before both", "새 소식이 왔다. 예. 닫혔다. 예. 떠났다.\n", "1 2", "1 2")]
    [DataRow("two came before both", "새 소식이 왔다. 또 왔다. 예. 닫혔다. 예. 떠났다.\n", "1 2", "1 2")]
    [DataRow("one came before each", "새 소식이 왔다. 예. 닫혔다. 또 왔다. 예. 떠났다.\n", "1 2", "1 2")]
    [DataRow("one came between", "예. 새 소식이 왔다. 닫혔다. 예. 떠났다.\n", "1 2", "1 2")]
    [DataRow("one came behind", "예. 닫혔다. 예. 떠났다. 새 소식이 왔다.\n", "1 2", "1 2")]
    [DataRow("the first was taken out", "닫혔다. 예. 떠났다.\n", "2", "2")]
    [DataRow("the second was taken out", "예. 닫혔다. 떠났다.\n", "1", "1")]
    [DataRow("what stands between was taken out", "예. 예. 떠났다.\n", "1 2", "1 2")]
    [DataRow("what stands between moved to the front", "닫혔다. 예. 예. 떠났다.\n", "2 1", "2 1")]
    [DataRow("a third came first", "예. 새 소식이 왔다. 예. 닫혔다. 예. 떠났다.\n", "1 - 2", "1 ? 2")]
    [DataRow("the second went into a paragraph of its own", "예. 닫혔다.\n\n예. 떠났다.\n", "1 2", "1 2")]
    public void Of_equal_sentences_of_a_paragraph_each_has_its_own_words(string name, string after, string written, string edited)
    {
        const string before = "예. 닫혔다. 예. 떠났다.\n";
        foreach (var eol in (string[])["\n", "\r\n"])
        {
            foreach (var stage in (string[])["write", "translate", "edit"])
            {
                foreach (var mended in (int[])[0, 1, 2, 3])
                {
                    var (plan, _) = Copies(before.Replace("\n", eol, StringComparison.Ordinal), after.Replace("\n", eol, StringComparison.Ordinal), stage, mended);
                    var label = $"{name}, {stage}, {mended}: {string.Join(' ', plan.Refused)}";
                    Assert.IsEmpty(plan.Refused, label);
                    Assert.IsEmpty(plan.Findings.Where(f => f.Check == "replaces-earlier"), label);
                    var copies = plan.Edition.Segments.Where(s => s.Source.Text == "예.").ToList();
                    var expected = (stage == "write" ? written : edited).Split(' ').Select(k => k is "-" or "?" ? k : ((k[0] - '0') & mended) != 0 || stage == "write" ? $"Better {k}" : $"EN {k}");
                    Assert.AreEqual(string.Join('|', expected), string.Join('|', copies.Select(s => s.Target?.Text ?? (s.Candidate is null ? "-" : "?"))), label);
                    Assert.IsEmpty(copies.Where(s => s.Target is not null && s.Position(Plain) != (stage == "edit" ? 2 : stage == "write" || s.Target.Text.StartsWith("Better", StringComparison.Ordinal) ? 1 : 0)), label);
                }
            }
        }
    }

    [TestMethod]
    [DataRow("새 소식이 왔다. 예. 닫혔다. 예. 닫혔다. 떠났다.\n", "|Better 0||Better 2||")]
    [DataRow("예. 닫혔다. 새 소식이 왔다. 예. 닫혔다. 떠났다.\n", "Better 0|||Better 2||")]
    [DataRow("새 소식이 왔다. 예. 닫혔다. 떠났다.\n", "|(Better 0)||")]
    public void One_text_for_several_sentences_that_stand_twice_goes_to_its_own_by_order_where_none_is_in_doubt(string after, string expected)
    {
        var first = Extract("예. 닫혔다. 예. 닫혔다. 떠났다.\n", null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        var second = Extract(after, first);
        var said = edition.Segments.Take(4).Select((s, i) => new MergedSegment(s.UnitId, s.Index, s.Source, null, i % 2 == 0 ? Content.Of($"Better {i}") : Content.Empty, ReturnedState.Translated));
        var plan = ReturnPlan.For(EditionRevision.Revise(edition, second, 2, first), second, new MergedReturn([.. said], [], [], []), "translate", new Actor("mina", ["translate"]), ReturnWay.HandedBack, before: first);
        Assert.AreEqual(expected, string.Join('|', plan.Edition.Segments.Select(s => s.Target?.Text ?? (s.Candidate is { } shown ? $"({shown.Text})" : ""))));
    }

    [TestMethod]
    [DataRow("평양의 쌀은 5200원이다.\n\n신의주의 쌀은 5300원이다.\n", "신의주의 쌀은 5350원이다.\n")]
    [DataRow("- 평양의 쌀은 5200원이다.\n- 신의주의 쌀은 5300원이다.\n- 끝이다.\n", "- 신의주의 쌀은 5350원이다.\n- 끝이다.\n")]
    [DataRow("평양의 쌀은 5200원이다. 신의주의 쌀은 5300원이다.\n", "신의주의 쌀은 5350원이다.\n")]
    [DataRow("시장이 열렸다. 평양의 쌀은 5200원이다. 신의주의 쌀은 5300원이다.\n", "시장이 열렸다. 신의주의 쌀은 5350원이다.\n")]
    public void What_comes_back_for_a_changed_sentence_is_its_own_translation_and_not_that_of_one_that_is_gone(string before, string after)
    {
        var first = Extract(before, null);
        var second = Extract(after, first);
        var said = EditionRevision.Begin("a", "en", first, Plain).Segments.Select(s => new MergedSegment(s.UnitId, s.Index, s.Source, null, Content.Of("Better " + s.Source.Text), ReturnedState.Translated));
        var plan = ReturnPlan.For(EditionRevision.Begin("a", "en", second, Plain), second, new MergedReturn([.. said], [], [], []), "translate", new Actor("mina", ["translate"]), ReturnWay.HandedBack, before: first);
        var changed = plan.Edition.Segments.Single(s => s.Candidate is not null);
        Assert.AreEqual("Better 신의주의 쌀은 5300원이다.|신의주의 쌀은 5300원이다.", $"{changed.Candidate!.Text}|{changed.CandidateSource!.Text}");
    }

    /// <summary>The first of two equal sentences goes, then the other moves to the front: held against today's article alone it would be the first.</summary>
    [TestMethod]
    public void A_file_that_is_sent_again_two_revisions_later_changes_nothing()
    {
        var first = Extract("예. 밤이다. 예.\n", null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        ImmutableArray<MergedSegment> said = [.. edition.Segments.Select(s => new MergedSegment(s.UnitId, s.Index, s.Source, null, Content.Of($"EN {s.Index}"), ReturnedState.Translated))];
        var mina = new Actor("mina", ["translate"]);
        edition = ReturnPlan.For(edition, first, new MergedReturn(said, [], [], []), "translate", mina, ReturnWay.HandedBack).Edition;
        var second = Extract("밤이다. 예.\n", first);
        var third = Extract("예. 밤이다.\n", second);
        edition = EditionRevision.Revise(EditionRevision.Revise(edition, second, 2, first), third, 3, second);
        Assert.AreEqual("EN 2|EN 1", string.Join('|', edition.Segments.Select(s => s.Target?.Text)));
        var plan = ReturnPlan.For(edition, third, new MergedReturn(said, [], [], []), "translate", mina, ReturnWay.HandedBack, before: first);
        CollectionAssert.AreEqual(edition.Segments, plan.Edition.Segments);
        Assert.AreEqual(0, plan.Changed);
    }

    /// <summary>
    /// Several say the same, and get the same words; of one of them they come back after the article changed, in a file that holds what was open, and shows them already or not, or in one that holds the others without words.
    /// </summary>
    [TestMethod]
    [DataRow("| 예. | 쌀 |\n|---|---|\n| 평양 | 5원 |\n\n| 예. | 콩 |\n|---|---|\n| 원산 | 3원 |\n", "@\n새 소식이 왔다.\n", "Yes Yes")]
    [DataRow("쌀이다. 예.\n\n콩이다. 예.\n", "새 소식이 왔다.\n\n@", "Yes Yes")]
    [DataRow("- 평양\n  - 예.\n- 원산\n  - 예.\n- 나선\n  - 예.\n", "@\n새 소식이 왔다.\n", "Yes Yes Yes")]
    [DataRow("처음.\n\n예.\n\n끝.\n\n예.\n\n글.\n\n예.\n", "처음.\n\n예.\n\n끝.\n\n예.\n\n새것.\n\n글.\n\n예.\n", "Yes Yes Yes")]
    public void Words_that_come_back_late_are_taken_where_their_sentence_stands_though_another_has_the_same_already(string before, string after, string expected)
    {
        var first = Extract(before, null);
        var begun = EditionRevision.Begin("a", "en", first, Plain);
        var copies = begun.Segments.Where(s => s.Source.Text == "예.").ToList();
        var second = Extract(after.Replace("@", before, StringComparison.Ordinal), first);
        foreach (var open in copies)
        {
            var edition = begun with { Segments = [.. begun.Segments.Select(s => s == open ? s : s with { Target = Content.Of(copies.Contains(s) ? "Yes" : "EN"), Changes = [new Change("mina", "translate")] })] };
            foreach (var (others, sent) in ((Func<SegmentWork, MergedSegment?>, string?)[])[(_ => null, null), (_ => null, "Yes"), (s => new(s.UnitId, s.Index, s.Source, null, null, ReturnedState.Unsaid), null)])
            {
                ImmutableArray<MergedSegment> said = [.. edition.Segments.Select(s => s == open ? new(s.UnitId, s.Index, s.Source, sent is null ? null : Content.Of(sent), Content.Of("Yes"), ReturnedState.Translated) : others(s)).OfType<MergedSegment>()];
                var plan = ReturnPlan.For(EditionRevision.Revise(edition, second, 2, first), second, new MergedReturn(said, [], [], []), "translate", new Actor("mina", ["translate"]), ReturnWay.HandedBack, before: first);
                Assert.IsEmpty(plan.Refused);
                Assert.AreEqual(1, plan.Changed);
                Assert.AreEqual(expected, string.Join(' ', plan.Edition.Segments.Where(s => s.Source.Text == "예.").Select(s => s.Target?.Text ?? "-")));
            }
        }
    }

    /// <summary>One of them came back alone before the change; now it has other words, and the other one those that it had.</summary>
    [TestMethod]
    public void Words_that_come_back_late_are_taken_though_another_has_them_that_gets_others()
    {
        var first = Extract("쌀이다. 예.\n\n콩이다. 예.\n", null);
        var second = Extract("새 소식이 왔다.\n\n쌀이다. 예.\n\n콩이다. 예.\n", first);
        var begun = EditionRevision.Begin("a", "en", first, Plain);
        var edition = begun with { Segments = [.. begun.Segments.Select((s, i) => i == 1 ? s with { Target = Content.Of("Yes"), Changes = [new Change("mina", "translate")] } : s)] };
        ImmutableArray<MergedSegment> said = [.. begun.Segments.Where(s => s.Index == 1).Zip((string[])["Indeed", "Yes"], (s, words) => new MergedSegment(s.UnitId, s.Index, s.Source, null, Content.Of(words), ReturnedState.Translated))];
        var plan = ReturnPlan.For(EditionRevision.Revise(edition, second, 2, first), second, new MergedReturn(said, [], [], []), "translate", new Actor("mina", ["translate"]), ReturnWay.HandedBack, before: first);
        Assert.IsEmpty(plan.Refused);
        Assert.AreEqual("replaces-earlier", plan.Findings.Single().Check);
        Assert.AreEqual("-|-|Indeed|-|Yes", string.Join('|', plan.Edition.Segments.Select(s => s.Target?.Text ?? "-")));
    }

    /// <summary>Of two neighbours one is gone, and nobody knows which; the other got its words anew. A third one's come back.</summary>
    [TestMethod]
    public void Words_that_come_back_late_are_taken_though_another_has_the_same_of_which_nobody_knows_who_it_was()
    {
        var first = Extract("처음.\n\n예.\n\n예.\n\n끝.\n\n글.\n\n예.\n", null);
        var second = Extract("처음.\n\n예.\n\n끝.\n\n글.\n\n예.\n", first);
        var edition = EditionRevision.Revise(EditionRevision.Begin("a", "en", first, Plain), second, 2, first);
        edition = edition with { Segments = [.. edition.Segments.Select((s, i) => i == 1 ? s with { Target = Content.Of("Yes"), Changes = [new Change("mina", "translate")] } : s)] };
        var late = EditionRevision.SegmentsOf(first)[^1];
        var plan = ReturnPlan.For(edition, second, new MergedReturn([new(late.UnitId, late.Index, late.Source, null, Content.Of("Yes"), ReturnedState.Translated)], [], [], []), "translate", new Actor("mina", ["translate"]), ReturnWay.HandedBack, before: first);
        Assert.AreEqual("-|Yes|-|-|Yes", string.Join('|', plan.Edition.Segments.Select(s => s.Target?.Text ?? "-")));
    }

    [TestMethod]
    public void Words_that_come_back_when_their_sentence_is_gone_are_told_though_another_has_the_same()
    {
        var first = Extract("쌀이다. 예.\n\n콩이다. 예.\n", null);
        var second = Extract("쌀이다. 예.\n", first);
        var begun = EditionRevision.Begin("a", "en", first, Plain);
        var edition = begun with { Segments = [.. begun.Segments.Select((s, i) => i == 3 ? s : s with { Target = Content.Of("Yes") })] };
        var late = begun.Segments[3];
        var plan = ReturnPlan.For(EditionRevision.Revise(edition, second, 2, first), second, new MergedReturn([new(late.UnitId, late.Index, late.Source, null, Content.Of("Yes"), ReturnedState.Translated)], [], [], []), "translate", new Actor("mina", ["translate"]), ReturnWay.HandedBack, before: first);
        Assert.AreEqual("sentence-gone", plan.Findings.Single().Check);
    }

    [TestMethod]
    [DataRow("a block was taken out", "\n\n단속도 심해졌다. 벌금은 500위안이다.", "", "02-paragraph “단속도 심해졌다.”|02-paragraph “벌금은 500위안이다.”", "")]
    [DataRow("a sentence was taken out, and a block came before", "쌀값이 올랐다. 상인들은", "새 소식이 왔다.\n\n상인들은", "01-paragraph “쌀값이 올랐다.”", "")]
    [DataRow("a block stands where others are", "\n\n단속도 심해졌다. 벌금은 500위안이다.", " 벌금은 700위안이다.", "02-paragraph “단속도 심해졌다.”", "02-paragraph “벌금은 500위안이다.”")]
    public void What_is_gone_has_the_name_that_it_had_in_the_file(string name, string from, string to, string gone, string stale)
    {
        var (plan, _) = Returned(Article, Article.Replace(from, to, StringComparison.Ordinal), "translate");
        Assert.AreEqual(gone, string.Join('|', plan.Findings.Where(f => f.Check == "sentence-gone").Select(f => f.Message.Split(": ")[0])), name);
        Assert.AreEqual(stale, string.Join('|', plan.Refused.Where(r => r.Code == "stale").Select(r => r.Unit)), name);
    }

    /// <summary>The paragraph goes while its file is out; what comes back for it, and whether it was translated before, decides what is there when it is put back.</summary>
    [TestMethod]
    [DataRow("it was translated for the first time", null, null, "Better 벌금은 500위안이다.")]
    [DataRow("its translation was mended", "EN", "EN", "Better 벌금은 500위안이다.")]
    [DataRow("somebody mended it meanwhile", "Other", "EN", "Other")]
    public void A_translation_that_comes_back_when_its_sentence_is_gone_waits_for_it(string name, string? there, string? sent, string expected)
    {
        var first = Extract(Article, null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        edition = edition with { Segments = [.. edition.Segments.Select(s => there is null ? s : s with { Target = Content.Of(there), Changes = [new Change(sent == there ? "mina" : "dora", "translate")] })] };
        var second = Extract(Article.Replace(" 벌금은 500위안이다.", "", StringComparison.Ordinal), first);
        var said = edition.Segments.Select(s => new MergedSegment(s.UnitId, s.Index, s.Source, sent is null ? null : Content.Of(sent), Content.Of("Better " + s.Source.Text), ReturnedState.Translated));
        var plan = ReturnPlan.For(EditionRevision.Revise(edition, second, 2, first), second, new MergedReturn([.. said], [], [], []), "translate", new Actor("mina", ["translate"]), ReturnWay.HandedBack, before: first);
        var gone = plan.Findings.Single(f => f.Check == "sentence-gone");
        Assert.AreEqual(expected != "Other", gone.Message.Contains("comes with it when it is put back", StringComparison.Ordinal), name);
        var back = EditionRevision.Revise(plan.Edition, Extract(Article, second), 3, second);
        Assert.AreEqual(expected, back.Segments.Single(s => s.Source.Text == "벌금은 500위안이다.").Target?.Text, name);
    }

    [TestMethod]
    public void A_sentence_that_went_into_another_block_and_was_changed_there_is_told_beside_what_is_most_like_it()
    {
        // Three places are as like it when numbers do not count; of them the one that has its number is meant.
        const string after = "머리말이 길게 이어진다. 독자는 이것을 이미 안다.\n\n함흥 시장의 쌀값은 900원까지 올라갔다. 새 소식이 왔다.\n\n함흥 시장의 쌀값은 500원까지 올라갔다. 또 왔다.\n\n함흥 시장의 쌀값은 700원까지 올라갔다. 끝났다.\n";
        var first = Extract("머리말이 길게 이어진다. 독자는 이것을 이미 안다. 함흥 시장의 쌀값은 500원까지 올랐다.\n", null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        var second = Extract(after, first);
        var said = edition.Segments.Select(s => new MergedSegment(s.UnitId, s.Index, s.Source, null, Content.Of("Better " + s.Source.Text), ReturnedState.Translated));
        var plan = ReturnPlan.For(EditionRevision.Begin("a", "en", second, Plain), second, new MergedReturn([.. said], [], [], []), "translate", new Actor("mina", ["translate"]), ReturnWay.HandedBack, before: first);
        Assert.AreEqual("함흥 시장의 쌀값은 500원까지 올라갔다.", plan.Edition.Segments.Single(s => s.Candidate is not null).Source.Text);
        Assert.AreEqual("stale", plan.Refused.Single().Code);
    }

    [TestMethod]
    public void A_long_article_of_which_every_sentence_became_another_comes_back_in_no_time_that_anybody_notices()
    {
        static string Made(int seed) => string.Join("\n\n", Enumerable.Range(1, 10_000).Select(i => string.Concat(Enumerable.Range(seed, 30).Select(n => (char)('가' + ((long)i * n * 7919 % 11_171)))) + "다."));
        var (first, second) = (Extract(Made(1), null), Extract(Made(5_000), null));
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        var said = edition.Segments.Select(s => new MergedSegment(s.UnitId, s.Index, s.Source, null, Content.Of("Better."), ReturnedState.Translated));
        var plan = ReturnPlan.For(EditionRevision.Begin("a", "en", second, Plain), second, new MergedReturn([.. said], [], [], []), "translate", new Actor("mina", ["translate"]), ReturnWay.HandedBack, before: first);
        Assert.AreEqual(10_000, plan.Findings.Count(f => f.Check == "sentence-gone"));
        Assert.HasCount(10_000, plan.Edition.Shelf);
    }

    /// <summary>An article goes out to be written, or all of it translated; it changes, and the equal sentences come back, some of them mended.</summary>
    private static (ReturnPlan Plan, Extraction Now) Copies(string before, string after, string stage, int mended)
    {
        var first = Extract(before, null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        var copies = edition.Segments.Where(s => s.Source.Text == "예.").ToList();
        int Number(SegmentWork s) => copies.FindIndex(c => (c.UnitId, c.Index) == (s.UnitId, s.Index)) + 1;
        if (stage != "write")
            edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = Content.Of($"EN {Number(s)}"), Changes = [new Change("mina", "translate")] }).Select(s => stage == "edit" ? s with { SignOffs = [new SignOff("translate", "mina", s.Fingerprint)] } : s)] };
        var second = Extract(after, first);
        var said = edition.Segments.Select(s => new MergedSegment(s.UnitId, s.Index, s.Source, s.Target,
            stage == "write" || (Number(s) & mended) != 0 ? Content.Of($"Better {Number(s)}") : s.Target, stage == "edit" ? ReturnedState.Reviewed : stage == "write" ? ReturnedState.Translated : ReturnedState.Unsaid));
        var merged = new MergedReturn([.. said], [], [], []);
        var actor = stage == "edit" ? new Actor("jonas", ["edit"]) : new Actor("mina", ["translate"]);
        return (ReturnPlan.For(EditionRevision.Revise(edition, second, 2, first), second, merged, stage == "write" ? "translate" : stage, actor, ReturnWay.HandedBack, before: first), second);
    }

    /// <summary>An article all of which is translated goes out, changes, and comes back with other words for each sentence.</summary>
    private static (ReturnPlan Plan, Extraction Now) Returned(string before, string after, string stage, Func<SegmentWork, SegmentWork>? meanwhile = null, string? only = null)
    {
        var first = Extract(before, null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = new Content([new Inline(InlineKind.Text, "EN "), .. s.Source.Parts]), Changes = [new Change("mina", "translate")] }).Select(s => stage == "edit" ? s with { SignOffs = [new SignOff("translate", "mina", s.Fingerprint)] } : s)] };
        var second = Extract(after, first);
        var revised = EditionRevision.Revise(edition, second, 2, first);
        revised = revised with { Segments = [.. revised.Segments.Select(s => s.Target is null || meanwhile is null ? s : meanwhile(s))] };
        var said = edition.Segments.Where(s => only is null || first.Units.First(u => u.Id == s.UnitId).Text == only).Select(s =>
            new MergedSegment(s.UnitId, s.Index, s.Source, s.Target, new Content([new Inline(InlineKind.Text, "Better "), .. s.Source.Parts]), stage == "edit" ? ReturnedState.Reviewed : ReturnedState.Translated));
        var merged = new MergedReturn([.. said], [], [], []);
        return (ReturnPlan.For(revised, second, merged, stage, new Actor(stage == "edit" ? "jonas" : "mina", [stage]), ReturnWay.HandedBack, before: first), second);
    }

    private static Extraction Extract(string article, Extraction? previous) =>
        MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(article), "a.ko.md", new ExtractionOptions("ko") { Previous = previous }).Value!;
}
