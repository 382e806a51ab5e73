using System.Collections.Immutable;
using System.Text;
using CsCheck;
using TransFlow.Core.Publishing;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Tests.Publishing;

[TestClass]
public sealed class HouseStyleTests
{
    private static readonly QuoteStyle American = new("“", "”", "‘", "’");
    private static readonly QuoteStyle French = new("«\u00A0", "\u00A0»", "“", "”");
    private static readonly QuoteStyle Japanese = new("「", "」", "『", "』");

    [TestMethod]
    [DataRow("the war on drugs and the state-of-the-art lab", "The War on Drugs and the State-of-the-Art Lab")]
    [DataRow("what NGO workers in the U.S. say: a report", "What NGO Workers in the U.S. Say: A Report")]
    [DataRow("iPhone prices don’t fall in the 2nd quarter", "iPhone Prices Don’t Fall in the 2nd Quarter")]
    [DataRow("what it is for", "What It Is For")]
    [DataRow("MARKET PRICES IN THREE CITIES", "Market Prices in Three Cities")]
    [DataRow("“the art of war” and after", "“The Art of War” and After")]
    [DataRow("who pays? the state does", "Who Pays? The State Does")]
    [DataRow("from 40 trucks a day to 15", "From 40 Trucks a Day to 15")]
    [DataRow("plan \"b\" of the north in \"the field\" of play", "Plan \"B\" of the North in \"The Field\" of Play")]
    [DataRow("an in-depth look by the on-site staff", "An In-Depth Look by the On-Site Staff")]
    [DataRow("between Seoul and Pyongyang", "Between Seoul and Pyongyang")]
    [DataRow("what does it look like up close?", "What Does It Look Like Up Close?")]
    [DataRow("rice prices up 20% in Chongjin, and so on", "Rice Prices Up 20% in Chongjin, and So On")]
    [DataRow("state-run shops vs. the markets", "State-Run Shops vs. the Markets")]
    [DataRow("state-run shops vs. a market", "State-Run Shops vs. a Market")]
    public void Title_case_is_that_of_English_newspapers(string typed, string expected) =>
        Assert.AreEqual(expected, Heading(new HouseStyle { HeadingCase = HeadingCase.Title }, "en", typed, "Nothing."));

    [TestMethod]
    [DataRow("Market Prices in Three Cities", "Market prices in three cities")]
    [DataRow("Sinuiju Market Prices", "Sinuiju market prices")]
    [DataRow("MARKET PRICES IN SINUIJU", "Market prices in Sinuiju")]
    [DataRow("prices of NGO Cities", "Prices of NGO cities")]
    [DataRow("Why Unknown Words Stay", "Why Unknown Words Stay")]
    [DataRow("State-run shops vs. markets", "State-run shops vs. markets")]
    public void Sentence_case_takes_capitals_only_from_what_the_article_writes_without_them(string typed, string expected) =>
        Assert.AreEqual(expected, Heading(new HouseStyle { HeadingCase = HeadingCase.Sentence }, "en", typed, "We saw market prices in three cities near Sinuiju, and the NGO too."));

    [TestMethod]
    public void A_heading_in_capitals_of_which_nothing_tells_the_names_is_left_and_told_of()
    {
        var page = Make("## 제목\n\n글이다.\n", new HouseStyle { HeadingCase = HeadingCase.Sentence }, "en", "PYONGYANG BURNS", "Nothing.");
        Assert.Contains("## PYONGYANG BURNS", page.Markdown);
        Assert.Contains("heading-case-unclear", page.Findings.Select(f => f.Check).ToList());
    }

    [TestMethod]
    [DataRow("de", "Straße und Öl", "STRASSE UND ÖL")]
    [DataRow("tr", "istanbul ışık", "İSTANBUL IŞIK")]
    [DataRow("en", "the iPhone and the NGO", "THE iPhone AND THE NGO")]
    [DataRow("ja", "NGOのiPhone report", "NGOのiPhone report")]
    [DataRow("ko", "ngo 보고서", "ngo 보고서")]
    public void Capitals_are_those_of_the_language(string language, string typed, string expected) =>
        Assert.AreEqual(expected, Heading(new HouseStyle { HeadingCase = HeadingCase.Upper, Protected = ["iPhone"] }, language, typed, "Nothing."));

