using System.Collections.Immutable;
using System.Text;
using CsCheck;
using TransFlow.Core.Publishing;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Core.Tests.Newsroom;

namespace TransFlow.Core.Tests.Publishing;

/// <summary>Whatever somebody types into a page, it leads back to segments or is told not to.</summary>
[TestClass]
public sealed class HandChangesTests
{
    private static readonly Credits Named = new(["Mina Park"], ["Jonas Reed"]);

    [TestMethod]
    public void Words_changed_anywhere_go_back_so_that_the_next_page_is_the_changed_one()
    {
        var rooms = Sample.Articles.SelectMany(a => Styles().Select(s => new Room(a, s))).ToList();
        var change = Gen.Select(Gen.Int[0, 10_000], Gen.OneOfConst("other", "", "two words", "“said”", "no,", "3 * 4", "a_b", "Ünï"));
        Gen.Select(Gen.Int[0, rooms.Count - 1], change.Array[1, 4]).Sample((which, changes) =>
        {
            var room = rooms[which];
            var hand = changes.Aggregate(room.Page, (page, c) => Changed(page, c.Item1, c.Item2));
            var found = room.Find(hand);
            Assert.IsTrue(found.All(c => c.Bar is null != c.New is null));
            if (found.All(c => c.Bar is null) && hand != room.Page)
            {
                Assert.IsNotEmpty(found, hand);
                var again = room.With(found);
                // Signs that Markdown would take for its own are escaped anew; the words are the same.
                Assert.AreEqual(Plain(hand), Plain(again));
            }
        }, iter: 600, threads: 1);
    }

    [TestMethod]
    public void A_page_that_nobody_changed_has_no_changes()
    {
        foreach (var room in Sample.Articles.SelectMany(a => Styles().Select(s => new Room(a, s))))
            Assert.IsEmpty(room.Find(room.Page));
    }

    [TestMethod]
    public void A_change_of_markup_is_told_although_no_segment_has_it()
    {
        var room = new Room("envoys-phone-talks", Sample.English);
        Assert.Contains("{{< figure ", room.Page);
        Assert.AreEqual(HandChangeBar.Markup, room.Find(room.Page.Replace("{{< figure ", "{{< gallery ", StringComparison.Ordinal)).Single().Bar);
        Assert.AreEqual(HandChangeBar.Markup, room.Find(room.Page.Replace("* The repatriation", "+ The repatriation", StringComparison.Ordinal)).Single().Bar);
    }

    [TestMethod]
    public void Signs_that_publishing_escapes_are_no_change_beside_the_words()
    {
        var room = new Room("envoys-phone-talks", Sample.English);
        Assert.AreEqual("The call 3 * 4 began", room.Find(room.Page.Replace("The call began", "The call 3 * 4 began", StringComparison.Ordinal)).Single().New!.Text[..20]);
    }

    [TestMethod]
    public void What_the_house_style_became_since_the_page_was_published_is_no_change()
    {
        var room = new Room("autumn-rice-prices", Sample.English with { HeadingCase = HeadingCase.Upper, Quotes = new QuoteStyle("“", "”", "‘", "’") });
        var today = Sample.English with { HeadingCase = HeadingCase.AsTyped, Quotes = new QuoteStyle("«", "»", "‹", "›"), Credits = "*{translators}*", Boilerplate = [] };
        Assert.IsEmpty(room.Find(room.Page, today));
        var change = room.Find(room.Page.Replace("rice has gone?” he asked", "rice has vanished?” he asked", StringComparison.Ordinal), today).Single();
        Assert.AreEqual(change.Old!.ToString().Replace("has gone", "has vanished", StringComparison.Ordinal), change.New!.ToString());
        room = new Room("## 제목\n\n글이다.\n", new HouseStyle { HeadingCase = HeadingCase.Upper }, ["Why they fell", "Words."]);
        var closed = new Room("## 제목\n\n글이다.\n", new HouseStyle { HeadingCase = HeadingCase.Upper }, ["Die Straße in Hyesan", "Words."]);
        Assert.AreEqual("Die Straße in MUSAN", closed.Find(closed.Page.Replace("HYESAN", "MUSAN", StringComparison.Ordinal), today).Single().New!.Text);
        Assert.AreEqual("Why they ALL fell", room.Find(room.Page.Replace("THEY", "THEY ALL", StringComparison.Ordinal), today).Single().New!.Text);
    }

