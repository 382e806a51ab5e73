using System.Globalization;
using System.Text;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Xliff;

namespace TransFlow.Core.Tests.Stages;

/// <summary>What becomes of translations when the source article changes.</summary>
[TestClass]
public sealed class MemoryOfStructureTests
{
    private static readonly Route Plain = Route.Of("plain", ["translate", "edit"]).Value!;

    private static List<string> Paragraphs => [.. Enumerable.Range(1, 30).Select(n => string.Create(CultureInfo.InvariantCulture, $"{n}번째 소식이다. 주민 {n * 7}명이 시장에 모였다. 값은 {n * 100}원이었다."))];

    [TestMethod]
    public void What_nobody_touched_is_reused_and_a_changed_digit_keeps_its_translation_as_a_candidate()
    {
        var changed = Paragraphs;
        foreach (var at in (int[])[2, 6, 11, 17, 25])
            changed[at] = changed[at].Replace("명이", "5명이", StringComparison.Ordinal);
        changed.RemoveAt(20);
        changed.Insert(9, "새로 들어온 문단이다. 처음 쓰는 말이다.");
        var (before, after) = Revised(Paragraphs, changed);
        var untouched = after.Segments.Where(s => before.Segments.Any(b => b.Source.Equals(s.Source))).ToList();
        Assert.HasCount(1 + (29 * 3) - 5, untouched);
        Assert.IsEmpty(untouched.Where(s => s.Target is null), "everything untouched is reused");
        var touched = after.Segments.Where(s => s.Source.Text.Contains("5명이", StringComparison.Ordinal) && s.Target is null).ToList();
        Assert.HasCount(5, touched);
        Assert.IsEmpty(touched.Where(s => s.Candidate is null), "a changed digit keeps the translation at hand");
        Assert.IsEmpty(touched.Where(s => !before.Segments.Any(b => b.UnitId == s.UnitId)), "its unit is the same");
    }

    [TestMethod]
    public void A_moved_paragraph_takes_its_translation_along()
    {
        var changed = Paragraphs;
        var moved = changed[3];
        changed.RemoveAt(3);
        changed.Insert(20, moved);
        var (_, after) = Revised(Paragraphs, changed);
        Assert.IsEmpty(after.Segments.Where(s => s.Target is null));
    }

    [TestMethod]
    public void Paragraphs_that_are_split_or_merged_keep_the_translations_of_their_sentences()
    {
        var changed = Paragraphs;
        changed[4] = changed[4].Replace("모였다. 값", "모였다.\n\n값", StringComparison.Ordinal);
        changed[10] = changed[10] + " " + changed[11];
        changed.RemoveAt(11);
        var (_, after) = Revised(Paragraphs, changed);
        Assert.IsEmpty(after.Segments.Where(s => s.Target is null).Select(s => s.Source.Text));
    }

    [TestMethod]
    public void A_sentence_that_goes_into_another_block_and_differs_in_a_number_there_keeps_its_translation_as_a_candidate()
    {
        var changed = Paragraphs;
        changed[4] = changed[4].Replace("주민 35명이", "주민 39명이", StringComparison.Ordinal).Replace("이다. 주민", "이다.\n\n주민", StringComparison.Ordinal);
        changed[10] = changed[10] + " " + changed[11].Replace("84명이", "48명이", StringComparison.Ordinal);
        changed.RemoveAt(11);
        var (before, after) = Revised(Paragraphs, changed);
        var open = after.Segments.Where(s => s.Target is null).ToList();
        CollectionAssert.AreEqual(new[] { "주민 39명이 시장에 모였다.", "주민 48명이 시장에 모였다." }, open.Select(s => s.Source.Text).ToArray());
        CollectionAssert.AreEqual(new[] { "주민 35명이 시장에 모였다.", "주민 84명이 시장에 모였다." }, open.Select(s => s.CandidateSource?.Text).ToArray());
        CollectionAssert.AreEqual(open.Select(s => before.Segments.Single(b => b.Source.Equals(s.CandidateSource)).Target).ToArray(), open.Select(s => s.Candidate).ToArray());
    }