    [TestMethod]
    public void Case_goes_through_emphasis_and_links_and_touches_no_code()
    {
        var page = Make("## **쌀** [값](https://example.com/Abc \"t\")과 `code` 이야기\n\n글이다.\n", new HouseStyle { HeadingCase = HeadingCase.Title }, "en", "{1}ri{/1}ce {2}prices of rice{/2} and {3/} a story", "t", "Nothing.");
        Assert.Contains("## **Ri**ce [Prices of Rice](https://example.com/Abc \"t\") and `code` a Story", page.Markdown);
    }

    [TestMethod]
    [DataRow("He said \"yes\" and 'no'.", "He said “yes” and “no”.")]
    [DataRow("\"They said 'go', and we went,\" she said.", "“They said ‘go’, and we went,” she said.")]
    [DataRow("«Ils ont dit “non”», dit-il.", "“Ils ont dit ‘non’”, dit-il.")]
    [DataRow("「『はい』と言った」と彼は言う。『題名』を読む。", "“‘はい’と言った”と彼は言う。『題名』を読む。")]
    [DataRow("„Ja“, sagte er.", "“Ja”, sagte er.")]
    [DataRow("It's 5' 10\" in the '90s; the workers' rights, rock 'n' roll.", "It’s 5' 10\" in the ’90s; the workers’ rights, rock ’n’ roll.")]
    [DataRow("She told 'em to wait. The traders' demands grew.", "She told ’em to wait. The traders’ demands grew.")]
    [DataRow("It was 'til dawn that the guards' shift lasted.", "It was ’til dawn that the guards’ shift lasted.")]
    [DataRow("'Twas \"bad,\" he said. Rock 'n' roll in the '90s.", "’Twas “bad,” he said. Rock ’n’ roll in the ’90s.")]
    [DataRow("Tell ‘em “no” now.", "Tell ‘em “no” now.")]
    [DataRow("It was 'round noon when the traders' demands grew.", "It was 'round noon when the traders' demands grew.")]
    [DataRow("'Emma left,' he said.", "“Emma left,” he said.")]
    [DataRow("\"I can't,\" she said.", "“I can’t,” she said.")]
    [DataRow("It’s the workers’ “right” of ’89.", "It’s the workers’ “right” of ’89.")]
    [DataRow("She cited ‘the workers’ rights’ twice.", "She cited “the workers’ rights” twice.")]
    [DataRow("“It goes on in the next paragraph.", "“It goes on in the next paragraph.")]
    [DataRow("\"It does not pair up.", "\"It does not pair up.")]
    [DataRow("A “b ‘c” d’ e.", "A “b ‘c” d’ e.")]
    [DataRow("He \"said\" [gallery ids=\"1,2\" size='wide'] it.", "He “said” [gallery ids=\"1,2\" size='wide'] it.")]
    [DataRow("[caption id=\"attachment_6\"]A \"market\"[/caption]", "[caption id=\"attachment_6\"]A “market”[/caption]")]
    [DataRow("[embed width = \"1\"]https://example.com[/embed] \"no\"", "[embed width = \"1\"]https://example.com[/embed] “no”")]
    public void Quotation_marks_become_those_of_the_house_and_apostrophes_round(string typed, string expected) =>
        Assert.AreEqual(expected, Paragraph(new HouseStyle { Quotes = American }, "en", typed));

    [TestMethod]
    public void Spaces_inside_quotation_marks_come_and_go_with_them()
    {
        Assert.AreEqual("Il dit «\u00A0oui, “non”\u00A0».", Paragraph(new HouseStyle { Quotes = French }, "fr", "Il dit “oui, ‘non’”."));
        Assert.AreEqual("Il dit “oui”.", Paragraph(new HouseStyle { Quotes = American }, "fr", "Il dit «\u00A0oui\u00A0»."));
        Assert.AreEqual("彼は「はい」と言う。", Paragraph(new HouseStyle { Quotes = Japanese }, "ja", "彼は“はい”と言う。"));
    }