    [TestMethod]
    public void Words_typed_in_another_case_or_with_other_marks_than_the_styles_are_offered_and_these_alone_are_told()
    {
        var room = new Room("## 제목\n\n글이다.\n", new HouseStyle { HeadingCase = HeadingCase.Upper, Quotes = new QuoteStyle("“", "”", "‘", "’") }, ["Why they fell", "He said \"no\" once."]);
        Assert.AreEqual("Why prices fell", room.Find(room.Page.Replace("WHY THEY FELL", "Why prices fell", StringComparison.Ordinal)).Single().New!.Text);
        Assert.AreEqual("He said \"no\" twice.", room.Find(room.Page.Replace("“no” once", "\"no\" twice", StringComparison.Ordinal)).Single().New!.Text);
        var styled = room.Find(room.Page.Replace("WHY THEY FELL", "Why they fell", StringComparison.Ordinal).Replace("“no”", "\"no\"", StringComparison.Ordinal));
        Assert.IsTrue(styled.Length == 2 && styled.All(c => c is { Bar: HandChangeBar.Styled, Was.Length: > 0, Now.Length: > 0 }), string.Join("; ", styled));
    }

    [TestMethod]
    [DataRow("\u00a0", "« Trade fell by 40 % », they say.", "« Trade fell by 45 % », they say.", "\"Trade fell by 45 %\", they say.", DisplayName = "plain spaces over those that do not break")]
    [DataRow("\u00a0", "« Trade fell by 40 % », they say.", "\"Trade fell by a third\", they say.", "\"Trade fell by a third\", they say.", DisplayName = "straight marks")]
    [DataRow("\u00a0", "« Trade fell by 40 % », they say.", "« Trade never fell », they say.", "\"Trade never fell\", they say.", DisplayName = "several words")]
    [DataRow(" ", "by 40 % », they", "by 40 % 12\", they", "\"Trade fell by 40 % 12\", they say.", DisplayName = "a straight mark behind a new word")]
    [DataRow(" ", "by 40 % »,", "by 40 % last year »,", "\"Trade fell by 40 % last year\", they say.", DisplayName = "new words before a mark")]
    [DataRow(" ", "« Trade fell", "« All trade fell", "\"All trade fell by 40 %\", they say.", DisplayName = "new words behind a mark")]
    [DataRow(" ", "« Trade fell", "«Trade rose", "\"Trade rose by 40 %\", they say.", DisplayName = "no space inside a mark")]
    [DataRow("\u00a0", " », they", "\u00a0» (again), they", "\"Trade fell by 40 %\" (again), they say.", DisplayName = "words behind a mark")]
    [DataRow(" ", "« Trade fell by 40 % », they", "Trade fell by 40 %, they", "Trade fell by 40 %, they say.", DisplayName = "no marks any more")]
    public void Words_between_marks_with_space_inside_lead_back_whatever_was_typed_there(string inside, string was, string now, string words)
    {
        var room = new Room("글이다.\n", new HouseStyle { Quotes = new QuoteStyle("«" + inside, inside + "»", "‹" + inside, inside + "›") }, ["\"Trade fell by 40 %\", they say."]);
        var page = room.Page.Replace("«" + inside, "« ", StringComparison.Ordinal).Replace(inside + "»", " »", StringComparison.Ordinal);
        Assert.Contains(was, page);
        // Only what was typed differs; the rest of the page has the house's own spaces.
        var hand = inside == " " || was.StartsWith('«') ? page.Replace(was, now, StringComparison.Ordinal) : room.Page.Replace(was.Replace(" »", inside + "»", StringComparison.Ordinal), now, StringComparison.Ordinal);
        Assert.AreEqual(words, room.Find(hand).Single().New!.Text);
    }

