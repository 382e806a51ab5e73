using System.Collections.Immutable;
using System.Text;
using TransFlow.Core.Segments;
using TransFlow.Core.Tests.Newsroom;

namespace TransFlow.Core.Tests.Segments;

[TestClass]
public sealed class MarkdownExtractorTests
{
    [TestMethod]
    public void Rules_around_words_in_brackets_are_no_front_matter() =>
        Assert.AreEqual("[알림] 글이다.", Extract("---\n\n[알림] 글이다.\n\n---\n").Units.Single().Text);

    [TestMethod]
    [DataRow("a.md")]
    [DataRow("a.mdx")]
    public void A_file_may_end_with_any_signs(string file)
    {
        const string Signs = "$#*_`~<>[](){}%!:|\\&+-=/.^\"'@\n \r";
        foreach (var before in (string[])["글이다.\n\n", "글이다.\n\n> ", "글이다.\n\n- ", "글이다. "])
        {
            foreach (var first in Signs)
            {
                Assert.IsNotNull(Of($"{before}{first}"));
                foreach (var last in Signs)
                    Assert.IsNotNull(Of($"{before}{first}{last}"));
            }
        }

        Outcome<Extraction> Of(string article) => MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(article), file, new ExtractionOptions("ko"));
    }

    [TestMethod]
    [DataRow("---\n? title\n: 글이다\n---\n말.\n", "FrontMatter:글이다|Paragraph:말.", DisplayName = "a key behind a question mark")]
    [DataRow("---\r\n# 주\r\n? title\r\n: 글이다\r\n---\r\n말.\r\n", "FrontMatter:글이다|Paragraph:말.", DisplayName = "the same behind a comment")]
    [DataRow("---\n&t title: 글이다\n---\n말.\n", "FrontMatter:글이다|Paragraph:말.", DisplayName = "an anchor")]
    [DataRow("---\n!!str title: 글이다\n---\n말.\n", "FrontMatter:글이다|Paragraph:말.", DisplayName = "a tag")]
    [DataRow("---\n\n? 왜 오르나\n\n---\n말.\n", "Paragraph:? 왜 오르나|Paragraph:말.", DisplayName = "a question between rules")]
    [DataRow("---\n!!! 글: 말\n---\n말.\n", "Heading:!!! 글: 말|Paragraph:말.", DisplayName = "an exclamation between rules")]
    public void Front_matter_is_known_by_its_first_key_however_it_is_written(string text, string expected) =>
        Assert.AreEqual(expected, string.Join('|', Extract(text).Units.Select(u => $"{u.Kind}:{u.Text}")));

    [TestMethod]
    [DataRow("#\t탭 제목\n", "탭 제목")]
    [DataRow("---\ntitle: 가\n---\n\n##\t개요 **굵게**\n\n글이다.\n", "가|개요 굵게|글이다.")]
    [DataRow("글이다.\n\n### \t제목 \t##\t\n", "글이다.|제목")]
    [DataRow("- 가\n\n-\t#\t둘\n\n> #\t셋\n", "가|둘|셋")]
    [DataRow("- [X](/a) 계정\n- 글 [x](/a)은\n- [ ][r] 라\n- # [X](/a) 마\n\n[r]: /u\n", "X 계정|글 x은|라|X 마")]
    [DataRow("- [X] 할 일\n- [ ]\t남은 일\n\n  [x] 둘째\n- [x]글\n- [x]\n  줄\n\n[x] 라\n", "할 일|남은 일|[x] 둘째|[x]글|줄|[x] 라")]
    [DataRow("글이다.\r\n\r\n#\t\r\n\r\n##\t[가](b)\t`c`\r\n", "글이다.|가\t")]
    public void Headings_may_have_a_tab_behind_their_signs(string article, string expected)
    {
        var source = Extract(article);
        Assert.AreEqual(expected, string.Join('|', source.Units.Select(u => u.Text)));
        Assert.AreEqual(article, MarkdownWeaver.Weave(source, source.Units.ToDictionary(u => u.Id, u => u.Segments.Select(s => (Content?)s.Source).ToImmutableArray()), new WeaveOptions("en")).Text);
    }

    [TestMethod]
    public void Pictures_are_known_with_the_unit_at_which_they_stand()
    {
        var article = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes("""
            ---
            title: 제목
            ---

            ![첫 사진](/a.jpg)

            글이다.

            ![](b.png "이름")

            다음 글이다 <img src="c&amp;d.jpg" alt="셋째"> 그림.

            ![마지막][ref]

            [ref]: https://example.com/e.jpg

            ![](f.jpg)

            """.ReplaceLineEndings("\n")), "story.ko.md", new ExtractionOptions("ko")).Value!;
        var texts = article.Units.ToDictionary(u => u.Id, u => u.Text, StringComparer.Ordinal);
        Assert.AreEqual("/a.jpg 첫 사진|b.png 이름|c&d.jpg 셋째|https://example.com/e.jpg 마지막|f.jpg ", string.Join('|', article.Pictures.Select(p => $"{p.Address} {(p.UnitId is null ? "" : texts[p.UnitId])}")));
    }

    [TestMethod]
    [DataRow("---\ntitle: \"가\ndate: x\n---\n본문", "front-matter-broken")]
    [DataRow("---\ntitle: 가: 나: 다\n---\n본문", "front-matter-broken")]
    [DataRow("---\ntitle: 가\n", "front-matter-open")]
    [DataRow("---\ntitle: 가\ntitle: 나\n---\n본문", "key-twice")]
    [DataRow("+++\ntitle = 가\n+++\n본문", "front-matter-broken")]
    [DataRow("+++\ntitle = '가\n+++\n본문", "front-matter-broken")]
    [DataRow("+++\na = 1\na = 2\n+++\n본문", "front-matter-broken")]
    [DataRow("+++\ntags = ['가' '나']\n+++\n본문", "front-matter-broken")]
    [DataRow("+++\ntitle = '가'\n본문", "front-matter-open")]
    [DataRow("---\ntitle: 1\n---\n\n", "empty-article")]
    [DataRow("", "empty-article")]
    [DataRow("본문\u0001.", "control-character")]
    public void Bad_articles_are_refused_with_file_and_reason(string article, string code)
    {
        var outcome = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(article), "a.ko.md", new ExtractionOptions("ko"));
        Assert.AreEqual(code, outcome.Refusal?.Code);
        Assert.AreEqual("a.ko.md", outcome.Refusal?.File);
    }

    [TestMethod]
    [DataRow("---\ntitle: 가\nmood: 나\nparams:\n  note: 다\n---\n본문.\n")]
    [DataRow("+++\ntitle = '가'\nmood = '나'\n[params]\nnote = '다'\n+++\n본문.\n")]
    [DataRow("{ \"title\": \"가\", \"mood\": \"나\", \"params\": { \"note\": \"다\" } }\n\n본문.\n")]
    public void The_newsroom_says_which_keys_are_translated_and_which_are_kept(string article)
    {
        string Keys(FrontMatterRoles roles) => MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(article), "a.ko.md", new ExtractionOptions("ko") { Roles = roles }).Try(out var extraction, out var refusal)
            ? string.Join(' ', extraction.Units.Select(u => u.Key).OfType<string>())
            : refusal.ToString();
        Assert.AreEqual("title", Keys(new FrontMatterRoles()));
        Assert.AreEqual("title mood params.note", Keys(new FrontMatterRoles { Translate = ["mood", "params.*"] }));
        Assert.AreEqual("mood", Keys(new FrontMatterRoles { Translate = ["mood", "params.*"], Keep = ["title", "params.note"] }));
    }

    [TestMethod]
    public void A_broken_front_matter_names_the_line()
    {
        var outcome = MarkdownExtractor.Extract("---\ntitle: 가\nsummary: 나: 다\n---\n본문"u8, "a.ko.md", new ExtractionOptions("ko"));
        Assert.AreEqual(3, outcome.Refusal?.Line);
    }

    [TestMethod]
    public void Other_encodings_are_refused_with_the_line()
    {
        byte[] bytes = [.. "첫 줄\n"u8, 0xB0, 0xA1, 0x0A];
        var refusal = MarkdownExtractor.Extract(bytes, "a.ko.md", new ExtractionOptions("ko")).Refusal;
        Assert.AreEqual(("not-utf8", 2), (refusal?.Code, refusal?.Line));
    }

    [TestMethod]
    [DataRow(false, true)]
    [DataRow(false, false)]
    [DataRow(true, true)]
    [DataRow(true, false)]
    public void UTF_16_is_named(bool isBigEndian, bool hasMark)
    {
        var encoding = new System.Text.UnicodeEncoding(isBigEndian, hasMark);
        foreach (var text in new[] { "# Words\n", "---\ntitle: 가\n---\n\n글이다.\n" })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
            var refusal = MarkdownExtractor.Extract(bytes, "a.ko.md", new ExtractionOptions("ko")).Refusal;
            Assert.AreEqual(("not-utf8", "The file is UTF-16, not UTF-8."), (refusal?.Code, refusal?.Message));
        }
    }

    [TestMethod]
    [DataRow("가\0나\n")]
    [DataRow("\0\n")]
    public void One_zero_is_a_control_character_and_no_UTF_16(string text) =>
        Assert.AreEqual("control-character", MarkdownExtractor.Extract(System.Text.Encoding.UTF8.GetBytes(text), "a.ko.md", new ExtractionOptions("ko")).Refusal?.Code);

    [TestMethod]
    public void Boilerplate_never_goes_to_translators()
    {
        foreach (var article in Sample.Articles)
        {
            var source = Sample.Korean(article);
            CollectionAssert.AreEqual(new[] { "network", "contact" }, source.Blocks.Where(b => b.Kind == BlockKind.Standing).Select(b => b.Standing).ToArray());
            Assert.IsFalse(source.Units.Any(u => u.Text.Contains("협력자 연결망", StringComparison.Ordinal)), article);
        }
    }

    [TestMethod]
    public void Each_kind_of_place_has_its_unit()
    {
        var source = Extract("---\ntitle: 제목\n---\n# 머리 {#head}\n\n![대체](a.png \"이름\")\n*설명 (출처)*\n\n본문이다.[^1] **굵게** 쓴다.\n\n- 항목\n\n> 인용\n\n| 가 | 나 |\n|---|---|\n| 다 | 12 |\n\n[^1]: 각주.\n");
        Assert.AreEqual(
            "FrontMatter:제목 Heading:머리 ImageAlt:대체 Title:이름 Caption:설명 (출처) Paragraph:본문이다.{1/}|{2}굵게{/2} 쓴다. ListItem:항목 Quotation:인용 TableCell:가 TableCell:나 TableCell:다 TableCell:12 Footnote:각주.",
            string.Join(' ', source.Units.Select(u => $"{u.Kind}:{string.Join('|', u.Segments.Select(s => s.Source))}")));
    }

    [TestMethod]
    public void A_sentence_never_ends_inside_a_spanning_code()
    {
        var source = Extract("앞이다. **굵게 썼다. 이어서 썼다.** 뒤다.\n");
        Assert.AreEqual("앞이다.|{1}굵게 썼다. 이어서 썼다.{/1}|뒤다.", string.Join('|', source.Units[0].Segments.Select(s => s.Source)));
    }

    [TestMethod]
    [DataRow("가다. [&nbsp;](u) 나다.\n", "가다.|{1}\u00A0{/1} 나다.", DisplayName = "with the later sentence")]
    [DataRow("“가다.”[\u3000](u)[ ](v) 나다.\n", "“가다.”|{1}\u3000{/1}{2} {/2} 나다.", DisplayName = "two of them")]
    [DataRow("# 가다.<br>[ ][r]나다.\n\n[r]: u\n", "가다.{1/}|{2} {/2}나다.", DisplayName = "behind a line break, in a heading")]
    [DataRow("- 가다. **[&nbsp;](u)** 나다.\r\n", "가다.|{1}{2}\u00A0{/2}{/1} 나다.", DisplayName = "two around it, in a list")]
    [DataRow("가다.\n\u200B  \n나다.\n", "가다.|\u200B{1/}나다.", DisplayName = "a line of a zero-width space")]
    [DataRow("**가다. [ ](u)** 나다.\n", "{1}가다. {2} {/2}{/1}|나다.", DisplayName = "in a code of the earlier sentence")]
    [DataRow("**가다. [ ](u)** [ ](v) 나다.\n", "{1}가다. {2} {/2}{/1}|{3} {/3} 나다.", DisplayName = "one with each sentence")]
    public void A_blank_in_a_spanning_code_between_sentences_is_not_torn_from_it(string text, string expected)
    {
        var source = Extract(text);
        Assert.AreEqual(expected, string.Join('|', source.Units[0].Segments.Select(s => s.Source)));
        Assert.AreEqual(text, MarkdownWeaver.Weave(source, source.Units.ToDictionary(u => u.Id, u => u.Segments.Select(s => (Content?)s.Source).ToImmutableArray()), new WeaveOptions("en")).Text);
    }

    [TestMethod]
    [DataRow("“쌀이 없다.” <b>그가</b> 말했다.\n", "“쌀이 없다.” {1/}그가{2/} 말했다.")]
    [DataRow("“쌀이 없다.” <b>그</b>가 말했다.\n", "“쌀이 없다.” {1/}그{2/}가 말했다.", DisplayName = "in a word")]
    [DataRow("“쌀이 없다.” <b><i>그가</i></b> 말했다.\n", "“쌀이 없다.” {1/}{2/}그가{3/}{4/} 말했다.", DisplayName = "in one another")]
    [DataRow("- “쌀이 없다.” <b>그가</b> 말했다.\r\n", "“쌀이 없다.” {1/}그가{2/} 말했다.", DisplayName = "in a list")]
    [DataRow("“쌀이 없다.” <b>그는 갔다.</b> <b>끝</b>이다. 정말 <b>끝</b>", "“쌀이 없다.”|{1/}그는 갔다.{2/}|{3/}끝{4/}이다.|정말 {5/}끝{6/}", DisplayName = "sentences of their own")]
    [DataRow("“쌀이 없다.” `그가` 말했다.\n", "“쌀이 없다.”|{1/} 말했다.", DisplayName = "code is none")]
    public void Tags_that_give_words_a_look_hide_no_clause_behind_a_quotation(string text, string expected)
    {
        var source = Extract(text);
        Assert.AreEqual(expected, string.Join('|', source.Units[0].Segments.Select(s => s.Source)));
        Assert.AreEqual(text, MarkdownWeaver.Weave(source, source.Units.ToDictionary(u => u.Id, u => u.Segments.Select(s => (Content?)s.Source).ToImmutableArray()), new WeaveOptions("en")).Text);
    }

    [TestMethod]
    public void An_edit_elsewhere_changes_no_other_id()
    {
        var before = Extract("첫 문단이다.\n\n둘째 문단이다.\n\n셋째 문단이다.\n");
        var after = Extract("새 문단이다.\n\n첫 문단이다.\n\n셋째 문단이다.\n\n둘째 문단이다.\n");
        CollectionAssert.IsSubsetOf(before.Units.Select(u => u.Id).ToArray(), after.Units.Select(u => u.Id).ToArray());
    }

    [TestMethod]
    public void A_corrected_block_keeps_its_id_when_the_former_state_is_known()
    {
        var before = Extract("첫 문단이다.\n\n쌀 1kg의 값은 5800원이었다. 지난달보다 올랐다.\n\n셋째 문단이다.\n");
        var after = Extract("첫 문단이다.\n\n쌀 1kg의 값은 5900원이었다. 지난달보다 올랐다.\n\n셋째 문단이다.\n", before);
        CollectionAssert.AreEqual(before.Units.Select(u => u.Id).ToArray(), after.Units.Select(u => u.Id).ToArray());
        var other = Extract("첫 문단이다.\n\n전혀 다른 이야기가 들어왔다.\n\n셋째 문단이다.\n", before);
        Assert.AreNotEqual(before.Units[1].Id, other.Units[1].Id);
    }

    [TestMethod]
    public void The_same_words_twice_are_two_units()
    {
        var source = Extract("같다.\n\n같다.\n");
        Assert.HasCount(2, source.Units.Select(u => u.Id).Distinct());
    }

    private static Extraction Extract(string article, Extraction? previous = null) =>
        MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(article), "a.ko.md", new ExtractionOptions("ko") { Previous = previous }).Try(out var extraction, out var refusal)
            ? extraction
            : throw new AssertFailedException(refusal.ToString());
}