    [TestMethod]
    [DataRow("쌀값이 올랐다. 상인들은 크게 걱정한다.", "쌀값이 올라 상인들은 크게 걱정한다.", "올랐다. → 올라")]
    [DataRow("쌀값이 올랐다. 상인들은 크게 걱정한다. 겨울이 온다.", "쌀값이 올라 상인들은 크게 걱정한다. 겨울이 온다.", "올랐다. → 올라")]
    [DataRow("단속도 심해졌다. 벌금은 500위안이다.", "단속도 심해졌고, 벌금은 500위안이다.", "심해졌다. → 심해졌고,")]
    [DataRow("시장은 어제 닫혔다. 상인들은 집에 갔다. 단속반만 남았다.", "시장은 어제 닫혔고, 상인들은 집에 갔으며, 단속반만 남았다.", "닫혔다. → 닫혔고,; 갔다. → 갔으며,")]
    public void Sentences_that_become_one_keep_what_they_said_together_as_a_candidate(string before, string after, string difference)
    {
        var (_, revised) = Revised([before], [after]);
        var open = revised.Segments.Single(s => s.Target is null);
        var sentences = after.EndsWith("온다.", StringComparison.Ordinal) ? before[..^" 겨울이 온다.".Length] : before;
        Assert.AreEqual(sentences, open.CandidateSource?.Text);
        Assert.AreEqual("EN " + sentences.Replace(". ", ". EN ", StringComparison.Ordinal), open.Candidate?.Text);
        Assert.AreEqual(difference, open.Difference());
    }

    [TestMethod]
    [DataRow("쌀값이 크게 올랐다.|상인들은 몹시 걱정한다.", "쌀값이 크게 올랐고 상인들은 몹시 걱정한다.", "쌀값이 크게 올랐다. 상인들은 몹시 걱정한다.")]
    [DataRow("처음이다.|쌀값이 크게 올랐다.|상인들은 몹시 걱정한다.|끝이다.", "처음이다.|쌀값이 크게 올랐고 상인들은 몹시 걱정한다.|끝이다.", "쌀값이 크게 올랐다. 상인들은 몹시 걱정한다.")]
    [DataRow("- 쌀값이 크게 올랐다.|- 상인들은 몹시 걱정한다.", "- 쌀값이 크게 올랐고 상인들은 몹시 걱정한다.", "쌀값이 크게 올랐다. 상인들은 몹시 걱정한다.")]
    [DataRow("쌀값이 크게 올랐다.|상인들은 몹시 걱정한다.", "쌀값이 아주 크게 올랐다.", "쌀값이 크게 올랐다.")]
    [DataRow("쌀값이 크게 올랐다.|상인들은 몹시 걱정한다.", "쌀값이 아주 크게 올랐다.|상인들은 몹시 걱정한다.", "쌀값이 크게 올랐다.")]
    public void Blocks_that_become_one_sentence_keep_what_they_said_together_as_a_candidate(string before, string after, string expected)
    {
        var (_, revised) = Revised([.. before.Split('|')], [.. after.Split('|')]);
        var open = revised.Segments.Single(s => s.Target is null);
        Assert.AreEqual(expected, open.CandidateSource?.Text);
        Assert.AreEqual("EN " + expected.Replace(". ", ". EN ", StringComparison.Ordinal), open.Candidate?.Text);
    }