    [TestMethod]
    public void Marks_that_were_typed_with_other_spaces_inside_than_the_styles_keep_no_fix_from_its_segment()
    {
        var room = new Room("글이다.\n", new HouseStyle { Quotes = new QuoteStyle("«\u00a0", "\u00a0»", "“", "”") }, ["« Trade fell by 40 % », they say."]);
        Assert.Contains("«\u00a0Trade fell by 40 %\u00a0»", room.Page);
        Assert.AreEqual("« Trade fell by 45 % », they say.", room.Find(room.Page.Replace("40", "45", StringComparison.Ordinal)).Single().New!.Text);
        Assert.AreEqual("« Trade rose by 45 % », they say.", room.Find(room.Page.Replace("«\u00a0Trade fell by 40 %\u00a0»", "« Trade rose by 45 % »", StringComparison.Ordinal)).Single().New!.Text);
    }

    [TestMethod]
    public void Words_beside_marks_that_publication_moved_past_a_bracket_lead_back()
    {
        var room = new Room("**“싸다”**고 했다.\n", new HouseStyle(), ["{1}「安い」{/1}と言う。"]);
        Assert.Contains("「**安い**」と", room.Page);
        Assert.AreEqual("「{1}安い{/1}」と言った。", room.Find(room.Page.Replace("言う", "言った", StringComparison.Ordinal)).Single().New!.ToString());
    }

    [TestMethod]
    public void Words_beside_an_address_that_a_rule_changed_lead_back_to_their_segment()
    {
        var style = new HouseStyle { Links = new HouseStyle().Links.Add("https://e.kr/ko/", "https://e.kr/en/") };
        var room = new Room("물가는 <https://e.kr/ko/a> 와 https://e.kr/ko/b 에 있다.\n", style, ["Prices are at {1/} and {2/}."]);
        Assert.AreEqual("Prices stay at {1/} and {2/}.", room.Find(room.Page.Replace("are", "stay", StringComparison.Ordinal)).Single().New!.ToString());
        Assert.AreEqual(HandChangeBar.Codes, room.Find(room.Page.Replace("/en/a", "/en/c", StringComparison.Ordinal)).Single().Bar);
    }

    [TestMethod]
    public void An_apostrophe_that_the_style_made_round_leads_back_like_any_other_sign()
    {
        var room = new Room("envoys-phone-talks", Sample.English with { Quotes = new QuoteStyle("“", "”", "‘", "’") }, s => s.Replace("The call began", "The call's form can't tell when it began", StringComparison.Ordinal));
        Assert.Contains("The call’s form can’t tell when it began", room.Page);
        var found = room.Find(room.Page.Replace("form can’t tell when", "kind can’t and won't say when", StringComparison.Ordinal)).Single();
        Assert.AreEqual("The call's kind can't and won't say when it began", found.New!.Text[..49]);
        Assert.Contains("won’t say", room.With([found]));
    }

    [TestMethod]
    public void Sentences_put_in_taken_out_and_joined_stay_in_their_block()
    {
        var room = new Room("autumn-rice-prices", Sample.English);
        var found = room.Find(room.Page.Replace(" Every year around", " It is odd. Every year around", StringComparison.Ordinal));
        Assert.HasCount(1, found);
        Assert.AreEqual("It is odd. Every year around", found[0].New!.Text[..28]);
        found = room.Find(room.Page.Replace("The harvest is over, but rice prices at North Korean markets show little sign of coming down. ", "", StringComparison.Ordinal));
        Assert.AreEqual("", found.Single().New!.Text);
        Assert.DoesNotContain("The harvest is over", room.With(found));
        Assert.IsTrue(found.Single().IsDeletion);
    }

