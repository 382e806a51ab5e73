using System.Globalization;
using System.Text;
using CsCheck;
using TransFlow.Core.Segments.Sentences;

namespace TransFlow.Core.Tests.Segments;

[TestClass]
public sealed class SentenceSplitterTests
{
    private static IEnumerable<string[]> KoreanCases =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "seg-cases-public.tsv")).Skip(1).Select(l => l.Split('\t')[..4]);

    [TestMethod]
    public void A_stop_ends_a_sentence_wherever_in_its_text_it_stands()
    {
        foreach (var stop in "!?！？。｡‼⁇⁈⁉।。")
        {
            for (var before = 1; before < 40; before++)
            {
                var first = new string('가', before) + "했다" + stop;
                Assert.AreEqual(first.Length, SentenceSplitter.Boundaries(first + " 그리고 그는 3시에 OK 하고 갔다.", "ko").FirstOrDefault(), first);
            }
        }
    }

    [TestMethod]
    [DataRow("했다.😀 그리고 갔다.", "ko", 5)]
    [DataRow("했다!👍🏽😀 그리고 갔다.", "ko", 9)]
    [DataRow("Great!😀 And then.", "en", 8)]
    [DataRow("太好了！😀 然后走了。", "zh", 6)]
    [DataRow("했다.😀그리고 갔다.", "ko", 0)]
    public void Emoji_between_a_stop_and_a_blank_belong_to_the_sentence_before(string text, string language, int end) =>
        Assert.AreEqual(end, SentenceSplitter.Boundaries(text, language).FirstOrDefault(), text);

    [TestMethod]
    [DynamicData(nameof(KoreanCases))]
    public void Korean_paragraphs_end_their_sentences_where_readers_do(string id, string category, string paragraph, string offsets) =>
        Assert.AreEqual(offsets, string.Join(',', Starts(paragraph).Select(b => b.ToString(CultureInfo.InvariantCulture))), $"{id} ({category})");

    [TestMethod]
    [DynamicData(nameof(KoreanCases))]
    public void Decomposed_Hangul_is_split_in_the_same_places(string id, string category, string paragraph, string offsets)
    {
        var decomposed = paragraph.Normalize(NormalizationForm.FormD);
        var composed = Words(paragraph, "ko");
        CollectionAssert.AreEqual(composed, Words(decomposed, "ko").Select(w => w.Normalize(NormalizationForm.FormC)).ToList(), $"{id} {category} {offsets}");
    }

    /// <summary>News text of four languages; a bar stands where a sentence ends.</summary>
    private static IEnumerable<string[]> Paragraphs => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "sentences.txt")).Select(l => l.Split('\t'));

    [TestMethod]
    [DynamicData(nameof(Paragraphs))]
    public void News_text_ends_its_sentences_where_readers_do(string language, string marked)
    {
        var paragraph = marked.Replace("¦", "", StringComparison.Ordinal);
        Assert.AreEqual(string.Join('|', marked.Split('¦').Select(s => s.Trim())), string.Join('|', Words(paragraph, language)));
    }

    [TestMethod]
    [DataRow("\n")]
    [DataRow("\r\n")]
    [DataRow("  ")]
    [DataRow(" \n\t")]
    [DataRow("\u00A0")]
    [DataRow("\u2009")]
    [DataRow("\u202F")]
    [DataRow("\u3000")]
    public void White_space_is_one_space_to_the_rules_whatever_it_is_made_of(string blank)
    {
        foreach (var line in Paragraphs)
        {
            var (language, marked) = (line[0], line[1].Replace("¦", "", StringComparison.Ordinal).Replace('\u3000', ' '));
            // A line that begins with a dash or an emoji is the next item of a list.
            if (blank.Contains('\n', StringComparison.Ordinal) && (marked.AsSpan().IndexOfAny("-–—―") >= 0 || marked.Any(char.IsSurrogate)))
                continue;
            var spaced = Words(marked.Replace(" ", blank, StringComparison.Ordinal), language).Select(w => w.Replace(blank, " ", StringComparison.Ordinal));
            Assert.AreEqual(string.Join('|', Words(marked, language)), string.Join('|', spaced));
        }
    }

    [TestMethod]
    public void Decomposed_letters_of_any_language_are_split_in_the_same_places()
    {
        foreach (var line in Paragraphs)
        {
            // Angle brackets have other forms, too.
            var marked = line[1].Replace("¦", "", StringComparison.Ordinal).Normalize();
            var decomposed = Words(marked.Normalize(NormalizationForm.FormD), line[0]).Select(w => w.Normalize());
            Assert.AreEqual(string.Join('|', Words(marked, line[0])), string.Join('|', decomposed));
        }
    }

    [TestMethod]
    [DataRow("en", "It rose. Then it fell.", "It rose.|Then it fell.")]
    [DataRow("en", "Dr. Kim paid 3.5 dollars. He left at 5 p.m. on Monday.", "Dr. Kim paid 3.5 dollars.|He left at 5 p.m. on Monday.")]
    [DataRow("en", "It closes at 5 p.m. Bring water. It opens at 9 a.m. Monday, at 8 p.m. Korean time, at 7 p.m. KST.", "It closes at 5 p.m.|Bring water.|It opens at 9 a.m. Monday, at 8 p.m. Korean time, at 7 p.m. KST.")]
    [DataRow("en", "She moved to Washington, D.C. It rained. The U.S. Senate met. He left the U.S. In 2019 he came back.", "She moved to Washington, D.C.|It rained.|The U.S. Senate met.|He left the U.S.|In 2019 he came back.")]
    [DataRow("en", "The U.S. In Brief. He joined Acme Inc. The firm grew. Acme Inc. Chairman Lee spoke.", "The U.S. In Brief.|He joined Acme Inc.|The firm grew.|Acme Inc. Chairman Lee spoke.")]
    [DataRow("en", "J. He and S. So wrote it. Take vitamin C. The rest is luck. Mr. He agreed.", "J. He and S. So wrote it.|Take vitamin C.|The rest is luck.|Mr. He agreed.")]
    [DataRow("en", "\"It rose.\" He left.", "\"It rose.\"|He left.")]
    [DataRow("en", "Translated by A. B. Park. Edited by Jo Reed.", "Translated by A. B. Park.|Edited by Jo Reed.")]
    [DataRow("en", "It rose (by 3%. They said so.) in May. It fell.", "It rose (by 3%. They said so.) in May.|It fell.")]
    [DataRow("en", "\"It is over.\" - A. Kim, merchant. \"No.\" - \"Yes.\" He left.", "\"It is over.\" - A. Kim, merchant.|\"No.\"|- \"Yes.\"|He left.")]
    [DataRow("ko", "\"단속이 심하다.\" — 혜산시 상인 A씨", "\"단속이 심하다.\" — 혜산시 상인 A씨")]
    [DataRow("ko", "“왔다.” – 김 시인. 그는 갔다. — 끝", "“왔다.” – 김 시인.|그는 갔다.|— 끝")]
    [DataRow("ja", "「終わった。」――商人のA氏", "「終わった。」――商人のA氏")]
    [DataRow("jpn", "彼は「上がった。下がった。」と述べた。そして去った。", "彼は「上がった。下がった。」と述べた。|そして去った。", DisplayName = "a code of three letters")]
    [DataRow("kor", "그는 “쌀이 없다. 큰일이다.”라고 말했다. 그리고 갔다.", "그는 “쌀이 없다. 큰일이다.”라고 말했다.|그리고 갔다.", DisplayName = "Korean in three letters")]
    [DataRow("chi-TW", "価。上涨了。", "価。|上涨了。", DisplayName = "Chinese as libraries write it")]
    [DataRow("ja", "値上がりした。その後、下がった。", "値上がりした。|その後、下がった。")]
    [DataRow("ja", "彼は「上がった。下がった。」と述べた。そして去った。", "彼は「上がった。下がった。」と述べた。|そして去った。")]
    [DataRow("zh", "他说：“价格上涨了。”后来下跌了。", "他说：“价格上涨了。”|后来下跌了。")]
    [DataRow("zh", "消息人士说：“仓库满了，市场却是空的。米都去哪儿了？”另一名居民也这么说。", "消息人士说：“仓库满了，市场却是空的。米都去哪儿了？”|另一名居民也这么说。")]
    [DataRow("zh", "他说：“价格上涨了。”另一名商人同样表示。后来下跌了。", "他说：“价格上涨了。”|另一名商人同样表示。|后来下跌了。")]
    [DataRow("zh-Hant", "消息人士表示：「倉庫滿了。」其他居民也這麼說。", "消息人士表示：「倉庫滿了。」|其他居民也這麼說。")]
    [DataRow("ja", "消息筋はこう話した：「倉庫はいっぱいだ。」別の住民もそう話した。", "消息筋はこう話した：「倉庫はいっぱいだ。」|別の住民もそう話した。")]
    [DataRow("zh", "他说,“一定会赢。”大家鼓掌。", "他说,“一定会赢。”|大家鼓掌。")]
    [DataRow("zh", "記者問，“會贏嗎？”大家鼓掌。他喜歡，“春天。”那本書。", "記者問，“會贏嗎？”|大家鼓掌。|他喜歡，“春天。”那本書。")]
    [DataRow("ko", "그는 “네가 해라.” 말했다. 나는 갔다.", "그는 “네가 해라.” 말했다.|나는 갔다.")]
    [DataRow("ko", "“나는 못 한다.” 소리쳤다. “가라.” 문이 닫혔다.", "“나는 못 한다.” 소리쳤다.|“가라.”|문이 닫혔다.")]
    [DataRow("ko", "5'10\"의 키다. 그녀는 5'2\"이다. “됐다.” 그는 갔다.", "5'10\"의 키다.|그녀는 5'2\"이다.|“됐다.”|그는 갔다.")]
    [DataRow("en", "He is 5'10\" tall. She said, \"I am 5'2\".\" They left.", "He is 5'10\" tall.|She said, \"I am 5'2\".\"|They left.")]
    [DataRow("zh", "“价格上涨了。”他说。后来下跌了。", "“价格上涨了。”他说。|后来下跌了。")]
    [DataRow("ja", "申込は次の通り。（１）書類を書く。（２）送る。彼は言った。（笑）終わり。", "申込は次の通り。|（１）書類を書く。|（２）送る。|彼は言った。（笑）|終わり。")]
    [DataRow("zh", "办法如下。（一）洗米。（二）煮饭。(1)完。", "办法如下。|（一）洗米。|（二）煮饭。(1)|完。")]
    [DataRow("ja", "注1．単位は円。表１．人口。図２．面積だ。", "注1．単位は円。|表１．人口。|図２．面積だ。")]
    [DataRow("zh", "“加油！”声响彻全场。“加油！”声音很大。", "“加油！”声响彻全场。|“加油！”|声音很大。")]
    [DataRow("ko", "― 소감은.\n“기쁘다.”\n― 다음 목표는.\n“우승이다.”", "― 소감은.|“기쁘다.”|― 다음 목표는.|“우승이다.”")]
    [DataRow("ko", "- 소감은\n기쁘다\n- 다음은\n우승", "- 소감은\n기쁘다|- 다음은\n우승")]
    [DataRow("ko", "– 소감은. “기쁘다\n– 아니다.” 갔다.", "– 소감은.|“기쁘다\n– 아니다.”|갔다.")]
    [DataRow("ko", "-5도다.\n-3도\n— 끝", "-5도다.|-3도\n— 끝")]
    [DataRow("ja", "―― 次の目標は。\n「優勝です」\n――けがは？\n「大丈夫」", "―― 次の目標は。|「優勝です」|――けがは？|「大丈夫」")]
    [DataRow("ko", "합격!\n😀\n모두 축하합니다.", "합격!\n😀|모두 축하합니다.", DisplayName = "an emoji alone on its line")]
    [DataRow("ko", "합격!\r\n😀 모두 축하합니다.", "합격!\r\n😀|모두 축하합니다.", DisplayName = "one line with an emoji")]
    [DataRow("ko", "안내합니다.\n📌 때는 3시다.\n📌 곳은 서울이다.", "안내합니다.|📌 때는 3시다.|📌 곳은 서울이다.", DisplayName = "a list with emoji")]
    [DataRow("en", "— Why?\r\n“No.”\r\n— And then\r\nnothing", "— Why?|“No.”|— And then\r\nnothing")]
    [DataRow("en", "He came\n— as always —\n— late.", "He came\n— as always —\n— late.")]
    public void Other_languages_end_sentences_by_their_own_rules(string language, string paragraph, string sentences) =>
        Assert.AreEqual(sentences, string.Join('|', Words(paragraph, language)));

    [TestMethod]
    public void Spans_cover_every_text_exactly() =>
        Gen.String[Gen.OneOfConst("가나다라.?! …“”‘’\"'()[]「」\n\u2028^12 aA。、의:~▲ⓒ".ToCharArray())].Sample(text =>
        {
            foreach (var language in new[] { "ko", "en", "ja", "zh" })
            {
                var spans = SentenceSplitter.Split(text, language);
                var at = 0;
                foreach (var span in spans)
                {
                    Assert.AreEqual(at, span.Start);
                    Assert.IsGreaterThan(0, span.Length);
                    at += span.Length;
                }

                Assert.AreEqual(text.Length, at);
            }
        });

    /// <summary>Where the second and later sentences begin.</summary>
    private static IEnumerable<int> Starts(string paragraph) =>
        SentenceSplitter.Split(paragraph, "ko").Where(s => !s.IsSpace).Select(s => s.Start).Skip(1);

    private static List<string> Words(string paragraph, string language) =>
        [.. SentenceSplitter.Split(paragraph, language).Where(s => !s.IsSpace).Select(s => paragraph.Substring(s.Start, s.Length))];
}