    [TestMethod]
    public void Quotation_marks_in_code_addresses_and_attributes_are_none()
    {
        var page = Make("그는 `\"x\"` [말](https://example.com/\"a\")했다. <img alt=\"그 \'림\'\" src=\"a.png\">\n", new HouseStyle { Quotes = American }, "en", "He {1/} {2}\"said\"{/2} it. {3/}", "The 'picture'");
        Assert.Contains("`\"x\"`", page.Markdown);
        Assert.Contains("[“said”](https://example.com/\"a\")", page.Markdown);
        Assert.Contains("alt=\"The &#39;picture&#39;\"", page.Markdown);
        page = Make("![사진](/a.jpg){width=\"50%\" data-x='it'} \"글\"\n", new HouseStyle { Quotes = American }, "en", "Photo", "\"Words\"");
        Assert.AreEqual("![Photo](/a.jpg){width=\"50%\" data-x='it'} “Words”\n", page.Markdown);
    }

    [TestMethod]
    public void What_a_page_tells_of_a_correction_is_one_line_with_the_marks_of_the_house()
    {
        var (source, edition) = Edition("글이다.\n", "en", ["Words."]);
        edition = edition with { Notices = [new Notice(CorrectionKind.Correction, "It said \"no\"\r\nby  mistake.", new DateOnly(2026, 3, 2))] };
        var page = new EditionPage(new HouseStyle { Quotes = American, Correction = "*{correction}*" }, null).Make(source, edition, new Credits([], []), "x.md").Value!;
        Assert.Contains("*It said “no” by mistake.*", page.Markdown.Replace("\\", "", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("See https://e.org/bike-prices.", "See https://e.org/bike-prices.")]
    [DataRow("See https://e.org/a_b*c~d?e=1&f#g, not 5*3.", "See [https://e.org/a\\_b\\*c\\~d?e=1&amp;f\\#g](<https://e.org/a_b*c~d?e=1&f#g>), not 5\\*3.")]
    [DataRow("见https://e.org/a_b。再见（http://e.org/c_d）谢谢", "见[https://e.org/a\\_b](<https://e.org/a_b>)。再见（[http://e.org/c\\_d](<http://e.org/c_d>)）谢谢")]
    [DataRow("(http://e.org/a_b) A_b & c", "([http://e.org/a\\_b](<http://e.org/a_b>)) A\\_b &amp; c")]
    public void An_address_in_a_line_of_a_correction_is_the_address(string said, string expected)
    {
        var (source, edition) = Edition("글이다.\n", "en", ["Words."]);
        edition = edition with { Notices = [new Notice(CorrectionKind.Correction, said, new DateOnly(2026, 3, 2))] };
        var page = new EditionPage(new HouseStyle { Correction = "{correction}" }, null).Make(source, edition, new Credits([], []), "x.md").Value!;
        Assert.Contains(expected + "\n", page.Markdown);
    }

    [TestMethod]
    [DataRow("he", "צה\"ל וארה\"ב הודיעו", "צה\"ל וארה\"ב הודיעו")]
    [DataRow("he", "\"צה\"ל יפעל\", אמר השר", "“צה\"ל יפעל”, אמר השר")]
    [DataRow("ko", "그는 \"따도 손해\"라고 말했다.", "그는 “따도 손해”라고 말했다.")]
    [DataRow("ja", "彼は\"Yes\"と言う。", "彼は“Yes”と言う。")]
    [DataRow("ko", "정부는 '강경' 노선을 '유지'한다고 했다.", "정부는 “강경” 노선을 “유지”한다고 했다.")]
    [DataRow("ko", "\"그는 '싫다'고 했다\"고 전했다.", "“그는 ‘싫다’고 했다”고 전했다.")]
    [DataRow("ko", "'90년대'와 '80년대'", "“90년대”와 “80년대”")]
    [DataRow("zh", "他说'好'的", "他说“好”的")]
    [DataRow("zh", "政府称'强硬'路线'不变'。", "政府称“强硬”路线“不变”。")]
    [DataRow("zh", "\"他说'不'了\"", "“他说‘不’了”")]
    [DataRow("en", "Rock 'n' roll of the '90s, the workers' own.", "Rock ’n’ roll of the ’90s, the workers’ own.")]
    [DataRow("en", "\"She said\" — \"no\" (\"never\").", "“She said” — “no” (“never”).")]
    public void A_straight_mark_between_two_letters_is_no_quotation_mark_where_words_are_set_apart(string language, string typed, string expected) =>
        Assert.AreEqual(expected, Paragraph(new HouseStyle { Quotes = American }, language, typed));

    [TestMethod]
    [DataRow("\"He said \"no\" again,\" she said.")]
    [DataRow("\"They call it \"the wall\", you know.\"")]
    [DataRow("'He said 'no' again,' she said.")]
    [DataRow("The wall\" is high, \"they said\".")]
    [DataRow("An \"English\"man said it \"twice.")]
    public void Straight_marks_that_open_where_one_has_to_close_are_left_and_told_of(string typed)
    {
        var page = Make("글이다.\n", new HouseStyle { Quotes = American }, "en", typed);
        Assert.AreEqual(typed + "\n", page.Markdown.Replace("\\", "", StringComparison.Ordinal));
        Assert.Contains("quotes-unclear", page.Findings.Select(f => f.Check).ToList());
    }

    [TestMethod]
    [DataRow("물가는 <https://s.example/ko/prices> 에 있다.", "Prices are at {1/}.", "Prices are at <https://s.example/en/prices>.", DisplayName = "between angle brackets")]
    [DataRow("물가는 https://s.example/ko/prices 에 있다.", "Prices are at {1/}.", "Prices are at https://s.example/en/prices.", DisplayName = "bare")]
    [DataRow("물가는 [https://s.example/ko/prices](https://s.example/ko/prices) 에 있다.", "Prices are at {1}{2/}{/1}.", "Prices are at [https://s.example/en/prices](https://s.example/en/prices).", DisplayName = "as the words of its link")]
    [DataRow("물가는 <a href=\"https://s.example/ko/prices\">여기</a> 있다.", "Prices are {1/}here{2/}.", "Prices are <a href=\"https://s.example/en/prices\">here</a>.", DisplayName = "in a tag")]
    [DataRow("<p>물가는 <a class='x' href='https://s.example/ko/prices'>여기</a> 있다.</p>", "Prices are {1/}here{2/}.", "<p>Prices are <a class='x' href='https://s.example/en/prices'>here</a>.</p>", DisplayName = "in a block of HTML")]
    [DataRow("글이다.\n\n<https://s.example/ko/a>\n\nhttps://s.example/ko/b\n\n<div><a href=\"https://s.example/ko/c\"><img src=\"https://s.example/ko/d.png\"></a></div>", "Words.",
        "Words.\n\n<https://s.example/en/a>\n\nhttps://s.example/en/b\n\n<div><a href=\"https://s.example/en/c\"><img src=\"https://s.example/ko/d.png\"></a></div>", DisplayName = "without words around them, pictures excepted")]
    [DataRow("물가는 `https://s.example/ko/prices` 에 있다.", "Prices are at {1/}.", "Prices are at `https://s.example/ko/prices`.", DisplayName = "in code, where it is none")]
    public void Addresses_change_by_the_rules_wherever_they_stand(string source, string target, string expected) =>
        Assert.AreEqual(expected + "\n", Make(source + "\n", new HouseStyle { Links = Links() }, "en", target).Markdown);

    [TestMethod]
    public void Addresses_change_in_words_that_stay_the_sources_too()
    {
        var source = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes("물가는 https://s.example/ko/a 와 <https://s.example/ko/b> 에 있다.\n"), "a.md", new ExtractionOptions("ko")).Value!;
        var weaving = MarkdownWeaver.Weave(source, new Dictionary<string, ImmutableArray<Content?>>(), new WeaveOptions("en") { LinkTarget = a => a.Replace("/ko/", "/en/", StringComparison.Ordinal) });
        Assert.IsEmpty(weaving.Findings);
        Assert.AreEqual("물가는 https://s.example/en/a 와 <https://s.example/en/b> 에 있다.\n", weaving.Text);
    }

    [TestMethod]
    public void A_sentence_of_the_credits_that_is_left_out_leaves_no_gap()
    {
        var (source, edition) = Edition("글이다.\n", "en", ["Words."]);
        var page = new EditionPage(new HouseStyle { Credits = "*By {translators}. Read by {editors}. All rights reserved.*" }, null).Make(source, edition, new Credits(["Mina Park"], []), "x.md").Value!;
        Assert.Contains("*By Mina Park. All rights reserved.*", page.Markdown);
    }

    [TestMethod]
    [DataRow("*By {translators}.* *Read by {editors}.*", "*By Mina Park.*")]
    [DataRow("*Read by {editors}.* *By {translators}.*", "*By Mina Park.*")]
    [DataRow("**Read by {editors}.** By {translators}.", "By Mina Park.")]
    [DataRow("<p class=\"credits\">By {translators}. Read by {editors}.</p>", "<p class=\"credits\">By Mina Park.</p>")]
    [DataRow("<p class=\"credits\"><span>By {translators}.</span><br><span>Read by {editors}.</span></p>", "<p class=\"credits\"><span>By Mina Park.</span><br></p>")]
    [DataRow("*By {translators}. Read by {editors}.*\n\n*Thanks.*", "*By Mina Park.*\n\n*Thanks.*")]
    [DataRow("*By {translators}.*\n\n*Read by {editors}.*\n\n*Thanks.*", "*By Mina Park.*\n\n*Thanks.*")]
    [DataRow("*Read by {editors}.*\n\n*By {translators}.*", "*By Mina Park.*")]
    [DataRow("(By {translators}. Read by {editors}.)", "(By Mina Park.)")]
    [DataRow("- By {translators}\n- Read by {editors}\n- Thanks", "- By Mina Park\n- Thanks")]
    [DataRow("By {translators}  \nRead by {editors}", "By Mina Park")]
    [DataRow("By {translators}. [Read by {editors}.](/people/) Thanks to 5 \\* 3 people.", "By Mina Park. Thanks to 5 \\* 3 people.")]
    public void The_marks_of_a_sentence_of_the_credits_go_with_it_and_no_others(string template, string expected)
    {
        var (source, edition) = Edition("글이다.\n", "en", ["Words."]);
        var page = new EditionPage(new HouseStyle { Credits = template }, null).Make(source, edition, new Credits(["Mina Park"], []), "x.md").Value!;
        Assert.AreEqual($"Words.\n\n{expected}\n", page.Markdown);
    }

    [TestMethod]
    public void Marks_that_do_not_pair_up_are_told_of() =>
        Assert.Contains("quotes-unclear", Make("글이다.\n", new HouseStyle { Quotes = American }, "en", "A “b ‘c” d’ e.").Findings.Select(f => f.Check).ToList());

    [TestMethod]
    [DataRow("MMMM d, yyyy", "2026-11-26", "November 26, 2026")]
    [DataRow("MMM d, yyyy", "2023-09-20T18:40:00+09:00", "Sept. 20, 2023")]
    [DataRow("yyyy年M月d日", "2026-11-26 08:00:00 +0900", "2026年11月26日")]
    [DataRow("yyyy年M月d日", "2026-11-25T23:00:00Z", "2026年11月26日")]
    [DataRow("yyyy年M月d日", "2024-12-31T23:30:00.500Z", "2025年1月1日")]
    [DataRow("yyyy年M月d日", "2024-12-31 23:30:00.5 -11:00", "2025年1月1日")]
    [DataRow("yyyy年M月d日", "2024-12-31T23:30Z", "2025年1月1日")]
    [DataRow("yyyy年M月d日", "2024-12-31 23:30 UTC", "2025年1月1日")]
    [DataRow("yyyy年M月d日", "2024-12-31 23:30:00 -11", "2025年1月1日")]
    [DataRow("d 'de' MMMM yyyy", "2026-11-26 07:00:00", "26 de November 2026")]
    public void Days_are_written_as_the_language_writes_them_and_told_in_the_newsrooms_zone(string pattern, string value, string expected)
    {
        var form = new DateForm(pattern, TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul")) { Months = PageLanguage.Of("en").Months, ShortMonths = PageLanguage.Of("en").ShortMonths };
        Assert.IsNull(form.Problem);
        Assert.AreEqual(expected, form.Of(value));
    }

    [TestMethod]
    [DataRow("yyyy-MM")]
    [DataRow("MMMM d, yyyy")]
    [DataRow("yyyy M d HH")]
    [DataRow("the d MM yyyy")]
    public void A_form_of_days_that_says_nothing_is_a_problem(string pattern) => Assert.IsNotNull(new DateForm(pattern, TimeZoneInfo.Utc).Problem);

    [TestMethod]
    [DataRow("en", "*By Mina and Jonas. Read by Aoi, Ren and A\\*.*")]
    [DataRow("de", "*By Mina und Jonas. Read by Aoi, Ren und A\\*.*")]
    [DataRow("ja", "*By Mina、Jonas. Read by Aoi、Ren、A\\*.*")]
    [DataRow("ko", "*By Mina·Jonas. Read by Aoi·Ren·A\\*.*")]
    [DataRow("xx", "*By Mina, Jonas. Read by Aoi, Ren, A\\*.*")]
    public void Several_names_are_joined_as_the_language_joins_them(string language, string line)
    {
        var (source, edition) = Edition("글이다.\n", language, ["Words."]);
        var style = new HouseStyle { Credits = "*By {translators}. Read by {editors}.*" };
        string Page(HouseStyle style) => new EditionPage(style, null).Make(source, edition, new Credits(["Mina", "Jonas"], ["Aoi", "Ren", "A*"]), "x.md").Value!.Markdown;
        Assert.Contains(line, Page(style));
        Assert.Contains("By Mina & Jonas. Read by Aoi / Ren & A", Page(style with { Names = NameList.Of(["A & B", "A / B & C"]) }));
    }

    [TestMethod]
    public void The_articles_day_stands_in_credits_and_front_matter_where_it_is_known()
    {
        var style = new HouseStyle
        {
            Credits = "*Published {date}. Edited by {editors}.*",
            Date = new DateForm("yyyy年M月d日", TimeZoneInfo.Utc),
            Set = [new FrontMatterEdit("shown_date", ["{date}"])],
        };
        var page = Make("---\ntitle: 제목\ndate: 2026-11-26\n---\n\n글이다.\n", style, "en", "A title", "Words.").Markdown;
        Assert.Contains("*Published 2026年11月26日. Edited by Jonas Reed.*", page);
        Assert.Contains("shown_date: \"2026年11月26日\"", page);
        page = Make("---\ntitle: 제목\n---\n\n글이다.\n", style, "en", "A title", "Words.").Markdown;
        Assert.Contains("*Edited by Jonas Reed.*", page);
        Assert.DoesNotContain("shown_date", page);
    }

    [TestMethod]
    public void A_lead_picture_without_a_caption_of_its_own_gets_that_of_the_front_matter_with_its_credit()
    {
        const string Head = "---\ntitle: 제목\nimage:\n  path: /a.jpg\n  caption: 설명*\n";
        var style = new HouseStyle { Caption = "*{caption} (Photo: {credit})*" };
        Assert.Contains("![Alt](/a.jpg)\n\n*A caption\\* (Photo: A friend)*\n\nWords.", Make(Head + "  credit: 친구\n---\n\n![그림](/a.jpg)\n\n글이다.\n", style, "en", "T", "A caption*", "A friend", "Alt", "Words.").Markdown);
        Assert.Contains("![Alt](/a.jpg)\n\n*A caption\\**\n\nWords.", Make(Head + "---\n\n![그림](/a.jpg)\n\n글이다.\n", style, "en", "T", "A caption*", "Alt", "Words.").Markdown);
        Assert.DoesNotContain("(Photo", Make(Head + "  credit: 친구\n---\n\n![그림](/a.jpg)\n*설명이다.*\n\n글이다.\n", style, "en", "T", "A caption*", "A friend", "Alt", "Own.", "Words.").Markdown);
    }

    [TestMethod]
    [DataRow(TranslationKeyPreset.Hugo, "---\ntitle: 제목\nslug: story\n---\n\n글이다.\n", "translationKey: story-1|hreflang: [\"ko https://s.example/ko/story\", \"en https://s.example/en/story\"]")]
    [DataRow(TranslationKeyPreset.Jekyll, "---\ntitle: 제목\nslug: story\n---\n\n글이다.\n", "ref: story-1|lang: en|hreflang: [\"ko https://s.example/ko/story\", \"en https://s.example/en/story\"]")]
    [DataRow(TranslationKeyPreset.Auto, "+++\ntitle = \"제목\"\nslug = \"story\"\n+++\n\n글이다.\n", "translationKey = \"story-1\"|hreflang = [\"ko https://s.example/ko/story\", \"en https://s.example/en/story\"]")]
    [DataRow(TranslationKeyPreset.WordPress, "---\ntitle: 제목\n---\n\n글이다.\n", "title: A title\ncustom_fields:\n  translation_key: story-1\n  lang: en\n  hreflang: [\"ko https://s.example/ko/story\", \"en https://s.example/en/story\"]\ntranslators:")]
    [DataRow(TranslationKeyPreset.WordPress, "+++\ntitle = '제목'\n+++\n\n글이다.\n", "[custom_fields]\ntranslation_key = \"story-1\"\nlang = \"en\"\n")]
    [DataRow(TranslationKeyPreset.WordPress, "{\n  \"title\": \"제목\"\n}\n\n글이다.\n", "\"custom_fields\": { \"translation_key\": \"story-1\", \"lang\": \"en\",")]
    [DataRow(TranslationKeyPreset.Auto, "---\npost_title: 제목\ncustom_fields:\n  lang: ko\n  translation_key: k\n---\n\n글이다.\n", "custom_fields:\n  lang: en\n  translation_key: k\n")]
    [DataRow(TranslationKeyPreset.Hugo, "---\npost_title: 제목\nlang: ko\n---\n\n글이다.\n", "\nlang: en\n")]
    [DataRow(TranslationKeyPreset.WordPress, "---\ntitle: 제목\ncustom_fields:\n  lang: ko\n---\n\n글이다.\n", "custom_fields:\n  lang: en\n")]
    [DataRow(TranslationKeyPreset.Hugo, "---\npost_title: 제목\nlocale: ko_KR\nlanguage: ko-kr\nparams:\n  lang: ko-KR\n---\n\n글이다.\n", "\nlocale: en\nlanguage: en\nparams:\n  lang: en\n")]
    [DataRow(TranslationKeyPreset.Hugo, "---\npost_title: 제목\nlang: korean\n---\n\n글이다.\n", "\nlang: korean\n")]
    [DataRow(TranslationKeyPreset.Auto, "{\n  \"title\": \"제목\",\n  \"slug\": \"story\"\n}\n\n글이다.\n", "\"translationKey\": \"story-1\"|\"hreflang\": [\"ko https://s.example/ko/story\", \"en https://s.example/en/story\"]")]
    public void Pages_are_joined_with_those_of_other_languages_by_the_sites_own_keys(TranslationKeyPreset preset, string source, string expected)
    {
        var style = new HouseStyle { TranslationKeys = preset, ReadIn = "[Read]({source_url})", Links = Links() };
        var page = Make(source, style, "en", "A title", "Words.").Markdown;
        foreach (var line in expected.Split('|'))
            Assert.Contains(line, page);
    }

    [TestMethod]
    public void The_original_is_named_only_by_a_page_that_links_to_it()
    {
        var page = Make("---\ntitle: 제목\n---\n\n글이다.\n", new HouseStyle { TranslationKeys = TranslationKeyPreset.Hugo, Links = Links() }, "en", "A title", "Words.");
        Assert.DoesNotContain("/ko/", page.Markdown);
        Assert.IsNull(page.Original);
        Assert.AreEqual("https://s.example/en/story", page.Address);
    }

    [TestMethod]
    [DataRow("```\nnot closed")]
    [DataRow("<!-- not closed")]
    [DataRow("{{< box >}}\n\nfine")]
    public void A_line_of_the_house_that_swallows_what_follows_is_refused(string line)
    {
        var (source, edition) = Edition("---\ntitle: 제목\nimage:\n  path: /a.jpg\n  caption: 설명\n---\n\n![그림](/a.jpg)\n\n글이다.\n", "en", ["T", "C", "Alt", "Words."]);
        var outcome = new EditionPage(new HouseStyle { Caption = "{caption}\n\n" + line }, null).Make(source, edition, new Credits([], []), "x.md");
        if (line.EndsWith("fine", StringComparison.Ordinal))
            Assert.Contains("Words.", outcome.Value!.Markdown);
        else
            Assert.Contains("markup that is not closed", outcome.Refusal!.Message);
    }

    /// <summary>Whatever a style does, the page reads as the one without it: blocks, codes, figures, letters but for their case.</summary>
    [TestMethod]
    public void A_link_with_nothing_in_it_goes_out_of_the_page_unless_it_has_a_title()
    {
        string Woven(string source, params string[] targets) => Make(source, new HouseStyle(), "en", targets).Markdown;
        Assert.AreEqual("It fell. See.\n", Woven("내렸고 [기사](https://example.com/a_b)를 보라.\n", "It fell. See{1}{/1}."));
        Assert.AreEqual("It **fell**  .\n\n[r]: https://example.com/\n", Woven("[그것][r]이 **내렸다**.\n\n[r]: https://example.com/\n", "It {2}fell{/2} {1} {/1}."));
        Assert.AreEqual("See[](https://example.com \"T\").\n", Woven("[기사](https://example.com \"제목\")를 보라.\n", "See{1}{/1}.", "T"));
        Assert.AreEqual("[](https://example.com)Here.\n", Woven("[](https://example.com)여기다.\n", "{1}{/1}Here."));
    }

    [TestMethod]
    public void A_style_changes_capitals_and_quotation_marks_alone()
    {
        var pieces = Gen.OneOfConst("\"", "'", "“", "”", "‘", "’", "«", "»", "「", "」", " ", ", ", "the ", "NGO", "iPhone ", "ß", "5", "’s", "don't ", ". ", "{1}", "{/1}", "ﬁ", "İ", "—", "*", "_", "# ");
        var styles = Gen.Select(Gen.Enum<HeadingCase>(), Gen.OneOfConst<QuoteStyle?>(null, American, French, Japanese), (c, q) => new HouseStyle { HeadingCase = c, Quotes = q });
        Gen.Select(styles, pieces.Array[1, 14], pieces.Array[1, 14]).Sample((style, heading, paragraph) =>
        {
            var (first, second) = (Sound(heading), Sound(paragraph));
            var plain = Try("## **제목** 하나\n\n이것은 **글**이다.\n", new HouseStyle(), first, second);
            var styled = Try("## **제목** 하나\n\n이것은 **글**이다.\n", style, first, second);
            Assert.AreEqual(plain is null, styled is null);
            if (plain is not null)
                Assert.AreEqual(Essence(plain), Essence(styled!), $"{first} | {second}");
        }, iter: 400, threads: 1);
    }

    private static string Sound(string[] pieces)
    {
        var text = string.Concat(pieces.Where(p => p is not ("{1}" or "{/1}")));
        return "{1}x{/1} " + text + " end";
    }

    private static string Essence(string page) =>
        string.Concat(page.Replace("ß", "SS", StringComparison.Ordinal).Where(c => !char.IsWhiteSpace(c) && !"\"'“”„‟‘’‚‛«»‹›「」『』\\".Contains(c, StringComparison.Ordinal)).Select(char.ToUpperInvariant)).Replace('İ', 'I');

    private static string? Try(string source, HouseStyle style, params string[] targets)
    {
        var (extraction, edition) = Edition(source, "en", targets);
        return new EditionPage(style, null).Make(extraction, edition, new Credits([], []), "x.md").Value?.Markdown;
    }

    private static string Heading(HouseStyle style, string language, string heading, string paragraph) =>
        Make("## 제목\n\n글이다.\n", style, language, heading, paragraph).Markdown.Split('\n')[0][3..];

    private static string Paragraph(HouseStyle style, string language, string paragraph) => System.Net.WebUtility.HtmlDecode(Make("글이다.\n", style, language, paragraph).Markdown.TrimEnd('\n').Replace("\\", "", StringComparison.Ordinal));

    private static ImmutableSortedDictionary<string, string> Links() => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("https://s.example/ko/", "https://s.example/en/")]);