    [TestMethod]
    public void Line_ends_of_Windows_are_told_as_that_and_hide_no_fix()
    {
        var room = new Room("autumn-rice-prices", Sample.English, s => s);
        Assert.AreEqual(HandChangeBar.LineEnds, room.Find(room.Page.Replace("\n", "\r\n", StringComparison.Ordinal)).Single().Bar);
        var hand = room.Page.Replace("little sign", "no sign", StringComparison.Ordinal);
        Assert.AreEqual(hand, room.With(room.Find(hand.Replace("\n", "\r\n", StringComparison.Ordinal))));
    }

    [TestMethod]
    public void A_fix_beside_a_hard_break_is_found_whatever_the_line_ends_are()
    {
        var source = Sample.Extract(Encoding.UTF8.GetBytes("첫 줄은 이렇고\\\n둘째 줄은 저렇다.\n"), "ko");
        var edition = EditionRevision.Begin("a", "en", source, Route.Of("default", ["translate", "edit"]).Value!);
        edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = new Content(s.Source.Parts.Select(p => p.Kind == InlineKind.Text ? p with { Value = "Line 0" } : p)) })] };
        var maker = new EditionPage(new HouseStyle(), null);
        var page = maker.Make(source, edition, new Credits([], []), "a.md").Value!.Markdown;
        Assert.Contains("\\\n", page);
        var changes = maker.HandChanges(source, edition, page, Encoding.UTF8.GetBytes(page.Replace("Line 0", "Row 0", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal)), "a.md").Value;
        Assert.AreEqual("Row 0{1/}|Row 0", string.Join('|', changes.Select(c => c.New?.ToString())));
    }

    private const string First = "The harvest is over, but rice prices at North Korean markets show little sign of coming down.";
    private const string Second = "Every year around this time prices fell as newly harvested rice came onto the market, but people say things are different this year.";

    [TestMethod]
    [DataRow(First + " " + Second, First + "\n\n" + Second, HandChangeBar.Cut, DisplayName = "cut between two sentences")]
    [DataRow(First + " " + Second, First + "\n\nEvery year around this time prices fell sharply as newly harvested rice came onto the market, but people say things are different.", HandChangeBar.Cut, DisplayName = "cut, and changed")]
    [DataRow(First + " " + Second, Second + "\n\n" + First, HandChangeBar.Cut, DisplayName = "cut, and in the other order")]
    [DataRow(", but people say things are different this year.", ".\n\nBut people say things are different this year.", HandChangeBar.Cut, DisplayName = "cut within a sentence")]
    [DataRow("different this year.\n\nAccording to", "different this year. According to", HandChangeBar.Joined, DisplayName = "joined")]
    [DataRow("for three months.\n\nBut each", "for three months.\n\n" + First + "\n\nBut each", HandChangeBar.Cut, DisplayName = "moved to a block of its own")]
    [DataRow("all that rice has gone?” he asked.", "all that rice has gone?” he asked. " + First, HandChangeBar.Moved, DisplayName = "moved to another block")]
    [DataRow(First + " " + Second, Second + " " + First, HandChangeBar.Moved, DisplayName = "in the other order")]
    public void Sentences_that_stand_elsewhere_in_the_file_are_told_and_never_offered_as_gone(string was, string now, HandChangeBar bar)
    {
        var room = new Room("autumn-rice-prices", Sample.English);
        var page = !was.Contains(First, StringComparison.Ordinal) && now.Contains(First, StringComparison.Ordinal) ? room.Page.Replace(First + " ", "", StringComparison.Ordinal) : room.Page;
        Assert.Contains(was, page);
        var found = room.Find(page.Replace(was, now, StringComparison.Ordinal));
        Assert.IsNotEmpty(found);
        Assert.IsTrue(found.All(c => c.New is null && c.Bar is HandChangeBar.Cut or HandChangeBar.Joined or HandChangeBar.Moved), string.Join("; ", found));
        Assert.Contains(bar, found.Select(c => c.Bar!.Value).ToList(), string.Join("; ", found));
    }

    [TestMethod]
    public void Figures_of_a_table_and_items_of_a_list_that_were_exchanged_are_followed_place_by_place()
    {
        var room = new Room("autumn-rice-prices", Sample.English);
        var lines = room.Page.Split('\n');
        var (rice, corn) = (lines.Single(l => l.StartsWith("| Rice", StringComparison.Ordinal)), lines.Single(l => l.StartsWith("| Corn", StringComparison.Ordinal)));
        var hand = room.Page.Replace(rice, rice.Replace("5,800", "2,900", StringComparison.Ordinal).Replace("5,900", "3,000", StringComparison.Ordinal).Replace("6,200", "3,200", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace(corn, corn.Replace("2,900", "5,800", StringComparison.Ordinal).Replace("3,000", "5,900", StringComparison.Ordinal).Replace("3,200", "6,200", StringComparison.Ordinal), StringComparison.Ordinal);
        var found = room.Find(hand);
        Assert.HasCount(6, found);
        Assert.AreEqual(hand, room.With(found));

        var (second, third) = (lines.Single(l => l.StartsWith("2. ", StringComparison.Ordinal))[3..], lines.Single(l => l.StartsWith("3. ", StringComparison.Ordinal))[3..]);
        hand = room.Page.Replace(second, "\n", StringComparison.Ordinal).Replace(third, second.Replace("confiscate", "seize", StringComparison.Ordinal), StringComparison.Ordinal).Replace("2. \n", "2. " + third, StringComparison.Ordinal);
        found = room.Find(hand);
        Assert.HasCount(2, found);
        Assert.AreEqual(hand, room.With(found));
    }

    [TestMethod]
    public void A_lead_caption_that_the_house_style_made_leads_back_to_the_front_matters_words()
    {
        var room = Captioned();
        Assert.Contains("*Sacks of rice (Photo: A friend)*", room.Page);
        foreach (var (was, now, caption) in new[]
        {
            ("Sacks of rice (", "Sacks of corn (", "Sacks of corn"), ("Sacks of rice (", "Sacks of rice. Pyongyang (", "Sacks of rice. Pyongyang"), ("*Sacks of", "*Two sacks of", "Two sacks of rice"),
        })
        {
            var change = room.Find(room.Page.Replace(was, now, StringComparison.Ordinal)).Single();
            Assert.AreEqual((null, caption, "02-caption"), (change.Bar, change.New!.Text, change.Where.Text));
            Assert.Contains($"*{caption} (Photo: A friend)*", room.With([change]));
        }
    }

    [TestMethod]
    public void What_stands_around_a_lead_captions_words_stays_the_newsrooms_own()
    {
        var room = Captioned();
        Assert.AreEqual(HandChangeBar.Furniture, room.Find(room.Page.Replace("(Photo: A friend)", "(Picture: A friend)", StringComparison.Ordinal)).Single().Bar);
        var found = room.Find(room.Page.Replace("Sacks of rice (Photo: A friend)", "Sacks of corn (Photo by another)", StringComparison.Ordinal));
        Assert.AreEqual("Sacks of corn", found[0].New!.Text);
        Assert.AreEqual(HandChangeBar.Furniture, found[1].Bar);
        Assert.HasCount(2, found);
    }

    [TestMethod]
    public void A_credit_in_a_lead_captions_line_leads_back_like_the_caption()
    {
        var room = Captioned();
        var credit = room.Find(room.Page.Replace("(Photo: A friend)", "(Photo: A reporter)", StringComparison.Ordinal)).Single();
        Assert.AreEqual((null, "A reporter"), (credit.Bar, credit.New?.Text));
        Assert.Contains("*Sacks of rice (Photo: A reporter)*", room.With([credit]));
        var both = room.Find(room.Page.Replace("Sacks of rice (Photo: A friend)", "Sacks of corn (Photo: A reporter)", StringComparison.Ordinal));
        CollectionAssert.AreEqual(new[] { "Sacks of corn", "A reporter" }, both.Select(c => c.New?.Text).ToList());
    }

    [TestMethod]
    public void A_caption_that_was_changed_in_both_of_its_places_is_offered_once()
    {
        var room = Captioned();
        Assert.AreEqual("Sacks of corn", room.Find(room.Page.Replace("Sacks of rice", "Sacks of corn", StringComparison.Ordinal)).Single().New!.Text);
        Assert.AreEqual("Sacks of corn", room.Find(room.Page.Replace("caption: Sacks of rice", "caption: Sacks of corn", StringComparison.Ordinal)).Single().New!.Text);
        var found = room.Find(room.Page.Replace("caption: Sacks of rice", "caption: Sacks of corn", StringComparison.Ordinal).Replace("*Sacks of rice", "*Sacks of salt", StringComparison.Ordinal));
        Assert.AreEqual("Sacks of corn", found[0].New!.Text);
        Assert.AreEqual(HandChangeBar.Elsewhere, found[1].Bar);
    }

    [TestMethod]
    [DataRow("[loi](/en/marriage)", "[loi](/en/marriages)", HandChangeBar.Codes, DisplayName = "the address of a link")]
    [DataRow("**firm**", "firm", HandChangeBar.Codes, DisplayName = "bold taken out")]
    [DataRow("the price", "**the price**", HandChangeBar.Codes, DisplayName = "bold put in")]
    [DataRow("`rice`", "`corn`", HandChangeBar.Codes, DisplayName = "words of a code")]
    public void A_change_of_markup_is_shown_as_it_is_written(string was, string now, HandChangeBar bar)
    {
        var room = new Room("글 [법](/en/marriage), **굳은** `rice` 값이다.\n", new HouseStyle(), ["Of {1}loi{/1} and {2}firm{/2} {3/}: the price."]);
        var change = room.Find(room.Page.Replace(was, now, StringComparison.Ordinal)).Single();
        Assert.AreEqual(bar, change.Bar);
        Assert.Contains(was, change.Was);
        Assert.Contains(now, change.Now);
        Assert.AreNotEqual(change.Was, change.Now);
    }

    [TestMethod]
    public void A_link_whose_address_stands_elsewhere_is_shown_with_it()
    {
        var room = new Room("글 [법][a]이다.\n\n[a]: /en/marriage\n", new HouseStyle(), ["Of {1}law{/1}."]);
        var change = room.Find(room.Page.Replace("/en/marriage", "/en/marriages", StringComparison.Ordinal)).First();
        Assert.AreNotEqual(change.Was, change.Now);
        Assert.Contains("/en/marriages", change.Now);
    }

    [TestMethod]
    public void A_straight_apostrophe_in_the_place_of_the_styles_is_told_as_that()
    {
        var room = new Room("글이다.\n", new HouseStyle { Quotes = new QuoteStyle("“", "”", "‘", "’") }, ["It can't rise."]);
        var change = room.Find(room.Page.Replace('’', '\'')).Single();
        Assert.AreEqual((HandChangeBar.Styled, "It can’t rise.", "It can't rise."), (change.Bar!.Value, change.Was, change.Now));
    }

    [TestMethod]
    [DataRow("rice prices at North", "rice prices\nat North", DisplayName = "a line was wrapped")]
    [DataRow("\n\n## ", "\n\n\n## ", DisplayName = "an empty line more")]
    [DataRow("---\ntitle", "\ufeff---\ntitle", DisplayName = "a mark of byte order")]
    public void A_change_that_no_reader_sees_is_told_as_that(string was, string now)
    {
        var room = new Room("autumn-rice-prices", Sample.English);
        var hand = was.StartsWith("---", StringComparison.Ordinal) ? "\ufeff" + room.Page : room.Page.Replace(was, now, StringComparison.Ordinal);
        Assert.AreNotEqual(room.Page, hand);
        Assert.AreEqual(HandChangeBar.Unseen, room.Find(hand).Single().Bar);
        Assert.AreEqual(HandChangeBar.Unseen, room.Find(room.Page + "\n").Single().Bar);
    }

    [TestMethod]
    public void A_key_that_somebody_put_in_is_told_once()
    {
        var room = Captioned();
        var change = room.Find(room.Page.Replace("title: Prices\n", "title: Prices\ndescription: Somebody's words.\n", StringComparison.Ordinal)).Single();
        Assert.AreEqual(("front matter: description", "Somebody's words.", HandChangeBar.FrontMatter), (change.Where.Text, change.Now, change.Bar));
        Assert.HasCount(1, room.Find(room.Page.Replace("title: Prices\n", "title: Prices\nmood: calm\n", StringComparison.Ordinal)));
    }

    private static Room Captioned() => new("---\ntitle: 물가\nimage:\n  path: /a.jpg\n  caption: 쌀자루\n  credit: 친구\n---\n\n![그림](/a.jpg)\n\n글이다.\n",
        new HouseStyle { Caption = "*{caption} (Photo: {credit})*" }, ["Prices", "Sacks of rice", "A friend", "Alt", "Words."]);

    private static IEnumerable<HouseStyle> Styles() =>
    [
        Sample.English,
        Sample.English with { HeadingCase = HeadingCase.Title, Quotes = new QuoteStyle("«\u00A0", "\u00A0»", "“", "”") },
    ];

    /// <summary>Puts other words in the place of one word of a page's body.</summary>
    private static string Changed(string page, int at, string word)
    {
        var body = page.IndexOf("\n---\n", 4, StringComparison.Ordinal) + 5;
        var words = page[body..].Split(' ');
        var place = at % words.Length;
        if (!words[place].All(char.IsLetter))
            return page;
        words[place] = word;
        return page[..body] + string.Join(' ', words);
    }

    private static string Plain(string page) => string.Join(' ', page.Replace("\\", "", StringComparison.Ordinal).ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .Replace("«\u00A0", "“", StringComparison.Ordinal).Replace("\u00A0»", "”", StringComparison.Ordinal).Replace("« ", "“", StringComparison.Ordinal).Replace(" »", "”", StringComparison.Ordinal);

    private sealed class Room
    {
        private readonly Extraction _source;
        private readonly Edition _edition;
        private readonly EditionPage _maker;

        public Room(string article, HouseStyle style, Func<string, string>? typed = null)
        {
            _source = Sample.Korean(article);
            var targets = ParallelText.Targets(_source, Sample.Parallel(article));
            var edition = EditionRevision.Begin(article, "en", _source, Route.Of("default", ["translate", "edit"]).Value!);
            _edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = Typed(targets[s.UnitId][s.Index]) })] };
            _maker = new EditionPage(style, "https://example.com/ko/x");
            Page = Made(_edition);

            Content? Typed(Content? target) => typed is null || target is null ? target : new Content(target.Parts.Select(p => p.Kind == InlineKind.Text ? p with { Value = typed(p.Value) } : p));
        }

        /// <summary>An article whose units have these targets.</summary>
        public Room(string source, HouseStyle style, string[] targets)
        {
            _source = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(source), "a.md", new ExtractionOptions("ko")).Value!;
            var words = _source.Units.Zip(targets).ToDictionary(u => u.First.Id, u => Content.Parse(u.Second), StringComparer.Ordinal);
            var edition = EditionRevision.Begin("story-1", "en", _source, Route.Of("default", ["translate", "edit"]).Value!);
            _edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = words[s.UnitId] })] };
            _maker = new EditionPage(style, null);
            Page = Made(_edition);
        }

        public string Page { get; }

        public ImmutableArray<HandChange> Find(string hand, HouseStyle? today = null) =>
            (today is null ? _maker : new EditionPage(today, "https://example.com/ko/x")).HandChanges(_source, _edition, Page, Encoding.UTF8.GetBytes(hand), "x.md").Value;

        public string With(ImmutableArray<HandChange> changes)
        {
            var words = changes.ToDictionary(c => (c.UnitId!, c.Index), c => c.New);
            return Made(_edition with { Segments = [.. _edition.Segments.Select(s => words.TryGetValue((s.UnitId, s.Index), out var now) ? s with { Target = now } : s)] });
        }

        private string Made(Edition edition) => _maker.Make(_source, edition, Named, "x.md").Try(out var page, out var refusal) ? page.Markdown : throw new AssertFailedException(refusal.ToString());
    }
}