    [TestMethod]
    public void Codes_of_another_block_are_not_in_what_is_shown_for_a_sentence_that_was_made_of_both()
    {
        var first = Extract(["**쌀값이** 크게 올랐다.", "상인들은 **몹시** 걱정한다."], null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = s.Source })] };
        var open = EditionRevision.Revise(edition, Extract(["**쌀값이** 크게 올랐고 상인들은 몹시 걱정한다."], first), 2, first).Segments.Single(s => s.Target is null);
        Assert.AreEqual("쌀값이 크게 올랐다. 상인들은 몹시 걱정한다.", open.Candidate?.Text);
        Assert.AreEqual(2, open.Candidate!.Parts.Count(p => p.Kind != InlineKind.Text));
    }

    [TestMethod]
    [DataRow("쌀값이 올랐다. 상인들은 크게 걱정한다.", "상인들은 매우 크게 걱정한다.", "상인들은 크게 걱정한다.")]
    [DataRow("쌀값이 올랐다. 상인들은 크게 걱정한다.", "쌀값이 또 올랐다. 단속반이 왔다.", "쌀값이 올랐다.|")]
    [DataRow("단속도 심해졌다. 벌금은 500위안이다.", "단속도 심해졌다. 검문소가 세 곳 늘었다.", "")]
    public void A_sentence_that_has_nothing_of_another_does_not_get_its_translation(string before, string after, string expected)
    {
        var (_, revised) = Revised([before], [after]);
        Assert.AreEqual(expected, string.Join('|', revised.Segments.Where(s => s.Target is null).Select(s => s.CandidateSource?.Text)));
    }

    /// <summary>The former sentence whose translation each open one has beside it.</summary>
    [TestMethod]
    [DataRow("- 평양 쌀은 5,200원이다.|- 혜산 쌀은 6,100원이다.", "- 평양 쌀은 5,200원이다.|- 평양 쌀은 5,350.5원이다.|- 혜산 쌀은 6,100원이다.|- 혜산 쌀은 900원이다.", "평양 쌀은 5,200원이다.|혜산 쌀은 6,100원이다.", DisplayName = "lines of a list")]
    [DataRow("평양 쌀은 5,200원이다.", "평양 쌀은 5,300원이다.|평양 쌀은 5,400원이다.", "평양 쌀은 5,200원이다.|평양 쌀은 5,200원이다.", DisplayName = "one was changed, too")]
    [DataRow("쌀은 [표 1](/1)에 있다.|끝이다.", "쌀은 [표 1](/1)에 있다.|쌀은 [표 2](/2)에 있다.|쌀은 표 3에 있다.|끝이다.", "쌀은 표 1에 있다.|", DisplayName = "with as many codes")]
    [DataRow("- 5,200원|- 끝", "- 5,200원|- 5,300원|- 끝", "", DisplayName = "nothing but a number")]
    [DataRow("쌀은 5,200원이다.", "쌀은 5,200원이다.|콩은 5,300원이다.", "", DisplayName = "another word")]
    public void A_new_sentence_that_differs_in_its_numbers_alone_has_what_was_written_for_the_other(string before, string after, string expected)
    {
        var (_, revised) = Revised([.. before.Split('|')], [.. after.Split('|')]);
        Assert.AreEqual(expected, string.Join('|', revised.Segments.Where(s => s.Target is null).Select(s => s.CandidateSource?.Text)));
    }

    [TestMethod]
    public void What_is_shown_beside_a_new_sentence_of_other_numbers_has_the_codes_of_that()
    {
        var first = Extract(["쌀은 [표 1](/1)에 있다."], null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = new Content([new Inline(InlineKind.Text, "EN "), .. s.Source.Parts]) })] };
        var after = EditionRevision.Revise(edition, Extract(["쌀은 [표 1](/1)에 있다.", "**끝**이다. 쌀은 [표 2](/2)에 있다."], first), 2, first).Segments[^1];
        Assert.AreEqual(after.Source.ToString().Replace("표 2", "표 1", StringComparison.Ordinal), after.Candidate!.ToString()[3..]);
        Assert.AreEqual("1에 → 2에", after.Difference());
    }

    /// <summary>Each changed sentence has the candidate that is its own; the former sentence of each that is open now, in order.</summary>
    [TestMethod]
    [DataRow("쌀 12kg을 보냈다. 쌀 34kg을 보냈다.", "쌀 56kg을 보냈다. 쌀 78kg을 보냈다.", "쌀 12kg을 보냈다.|쌀 34kg을 보냈다.", DisplayName = "alike but for numbers, by order")]
    [DataRow("무산의 시멘트 값은 2500원에서 7800원으로 바뀌었다. 나선의 석탄 값은 4800원에서 4900원으로 바뀌었다.", "무산의 석탄 값은 2500원에서 7800원으로 바뀌었다. 나선의 석탄 값은 4800원에서 5900원으로 바뀌었다.", "무산의 시멘트 값은 2500원에서 7800원으로 바뀌었다.|나선의 석탄 값은 4800원에서 4900원으로 바뀌었다.", DisplayName = "a word and a number changed")]
    [DataRow("혜산에서는 12명이 숨졌다고 주민들이 전했다.|무산에서는 34명이 숨졌다고 주민들이 전했다.", "혜산에서는 13명이 숨졌다고 주민들이 전했다. 무산에서는 35명이 숨졌다고 주민들이 전했다.", "혜산에서는 12명이 숨졌다고 주민들이 전했다.|무산에서는 34명이 숨졌다고 주민들이 전했다.", DisplayName = "two blocks that became one")]
    [DataRow("1월 1일 쌀값은 5100원이었다.|1월 2일 쌀값은 6200원이었다.", "1월 2일 쌀값은 6250원이었다.", "1월 2일 쌀값은 6200원이었다.", DisplayName = "the block before it went")]
    [DataRow("- 1월 1일 쌀값은 5100원이었다.|- 1월 2일 쌀값은 6200원이었다.", "- 2월에는 올랐다.|- 1월 1일 쌀값은 5150원이었다.|- 1월 2일 쌀값은 6250원이었다.", "|1월 1일 쌀값은 5100원이었다.|1월 2일 쌀값은 6200원이었다.", DisplayName = "an item was put before them")]
    [DataRow("혜산 주민 김정호 씨는 쌀값이 5000원으로 올랐다고 전했다.|비가 온다.", "무산 주민 이순희 씨는 쌀값이 7000원으로 올랐다고 전했다.|혜산 주민 김정호 씨는 쌀값이 5100원으로 올랐다고 전했다.|비가 온다.", "|혜산 주민 김정호 씨는 쌀값이 5000원으로 올랐다고 전했다.", DisplayName = "a block like it was put before it")]
    [DataRow("1단계: 서류를 낸다.|2단계: 돈을 낸다.", "1단계: 줄을 선다.|2단계: 서류를 낸다.|3단계: 돈을 낸다.", "|1단계: 서류를 낸다.|2단계: 돈을 낸다.", DisplayName = "steps that have other numbers now")]
    [DataRow("## 1. 가격|## 2. 전망", "## 1. 요약|## 2. 가격|## 3. 전망", "|1. 가격|2. 전망", DisplayName = "headings that have other numbers now")]
    [DataRow("문의 1팀: 02-123-4567|문의 2팀: 02-123-9999", "안내 전화이다.|문의 1팀: 02-123-4568|문의 2팀: 02-123-9998", "|문의 1팀: 02-123-4567|문의 2팀: 02-123-9999", DisplayName = "numbers of telephones")]
    [DataRow("\n\n¦ 도시 ¦ 쌀 ¦ 콩 ¦\n¦---¦---¦---¦\n¦ 혜산 ¦ 3,850원 ¦ 9,970원 ¦", "\n\n¦ 도시 ¦ 쌀 ¦ 콩 ¦\n¦---¦---¦---¦\n¦ 혜산 ¦ 4,370원 ¦ 4,360원 ¦", "3,850원|9,970원", DisplayName = "cells keep their columns")]
    [DataRow("\n\n¦ 품목 ¦ 평양 ¦ 혜산 ¦\n¦---¦---¦---¦\n¦ 쌀 ¦ 5800원 ¦ 6200원 ¦\n¦ 옥수수 ¦ 2900원 ¦ 3200원 ¦", "\n\n¦ 품목 ¦ 혜산 ¦\n¦---¦---¦\n¦ 쌀 ¦ 6200원 ¦\n¦ 옥수수 ¦ 3300원 ¦", "3200원", DisplayName = "a column went before a cell")]
    [DataRow("\n\n¦ 품목 ¦ 남포 ¦ 신의주 ¦\n¦---¦---¦---¦\n¦ 옥수수 ¦ 5460원 ¦ 5130원 ¦\n¦ 감자 ¦ 2210원 ¦ 3000원 ¦", "\n\n¦ 품목 ¦ 남포 ¦ 혜산 ¦ 신의주 ¦\n¦---¦---¦---¦---¦\n¦ 옥수수 ¦ 5460원 ¦ 840원 ¦ 5130원 ¦\n¦ 감자 ¦ 2210원 ¦ 7400원 ¦ 3045원 ¦", "|||3000원", DisplayName = "a column came before a cell")]
    [DataRow("\n\n¦ 품목 ¦ 평양 장마당 ¦ 혜산 ¦\n¦---¦---¦---¦\n¦ 쌀 ¦ 5800원 ¦ 6200원 ¦", "\n\n¦ 품목 ¦ 남포 ¦ 평양 장마당들 ¦ 혜산 ¦\n¦---¦---¦---¦---¦\n¦ 쌀 ¦ 840원 ¦ 5900원 ¦ 6300원 ¦", "|평양 장마당||5800원|6200원", DisplayName = "a column came, and the next is called otherwise")]
    [DataRow("\n\n¦ 품목 ¦ 평양 ¦\n¦---¦---¦\n¦ 쌀 ¦ 5800원 ¦", "\n\n¦ 품목 ¦ 나진 ¦\n¦---¦---¦\n¦ 쌀 ¦ 5900원 ¦", "|5800원", DisplayName = "a column in the place of another")]
    [DataRow("<table>\n<tr><th>품목</th><th>평양</th><th>혜산</th></tr>\n<tr><td>쌀</td><td>5800원</td><td>6200원</td></tr>\n</table>", "<table>\n<tr><th>품목</th><th>혜산</th></tr>\n<tr><td>쌀</td><td>6300원</td></tr>\n</table>", "6200원", DisplayName = "a column of HTML went before a cell")]
    [DataRow("경유는 무산에서 하루 6톤이 팔렸다.|신의주 주민 박철수 씨는 지난달 초 경유 115kg이 값이 올랐다고 전했다.|원산 주민 박철수 씨는 새해 들어 달러 893kg이 단속이 심해졌다고 밝혔다. 나선 주민 박철수 씨는 며칠 전 쌀 400kg이 길이 막혔다고 털어놓았다.", "경유는 무산에서 하루 6톤이 팔렸다. 나선 주민 박철수 씨는 며칠 전 쌀 500kg이 길이 막혔다고 털어놓았다.|신의주 주민 박철수 씨는 지난달 초 경유 215kg이 값이 올랐다고 전했다. 원산 주민 박철수 씨는 새해 들어 달러 893kg이 단속이 심해졌다고 밝혔다.", "나선 주민 박철수 씨는 며칠 전 쌀 400kg이 길이 막혔다고 털어놓았다.|신의주 주민 박철수 씨는 지난달 초 경유 115kg이 값이 올랐다고 전했다.", DisplayName = "sentences that went into other blocks")]
    [DataRow("기름값이 올랐다.[^b]|[^b]: 통계청, 15쪽.", "콩값도 올랐다.[^c] 기름값이 올랐다.[^b]|[^c]: 통계청, 13쪽.|[^b]: 통계청, 16쪽.", "|통계청, 15쪽.|통계청, 15쪽.", DisplayName = "a note by the sentence to which it belongs")]
    [DataRow("쌀값이 올랐다.[^a]|기름값이 올랐다.[^b]|[^a]: 통계청, 3일.|[^b]: 통계청, 8일.", "기름값이 올랐다.[^b]|[^b]: 통계청, 9일.", "통계청, 8일.", DisplayName = "a note that was changed when another went")]
    [DataRow("머리.|![시장의 1월 5일 모습](/a.jpg)|끝.", "머리.|![시장의 1월 5일 아침](/c.jpg)|![시장의 2월 6일 아침](/a.jpg)|끝.", "|시장의 1월 5일 모습", DisplayName = "a picture's file tells more than its place")]
    public void A_changed_sentence_has_its_own_candidate_and_not_that_of_one_like_it(string before, string after, string expected)
    {
        var (_, revised) = Revised([.. before.Split('|').Select(Table)], [.. after.Split('|').Select(Table)]);
        Assert.AreEqual(expected, string.Join('|', revised.Segments.Where(s => s.Target is null).Select(s => s.CandidateSource?.Text)));

        static string Table(string block) => block.Replace('¦', '|');
    }

    [TestMethod]
    public void Numbers_that_two_sentences_exchanged_take_no_translation_along()
    {
        var (_, after) = Revised(["총 사망자는 19명이다. 부상자는 30명이다."], ["총 사망자는 30명이다. 부상자는 19명이다."]);
        CollectionAssert.AreEqual(new[] { "총 사망자는 19명이다.", "부상자는 30명이다." }, after.Segments.Where(s => s.Target is null).Select(s => s.CandidateSource?.Text).ToArray());
    }

    [TestMethod]
    public void A_sentence_before_it_does_not_take_a_changed_sentences_candidate_away()
    {
        var changed = Paragraphs;
        changed[7] = "새 문장이 앞에 왔다. " + changed[7].Replace("800원", "850원", StringComparison.Ordinal);
        var (_, after) = Revised(Paragraphs, changed);
        var open = after.Segments.Where(s => s.Target is null).ToList();
        Assert.AreEqual("새 문장이 앞에 왔다.|값은 850원이었다.", string.Join('|', open.Select(s => s.Source.Text)));
        Assert.AreEqual("EN 값은 800원이었다.", open[1].Candidate?.Text);
    }

    [TestMethod]
    public void Words_that_are_put_back_have_their_target_and_their_sign_offs_again()
    {
        var changed = Paragraphs;
        changed[7] = changed[7].Replace("800원", "850원", StringComparison.Ordinal);
        changed.RemoveAt(20);
        var first = Extract(Paragraphs, null);
        var signed = EditionRevision.Begin("a", "en", first, Plain);
        signed = signed with { Segments = [.. signed.Segments.Select(s => s with { Target = Content.Of("EN " + s.Source.Text) }).Select(s => s with { SignOffs = [new SignOff("translate", "mina", s.Fingerprint), new SignOff("edit", "jonas", s.Fingerprint)] })] };
        var second = Extract(changed, first);
        var away = EditionRevision.Revise(signed, second, 2);
        Assert.AreEqual("translate", away.Stage?.Name);

        var back = EditionRevision.Revise(away, Extract(Paragraphs, second), 3);
        Assert.IsNull(back.Stage, string.Join('|', back.Segments.Where(s => s.Position(Plain) < 2).Select(s => s.Source.Text)));
        CollectionAssert.AreEqual(signed.Segments.Select(s => s.Target!.Text).ToList(), back.Segments.Select(s => s.Target!.Text).ToList());
        Assert.IsEmpty(back.Shelf);

        // What somebody wrote for the words that went away again is kept as well.
        var anew = away with { Segments = [.. away.Segments.Select(s => s.Target is null ? s with { Target = Content.Of("EN anew") } : s)] };
        var kept = EditionRevision.Revise(anew, Extract(Paragraphs, second), 3);
        Assert.IsNull(kept.Stage);
        Assert.AreEqual("EN anew", kept.Shelf.Single().Target!.Text);
    }

    [TestMethod]
    public void A_changed_sentence_that_was_taken_out_and_put_back_has_its_former_translation_beside_it()
    {
        var changed = Paragraphs;
        changed[7] = changed[7].Replace("800원", "850원", StringComparison.Ordinal);
        var without = Paragraphs;
        without.RemoveAt(7);
        var first = Extract(Paragraphs, null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = Content.Of("EN " + s.Source.Text) })] };
        var second = Extract(changed, first);
        var third = Extract(without, second);
        var fourth = Extract(changed, third);
        var back = EditionRevision.Revise(EditionRevision.Revise(EditionRevision.Revise(edition, second, 2, first), third, 3, second), fourth, 4, third);
        var open = back.Segments.Single(s => s.Target is null);
        Assert.AreEqual("값은 850원이었다.", open.Source.Text);
        Assert.AreEqual("EN 값은 800원이었다.", open.Candidate?.Text);
        Assert.AreEqual("값은 800원이었다.", open.CandidateSource?.Text);
    }

    [TestMethod]
    public void What_is_shown_of_a_sentence_that_was_taken_out_and_put_back_has_its_link()
    {
        const string Was = "상인이 [시장](u)에서 조용히 기다렸다.";
        var first = Extract([Was, "끝이다."], null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = s.Source })] };
        var second = Extract([Was.Replace("조용히", "오래", StringComparison.Ordinal), "끝이다."], first);
        var third = Extract(["끝이다."], second);
        var back = EditionRevision.Revise(EditionRevision.Revise(EditionRevision.Revise(edition, second, 2, first), third, 3, second), Extract([Was.Replace("조용히", "오래", StringComparison.Ordinal), "끝이다."], third), 4, third);
        Assert.AreEqual("상인이 {1}시장{/1}에서 조용히 기다렸다.", back.Segments.Single(s => s.Target is null).Candidate?.ToString());
    }

    [TestMethod]
    public void One_of_a_list_that_is_new_has_nothing_of_another_that_is_gone()
    {
        var first = Tagged("쌀, 환율, 국경", null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = Content.Of("EN " + s.Source.Text) })] };
        var revised = EditionRevision.Revise(edition, Tagged("석탄, 쌀, 환율", first), 2, first);
        Assert.AreEqual("|EN 쌀|EN 환율|EN 끝이다.", string.Join('|', revised.Segments.Select(s => (s.Target ?? s.Candidate)?.Text)));

        static Extraction Tagged(string tags, Extraction? before) =>
            MarkdownExtractor.Extract(System.Text.Encoding.UTF8.GetBytes($"---\ntags: [{tags}]\n---\n\n끝이다.\n"), "a.ko.md", new ExtractionOptions("ko") { Previous = before }).Value!;
    }

    [TestMethod]
    public void A_text_that_stands_for_several_sentences_comes_back_when_all_of_them_are_there_again()
    {
        List<string> changed = Paragraphs, other = Paragraphs;
        changed[7] = changed[7].Replace("800원", "850원", StringComparison.Ordinal);
        other[7] = other[7].Replace("56명", "57명", StringComparison.Ordinal);
        var first = Extract(Paragraphs, null);
        var joined = EditionRevision.Begin("a", "en", first, Plain);
        joined = joined with { Segments = [.. joined.Segments.Select(s => s with { Target = Content.Of(s.Index == 0 ? "EN all of " + s.UnitId : "") }).Select(s => s with { SignOffs = [new SignOff("translate", "mina", s.Fingerprint), new SignOff("edit", "jonas", s.Fingerprint)] })] };
        var second = Extract(changed, first);
        var away = EditionRevision.Revise(joined, second, 2);
        Assert.AreEqual("translate", away.Stage?.Name);

        var third = Extract(other, second);
        var further = EditionRevision.Revise(away, third, 3);
        Assert.AreEqual("translate", further.Stage?.Name, "not for some of them");

        var back = EditionRevision.Revise(further, Extract(Paragraphs, third), 4);
        Assert.IsNull(back.Stage, string.Join('|', back.Segments.Where(s => s.Position(Plain) < 2).Select(s => s.Source.Text)));
        CollectionAssert.AreEqual(joined.Segments.Select(s => s.Target!.Text).ToList(), back.Segments.Select(s => s.Target!.Text).ToList());
    }

    [TestMethod]
    public void A_person_is_shown_what_was_changed_since_the_translation_at_hand()
    {
        var changed = Paragraphs;
        changed[7] = changed[7].Replace("800원", "850원", StringComparison.Ordinal);
        var (_, after) = Revised(Paragraphs, changed);
        var open = after.Segments.Single(s => s.Target is null);
        Assert.AreEqual("800원이었다 → 850원이었다", open.Difference());
        var package = Package.Cut(Extract(changed, Extract(Paragraphs, null)), after)!;
        var unit = XliffReader.Read(new MemoryStream(PackageXliff.Write(package))).Files.Single().Units.Single(u => u.Notes.Count() == 2);
        Assert.AreEqual("The source has changed since the target was written: sentence 3: 800원이었다 → 850원이었다", unit.Notes.Last().InnerText);
        Assert.AreEqual("initial|EN 값은 800원이었다.", string.Join('|', unit.Segments.Where(s => s.Id == $"{unit.Id}-s3").Select(s => $"{s.State}|{s.Target!.InnerText}")));
    }

    [TestMethod]
    public void A_sentence_that_changes_again_before_anyone_has_looked_keeps_its_candidate()
    {
        List<string> first = Paragraphs, second = Paragraphs;
        first[7] = first[7].Replace("800원", "850원", StringComparison.Ordinal);
        second[7] = second[7].Replace("800원", "870원", StringComparison.Ordinal);
        var was = Extract(Paragraphs, null);
        var (_, once) = Revised(Paragraphs, first);
        var twice = EditionRevision.Revise(once, Extract(second, Extract(first, was)), 3);
        var open = twice.Segments.Single(s => s.Target is null);
        Assert.AreEqual("EN 값은 800원이었다. / 800원이었다 → 870원이었다", $"{open.Candidate?.Text} / {open.Difference()}");
    }

    [TestMethod]
    public void A_text_that_stands_for_several_sentences_comes_back_as_a_whole_with_the_difference_of_all()
    {
        var first = Extract(["하나가 여기 있다. 둘이 여기 있다. 셋이 여기 있다. 넷이 여기 있다."], null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        string[] targets = ["Title", "One.", "Two and three.", "", "Four."];
        edition = edition with { Segments = [.. edition.Segments.Zip(targets, (s, t) => s with { Target = Content.Of(t) })] };
        var second = Extract(["하나가 여기 있다. 둘이 여기 있다. 셋이 저기 있다. 넷이 여기 있다."], first);
        var once = EditionRevision.Revise(edition, second, 2);
        Assert.AreEqual("Title|One.|||Four.", string.Join('|', once.Segments.Select(s => s.Target?.Text)));
        Assert.AreEqual("Two and three. / 여기 → 저기", $"{once.Segments[2].Candidate?.Text} / {once.Segments[2].Difference()}");
        Assert.IsNull(once.Segments[3].Candidate);
        var twice = EditionRevision.Revise(once, Extract(["하나가 여기 있다. 둘이 여기 있다. 셋이 거기 있다. 넷이 여기 있다."], second), 3);
        Assert.AreEqual("Two and three. / 여기 → 거기", $"{twice.Segments[2].Candidate?.Text} / {twice.Segments[2].Difference()}");
        Assert.IsNull(twice.Segments[3].Candidate);
    }

    [TestMethod]
    [DataRow("edited", "둘째 문단은 예전 말을 조금 더 바꾸었다. 값은 그대로다.", new[] { 0, 1, 2, 3 })]
    [DataRow("shortened", "둘째 문단은 예전 말을 조금 바꾸었다.", new[] { 0, 1, 2, 3 })]
    [DataRow("made an item of a list", "- 둘째 문단은 예전 말을 조금 바꾸었다. 값은 그대로다.", new[] { 0, 1, 2, 3 })]
    [DataRow("made a quotation, and edited", "> 둘째 문단은 예전 말을 조금 더 바꾸었다. 값은 그대로다.", new[] { 0, 1, 2, 3 })]
    [DataRow("split", "둘째 문단은 예전 말을 조금 바꾸었다.\n\n값은 그대로다.", new[] { 0, 1, 2, -1, 3 })]
    [DataRow("taken out", "", new[] { 0, 1, 3 })]
    [DataRow("another in its place", "전혀 다른 소식이 여기에 들어왔고 앞의 것은 갔다.", new[] { 0, 1, -1, 3 })]
    public void A_block_that_a_person_would_call_the_same_keeps_its_id(string name, string second, int[] expected)
    {
        List<string> before = ["첫 문단은 시장 이야기다. 사람이 많다.", "둘째 문단은 예전 말을 조금 바꾸었다. 값은 그대로다.", "셋째 문단은 버스 이야기다. 노선이 늘었다."];
        AssertIds(name, before, [before[0], second, before[2]], expected);
    }

    [TestMethod]
    public void A_block_that_was_moved_and_edited_or_took_another_in_keeps_its_id()
    {
        List<string> before = ["첫 문단은 시장 이야기다. 사람이 많다.", "둘째 문단은 예전 말을 조금 바꾸었다. 값은 그대로다.", "셋째 문단은 버스 이야기다. 노선이 늘었다."];
        AssertIds("moved", before, [before[2], before[0], before[1]], [0, 3, 1, 2]);
        AssertIds("moved and edited", before, ["셋째 문단은 버스 이야기다. 노선이 두 개 늘었다.", before[0], before[1]], [0, 3, 1, 2]);
        AssertIds("merged", before, [before[0] + " " + before[1], before[2]], [0, 2, 3]);
    }

    /// <summary>Each sentence says another day; none of them stands as it was, and each has its own former words beside it.</summary>
    [TestMethod]
    [DataRow("sentences of one block", "{0} 값이 {1}원으로 올랐다고 했다. ")]
    [DataRow("linked sentences of one block", "[{0}](/{1}) 값이 {1}원으로 올랐다고 했다. ")]
    [DataRow("blocks", "{0} 값이 {1}원으로 올랐다고 했다.\n\n")]
    [DataRow("items", "- {0} 값이 {1}원으로 올랐다고 했다.\n")]
    [DataRow("rows", "| {0} 값이 {1}원으로 올랐다고 했다. |\n")]
    public void What_makes_a_quadratic_memory_stand_still_is_carried_over(string name, string piece)
    {
        const int many = 6_000;
        // Numbers of letters, of which each place has its own: those of figures are as good as none.
        string Article(int change) => $"{(piece[0] == '|' ? "| 가 |\n|--|\n" : "")}{string.Concat(Enumerable.Range(0, many).Select(i => string.Format(CultureInfo.InvariantCulture, piece, string.Concat(i.ToString(CultureInfo.InvariantCulture).Select((d, n) => (char)('가' + (28 * (d - '0')) + n))), (1000 * i) + change))).TrimEnd()}\n";
        var first = Read(Article(0), null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = Content.Of("EN " + s.Source.Text) })] };
        var second = Read(Article(7), first);
        var revised = EditionRevision.Revise(edition, second, 2, first);
        var open = revised.Segments.Where(s => s.Target is null).ToList();
        Assert.HasCount(many, open, name);
        Assert.IsEmpty(open.Where(s => s.Candidate?.Text != "EN " + s.Source.Text.Replace("7원", "0원", StringComparison.Ordinal)).Take(3).Select(s => $"{s.Source.Text}: {s.Candidate?.Text}"), name);
        if (piece[^1] == ' ')
            Assert.Contains($"sentence {many}: ", Encoding.UTF8.GetString(PackageXliff.Write(Package.Cut(second, revised)!)), name);
        var back = EditionRevision.Revise(revised, Read(Article(0), second), 3, second);
        Assert.IsEmpty(back.Segments.Where(s => s.Target?.Text != "EN " + s.Source.Text).Take(3).Select(s => $"{s.Source.Text}: {s.Target?.Text}"), name);

        static Extraction Read(string article, Extraction? before) => MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(article), "a.ko.md", new ExtractionOptions("ko") { Previous = before }).Value!;
    }

    [TestMethod]
    [DataRow("EN the words as they were")]
    [DataRow("EN other words")]
    public void What_becomes_of_a_candidate_has_the_words_of_those_who_wrote_it(string target)
    {
        var route = Route.Of("long", ["translate", "edit", "sign-off"]).Value!;
        var first = Extract(["벌금은 백만 원이다."], null);
        var edition = EditionRevision.Begin("a", "en", first, route);
        edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = Content.Of("EN the words as they were"), Changes = [new Change("mina", "translate"), new Change("petra", "edit")] })] };
        var second = Extract(["벌금은 이백만 원이다."], first);
        var once = EditionRevision.Revise(edition, second, 2);
        var segment = EditionRevision.Revise(once, Extract(["벌금은 삼백만 원이다."], second), 3).Segments[1];
        Assert.IsNotNull(segment.Candidate);
        foreach (var (step, person) in new (StageEvent, string)[] { (new Deliver("translate", Content.Of(target)), "hana"), (new Accept("edit"), "jonas") })
            segment = StageMachine.Next(segment, step, new Actor(person, [step.Stage]), route).Value!;
        Assert.AreEqual("four-eyes", StageMachine.Next(segment, new Accept("sign-off"), new Actor("petra", ["sign-off"]), route).Refusal?.Code);
        Assert.IsNull(StageMachine.Next(segment, new Accept("sign-off"), new Actor("chief", ["sign-off"]), route).Refusal);
    }

    /// <summary>Which former unit each unit is: its number, the heading being 0; -1 for a new one.</summary>
    private static void AssertIds(string name, List<string> before, List<string> after, int[] expected)
    {
        var was = Extract(before, null);
        var ids = was.Units.Select(u => u.Id).ToList();
        Assert.AreEqual(string.Join(' ', expected), string.Join(' ', Extract(after, was).Units.Select(u => ids.IndexOf(u.Id))), name);
    }

    private static (Edition Before, Edition After) Revised(List<string> before, List<string> after)
    {
        var first = Extract(before, null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = Content.Of("EN " + s.Source.Text) })] };
        return (edition, EditionRevision.Revise(edition, Extract(after, first), 2));
    }

    private static Extraction Extract(List<string> paragraphs, Extraction? previous) =>
        MarkdownExtractor.Extract(Encoding.UTF8.GetBytes("# 제목\n\n" + string.Join("\n\n", paragraphs) + "\n"), "a.ko.md", new ExtractionOptions("ko") { Previous = previous }).Value!;
}