    private static Publication Make(string source, HouseStyle style, string language, params string[] targets)
    {
        var (extraction, edition) = Edition(source, language, targets);
        var outcome = new EditionPage(style, "https://s.example/ko/story", "https://s.example").Make(extraction, edition, new Credits(["Mina Park"], ["Jonas Reed"]), "x.md");
        return outcome.Try(out var page, out var refusal) ? page : throw new AssertFailedException(refusal.ToString());
    }

    /// <summary>An edition whose units have these targets, each in its unit's first segment.</summary>
    private static (Extraction Source, Edition Edition) Edition(string source, string language, string[] targets)
    {
        var extraction = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(source), "a.md", new ExtractionOptions("ko")).Value!;
        Assert.HasCount(targets.Length, extraction.Units, string.Join(" | ", extraction.Units.Select(u => $"{u.Name}: {u.Text}")));
        var words = extraction.Units.Zip(targets).ToDictionary(u => u.First.Id, u => Content.Parse(u.Second), StringComparer.Ordinal);
        var edition = EditionRevision.Begin("story-1", language, extraction, Route.Of("default", ["translate", "edit"]).Value!);
        return (extraction, edition with { Segments = [.. edition.Segments.Select(s => s with { Target = s.Index == 0 ? words[s.UnitId] : Content.Empty })] });
    }
}
