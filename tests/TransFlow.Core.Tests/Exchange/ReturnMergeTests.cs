using System.Collections.Immutable;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Exchange;

[TestClass]
public sealed class ReturnMergeTests
{
    private static readonly ReturnedFile Sent = File("ko", "en",
        Unit("u1", "01-title", S("쌀값이 올랐다.", null)),
        Unit("u2", "02-paragraph", S("추수가 끝났다.", null), Space(" "), S("값은 그대로다.", null), Space(" "), S("이유는 없다.", null)));

    [TestMethod]
    public void A_plain_return_gives_every_segment_its_target()
    {
        var merged = Merge(File("ko", "en",
            Unit("u1", "01-title", S("쌀값이 올랐다.", "Rice rose.")),
            Unit("u2", "02-paragraph", S("추수가 끝났다.", "Harvest is over."), Space(" "), S("값은 그대로다.", "Prices hold."), Space(" "), S("이유는 없다.", "No reason."))));

        CollectionAssert.AreEqual(new[] { "Rice rose.", "Harvest is over.", "Prices hold.", "No reason." }, Targets(merged));
        Assert.IsTrue(merged.Segments.All(s => s.Changed));
    }

    [TestMethod]
    public void Joined_segments_put_their_words_into_the_first_and_leave_the_others_empty()
    {
        var merged = Merge(File("ko", "en",
            Unit("u2", null, S("추수가 끝났다. 값은 그대로다.", "Harvest is over but prices hold."), Space(" "), S("이유는 없다.", "No reason."))));

        CollectionAssert.AreEqual(new[] { "Harvest is over but prices hold.", "", "No reason." }, Targets(merged));
        CollectionAssert.AreEqual(new[] { "01-title" }, merged.MissingUnits.ToArray());
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Of_a_sentence_whose_words_stood_with_the_one_before_already_nothing_is_said(bool wasJoined)
    {
        static ReturnedPiece Done(ReturnedPiece piece) => piece with { State = ReturnedState.Translated };
        var sent = File("ko", "en", Unit("u2", "02-paragraph", S("추수가 끝났다.", "Harvest is over but prices hold."), Space(" "), S("값은 그대로다.", null) with { IsEmptied = wasJoined }));
        Assert.IsTrue(ReturnMerge.Merge(sent, File("ko", "en", Unit("u2", "02-paragraph", Done(S("추수가 끝났다.", "Harvest is over but prices hold.")), Space(" "), Done(S("값은 그대로다.", null)))), "en").Try(out var merged, out _));
        Assert.AreEqual(!wasJoined, merged!.Findings.Any(f => f.Check == "final-but-empty"));
    }

    [TestMethod]
    public void A_split_segment_is_put_together_again()
    {
        var merged = Merge(File("ko", "en",
            Unit("u2", null, S("추수가 ", "Harvest "), S("끝났다.", "is over."), Space(" "), S("값은 그대로다.", "Prices hold."), Space(" "), S("이유는 없다.", "No reason."))));

        Assert.AreEqual("Harvest is over.", Targets(merged)[0]);
    }

    [TestMethod]
    public void A_split_segment_with_a_part_untranslated_is_taken_as_partial()
    {
        var merged = Merge(File("ko", "en",
            Unit("u2", null, S("추수가 ", "Harvest "), S("끝났다.", null), Space(" "), S("값은 그대로다.", "Prices hold."), Space(" "), S("이유는 없다.", null))));

        Assert.IsTrue(merged.Segments[0].Partial);
        Assert.IsNull(merged.Segments[2].Target);
    }

    [TestMethod]
    public void The_order_that_the_translator_chose_is_the_order_of_the_text()
    {
        var unit = Unit("u2", null,
            S("추수가 끝났다.", "Harvest is over.") with { Order = 3 }, Space(" "), S("값은 그대로다.", "Prices hold.") with { Order = 1 }, Space(" "), S("이유는 없다.", "No reason."));

        CollectionAssert.AreEqual(new[] { "Prices hold. Harvest is over. No reason.", "", "" }, Targets(Merge(File("ko", "en", unit))));
    }

    [TestMethod]
    public void A_unit_of_which_the_tool_lost_sentences_is_refused_and_the_others_are_taken()
    {
        var merged = Merge(File("ko", "en", Unit("u1", null, S("쌀값이 올랐다.", "Rice rose.")), Unit("u2", "02-paragraph", S("이유는 없다.", "No reason."))));

        Assert.AreEqual("sentences-lost", merged.Refused.Single().Code);
        CollectionAssert.AreEqual(new[] { "Rice rose." }, Targets(merged));
    }

    [TestMethod]
    public void Where_nobody_knows_the_article_it_is_not_the_tool_alone_that_is_blamed()
    {
        var merged = ReturnMerge.Merge(File("ko", "en", Unit("u1", null, S("쌀값이 올랐다.", null), S("이유는 없다.", null))), File("ko", "en", Unit("u1", null, S("쌀값이 올랐다.", "Rice rose."))), "en", isKnown: false).Value!;

        StringAssert.Contains(merged.Refused.Single().Message, "or they came to the article after the file was made", StringComparison.Ordinal);
    }

    [TestMethod]
    public void Notes_that_come_without_any_sentence_are_taken_and_nothing_is_refused()
    {
        var noted = Merge(File("ko", "en", Unit("u1", "01-title") with { Notes = ["Who says so?"] }, Unit("u2", "02-paragraph")));
        Assert.IsEmpty(noted.Refused);
        Assert.AreEqual(("u1", "Who says so?"), noted.Notes.Single());
        Assert.HasCount(2, Merge(File("ko", "en", Unit("u1", "01-title"), Unit("u2", "02-paragraph"))).Refused);
    }

    [TestMethod]
    public void An_edited_source_leaves_ours_and_is_told_and_another_source_is_refused()
    {
        var edited = Merge(File("ko", "en", Unit("u1", null, S("쌀값이 많이 올랐다.", "Rice rose."))));
        Assert.AreEqual("쌀값이 올랐다.", edited.Segments.Single().Source.Text);

        var other = Merge(File("ko", "en", Unit("u1", null, S("전혀 다른 문장입니다", "Something else."))));
        Assert.AreEqual("source-differs", other.Refused.Single().Code);
    }

    [TestMethod]
    public void A_target_that_repeats_the_Korean_source_is_untranslated() =>
        Assert.IsNull(Merge(File("ko", "en", Unit("u1", null, S("쌀값이 올랐다.", "쌀값이 올랐다.")))).Segments.Single().Target);

    [TestMethod]
    [DataRow("쌀값이 많이 올랐다.", true)]
    [DataRow("쌀값이 올랐다 (rice)", true)]
    [DataRow("“쌀” means rice in Korean.", false)]
    public void A_target_mostly_in_the_script_of_the_source_is_taken_and_told(string target, bool isLeft)
    {
        var merged = Merge(File("ko", "en", Unit("u1", null, S("쌀값이 올랐다.", target))));
        Assert.AreEqual(target, merged.Segments.Single().Target?.Text);
        Assert.AreEqual(isLeft, merged.Findings.Any(f => f.Check == "source-left"));
    }

    [TestMethod]
    [DataRow("값은 아직 그대로다.", true)]
    [DataRow("이유는 없다.", true)]
    [DataRow("이유는 없다", true)]
    [DataRow("And yet he wrote “이유는 없다.” on the wall.", false)]
    [DataRow("He wrote: \"이유는 없다.\"", false)]
    [DataRow("They sing 이유는 없다 there.", false)]
    public void A_target_that_still_has_a_sentence_of_the_source_is_taken_and_is_not_finished(string left, bool isLeft)
    {
        var sent = Unit("u2", "02-paragraph", S("올해 추수가 다 끝났다.", null), Space(" "), S("값은 아직 그대로다.", null), Space(" "), S("이유는 없다.", null));
        var merged = Merge(File("ko", "en", Unit("u2", null, S("올해 추수가 다 끝났다. 값은 아직 그대로다. 이유는 없다.", $"Harvest is over, and that is all there is to say of it today. {left}"))), sent);
        Assert.AreEqual(isLeft, merged.Segments[0].Partial);
        Assert.AreEqual(isLeft, merged.Findings.Any(f => f.Check == "source-left"));
    }

    [TestMethod]
    [DataRow("추수가 끝났다. Prices hold. No reason.")]
    [DataRow("“추수가 끝났다.” Prices hold. No reason.")]
    [DataRow("He said: \"Over.\" 값은 그대로다. No reason.")]
    [DataRow("Over. 값은 그대로다. 이유는 없다.")]
    [DataRow("Over. “값은 그대로다.” No reason.")]
    [DataRow("“Over.” “값은 그대로다.” No reason.")]
    [DataRow("Over. (값은 그대로다.) No reason.")]
    [DataRow("Is it over?값은 그대로다.")]
    public void A_short_sentence_of_the_source_that_stands_by_itself_is_left_wherever_it_stands(string target)
    {
        var merged = Merge(File("ko", "en", Unit("u2", null, S("추수가 끝났다. 값은 그대로다. 이유는 없다.", target))));
        Assert.IsTrue(merged.Segments[0].Partial);
        Assert.Contains("source-left", merged.Findings.Select(f => f.Check));
    }

    [TestMethod]
    public void A_joined_text_that_comes_back_as_it_went_out_says_nothing_new()
    {
        ImmutableArray<ReturnedPiece> sent = [S("추수가 끝났다.", "Harvest is over, prices hold."), Space(" "), S("값은 그대로다.", null) with { IsEmptied = true }, Space(" "), S("이유는 없다.", "No reason.")];
        foreach (var pieces in new ImmutableArray<ReturnedPiece>[] { [S("추수가 끝났다. 값은 그대로다. 이유는 없다.", "Harvest is over, prices hold.  No reason. ")], [S("추수가 끝났다. 값은 그대로다.", "Harvest is over, prices hold."), Space(" "), sent[4]], sent })
            Assert.IsFalse(Merge(File("ko", "en", Unit("u2", null, pieces)), Unit("u2", "02-paragraph", sent)).Segments.Any(s => s.Changed));
        CollectionAssert.AreEqual(new[] { "Harvest is over, and that is that.", "", "" },
            Targets(Merge(File("ko", "en", Unit("u2", null, S("추수가 끝났다. 값은 그대로다. 이유는 없다.", "Harvest is over, and that is that."))), Unit("u2", "02-paragraph", sent))));
    }

    [TestMethod]
    // The source tells what the tool calls which code, also where these are ids of ours.
    [DataRow("{x1}세관{/x1}은 {x2}지난 기사{/x2}에서 {x3/}열렸다.", "An {x2}earlier report{/x2} said {x3/}the {x1}customs{/x1} is open.", "An {2}earlier report{/2} said {3/}the {1}customs{/1} is open.", Severity.Info)]
    [DataRow("{0}세관{/0}은 {1}지난 기사{/1}에서 {2/}열렸다.", "An {1}earlier report{/1} said {2/}the {0}customs{/0} is open.", "An {2}earlier report{/2} said {3/}the {1}customs{/1} is open.", Severity.Info)]
    [DataRow("{2}세관{/2}은 {3}지난 기사{/3}에서 {4/}열렸다.", "An {3}earlier report{/3} said {4/}the {2}customs{/2} is open.", "An {2}earlier report{/2} said {3/}the {1}customs{/1} is open.", Severity.Info)]
    [DataRow("{2}세관{/2}은 {1}지난 기사{/1}에서 {3/}열렸다.", "An {1}earlier report{/1} said {3/}the {2}customs{/2} is open.", "An {2}earlier report{/2} said {3/}the {1}customs{/1} is open.", Severity.Info)]
    [DataRow("{a}세관{/a}은 {b}지난 기사{/b}에서 {c}{/c}열렸다.", "An {b}earlier report{/b} said {c}{/c}the {a}customs{/a} is open.", "An {2}earlier report{/2} said {3/}the {1}customs{/1} is open.", Severity.Info)]
    // One that is unknown where one is missing is that one, unless all ids are the tool's own.
    [DataRow("{1}세관{/1}은 {2}지난 기사{/2}에서 {3/}열렸다.", "An {x}earlier report{/x} said {3/}the {1}customs{/1} is open.", "An {2}earlier report{/2} said {3/}the {1}customs{/1} is open.", Severity.Warn)]
    // Nothing tells which is which.
    [DataRow("세관은 지난 기사에서 열렸다.", "The {x}customs{/x} is open, {y/}an {z}earlier report{/z} said.", "The {1}customs{/1} is open, {3/}an {2}earlier report{/2} said.", Severity.Warn)]
    [DataRow("{1}세관{/1}은 {2}지난 기사{/2}에서 {3/}열렸다.", "The {x}customs{/x} is open, {3/}an {z}earlier report{/z} said.", "The {1}customs{/1} is open, {3/}an {2}earlier report{/2} said.", Severity.Warn)]
    [DataRow("세관은 지난 기사에서 열렸다.", "The {0}customs{/0} is open, {2/}an {1}earlier report{/1} said.", "The {2}customs{/2} is open, {3/}an {1}earlier report{/1} said.", Severity.Warn)]
    public void Codes_with_other_ids_are_told_by_the_source_and_looked_at_where_it_does_not_tell(string source, string target, string expected, Severity severity)
    {
        static ReturnedPiece Of(string source, string? target) => new(true, Content.Parse(source), target is null ? null : Content.Parse(target), ReturnedState.Unsaid, null);
        var merged = Merge(File("ko", "en", Unit("u1", null, Of(source, target))), Unit("u1", "01-paragraph", Of("{1}세관{/1}은 {2}지난 기사{/2}에서 {3/}열렸다.", null)));
        Assert.AreEqual(expected, Targets(merged).Single());
        Assert.AreEqual(severity, merged.Findings.Single(f => f.Check == "codes-renumbered").Severity);
    }

    [TestMethod]
    [DataRow("The {x}customs{/x} is open, {3/}an {z}earlier report{/z} said.{q/}", "The {1}customs{/1} is open, {3/}an {2}earlier report{/2} said.")]
    [DataRow("The {x}customs{/x} is open, {y/}an {z}earlier {w}report{/w}{/z} said.", "The customs is open, {3/}an earlier report said.")]
    public void A_code_of_the_tools_own_takes_no_other_kind_of_code_along(string target, string expected)
    {
        static ReturnedPiece Of(string? target) => new(true, Content.Parse("{1}세관{/1}은 {2}지난 기사{/2}에서 {3/}열렸다."), target is null ? null : Content.Parse(target), ReturnedState.Unsaid, null);
        var merged = Merge(File("ko", "en", Unit("u1", null, Of(target))), Unit("u1", "01-paragraph", Of(null)));
        Assert.AreEqual(expected, merged.Segments.Single(s => s.Target is not null).Target!.ToString());
        CollectionAssert.IsSubsetOf(new[] { "codes-unknown", "codes-renumbered" }, merged.Findings.Select(f => f.Check).ToList());
    }

    [TestMethod]
    [DataRow("{p1/}세관{p2/}은 {p3/}지난 기사{p4/}에서 {p5/}열렸다.", "An {p3/}earlier report{p4/} said {p5/}the {p1/}customs{p2/} is open.")]
    [DataRow("{1/}세관{2/}은 {3/}지난 기사{4/}에서 {5/}열렸다.", "An {3/}earlier report{4/} said {5/}the {1/}customs{2/} is open.")]
    [DataRow("{1}세관{/1}은 {2/}지난 기사{3/}에서 {4/}열렸다.", "An {2/}earlier report{3/} said {4/}the {1}customs{/1} is open.")]
    [DataRow("<g id=\"1\">세관</g>은 <g id=\"2\">지난 기사</g>에서 <x id=\"3\"/>열렸다.", "An <g id=\"2\">earlier report</g> said <x id=\"3\"/>the <g id=\"1\">customs</g> is open.")]
    [DataRow("<pc id=\"1\">세관</pc>은 {2}지난 기사{/2}에서 {3/}열렸다.", "An {2}earlier report{/2} said {3/}the <pc id=\"1\">customs</pc> is open.")]
    public void Codes_in_another_form_are_told_by_the_source_in_that_form(string source, string target)
    {
        static ReturnedPiece Of(string source, string? target) => new(true, Content.Parse(source), target is null ? null : Content.Parse(target), ReturnedState.Unsaid, null);
        var merged = Merge(File("ko", "en", Unit("u1", null, Of(source, target))), Unit("u1", "01-paragraph", Of("{1}세관{/1}은 {2}지난 기사{/2}에서 {3/}열렸다.", null)));
        Assert.AreEqual("An {2}earlier report{/2} said {3/}the {1}customs{/1} is open.", Targets(merged).Single());
        Assert.IsFalse(merged.Findings.Any(f => f.Check == "source-edited"));
    }

    [TestMethod]
    public void Codes_that_a_tool_counts_anew_in_each_sentence_are_told_by_their_sentence()
    {
        static ReturnedPiece Of(string source, string? target) => new(true, Content.Parse(source), target is null ? null : Content.Parse(target), ReturnedState.Unsaid, null);
        var merged = Merge(File("ko", "en", Unit("u1", null, Of("{1}추수{/1}가 {2}끝났다{/2}.", "It is {2}over{/2}, the {1}harvest{/1}."), Space(" "), Of("{1}값{/1}은 {2}그대로{/2}다.", "They {2}hold{/2}, {1}prices{/1}."))),
            Unit("u1", "01-paragraph", Of("{1}추수{/1}가 {2}끝났다{/2}.", null), Space(" "), Of("{3}값{/3}은 {4}그대로{/4}다.", null)));
        CollectionAssert.AreEqual(new[] { "It is {2}over{/2}, the {1}harvest{/1}.", "They {4}hold{/4}, {3}prices{/3}." }, Targets(merged));
    }

    [TestMethod]
    [DataRow("ja", "ko", "米の価格が上がった。", true)]
    [DataRow("zh", "ja", "大米价格上涨了。", true)]
    [DataRow("en", "de", "The price of rice rose.", true)]
    [DataRow("en", "de", "Reuters", false)]
    public void What_repeats_its_source_is_untranslated_from_any_language(string source, string target, string words, bool isLeft)
    {
        var merged = ReturnMerge.Merge(File(source, target, Unit("u1", null, S(words, null))), File(source, target, Unit("u1", null, S(words, words))), target);
        Assert.AreEqual(isLeft, merged.Value!.Segments.Single().Target is null);
    }

    [TestMethod]
    public void Words_that_a_tool_put_between_the_segments_are_kept()
    {
        var unit = Unit("u2", null, Words("“", "“So "), S("추수가 끝났다.", "harvest is over."), Words(" ", " And that is that. "), S("값은 그대로다.", "Prices hold."), Space(" "), S("이유는 없다.", "No reason."), Words("", "——(note)"));
        CollectionAssert.AreEqual(new[] { "“So harvest is over.", "And that is that. Prices hold.", "No reason.——(note)" }, Targets(Merge(File("ko", "en", unit), Unit("u2", "02-paragraph", S("“추수가 끝났다.", null), Space(" "), S("값은 그대로다.", null), Space(" "), S("이유는 없다.", null)))));
    }

    [TestMethod]
    public void Two_halves_of_a_unit_in_one_file_are_put_together()
    {
        var one = Unit("u2", null, S("추수가 끝났다.", "Harvest is over."), Space(" "), S("값은 그대로다.", null), Space(" "), S("이유는 없다.", null));
        var other = Unit("u2", null, S("추수가 끝났다.", null), Space(" "), S("값은 그대로다.", "Prices hold."), Space(" "), S("이유는 없다.", "No reason."));
        CollectionAssert.AreEqual(new[] { "Harvest is over.", "Prices hold.", "No reason." }, Targets(Merge(File("ko", "en", one, other))));
    }

    [TestMethod]
    public void A_unit_of_another_article_with_the_same_id_is_none_of_ours()
    {
        var merged = Merge(File("ko", "en", Unit("u1", null, S("쌀값이 올랐다.", "Rice rose.")), Unit("u1", null, S("다른 기사다.", "Another article."))));
        Assert.AreEqual("Rice rose.", Targets(merged).Single());
    }

    [TestMethod]
    public void Translations_one_sentence_too_low_are_refused()
    {
        string[] sources = ["쌀 3만 원이다.", "30명이 왔다.", "5월 12일이다.", "값은 740원이다.", "모두 88개다.", "1950년이다."];
        string[] targets = ["Nothing.", "Rice is 3 won.", "There came 30.", "It is 5/12.", "It costs 740.", "There are 88."];
        var sent = File("ko", "en", Unit("u1", "01-paragraph", [.. sources.Select(s => S(s, null))]));
        var returned = File("ko", "en", Unit("u1", "01-paragraph", [.. sources.Zip(targets, S)]));
        Assert.AreEqual("targets-shifted", ReturnMerge.Merge(sent, returned, "en").Refusal?.Code);
    }

    [TestMethod]
    [DataRow("fr", "ko", "wrong-language")]
    [DataRow("ko", "en", "languages-swapped")]
    [DataRow("en", "zh", "wrong-source-language")]
    public void A_file_for_another_language_is_refused(string target, string source, string code) =>
        Assert.AreEqual(code, ReturnMerge.Merge(Sent, File(source, target, Unit("u1", null, S("쌀값이 올랐다.", "x"))), "en").Refusal?.Code);

    [TestMethod]
    [DataRow("en-US", "ko-KR")]
    [DataRow(null, null)]
    [DataRow("EN_gb", "KO")]
    [DataRow("eng", "kor")]
    public void A_region_or_a_missing_language_does_no_harm(string? target, string? source) =>
        Assert.IsNull(ReturnMerge.Merge(Sent, File(source, target, Unit("u1", null, S("쌀값이 올랐다.", "x"))), "en").Refusal);

    [TestMethod]
    [DataRow("en-US", "en", true)]
    [DataRow("en-US", "en-GB", false)]
    [DataRow("pt-BR", "pt-PT", false)]
    [DataRow("pt-BR", "pt_br", true)]
    [DataRow("es-419", "es", true)]
    [DataRow("es-419", "es-ES", false)]
    [DataRow("zh-Hant", "zh-Hans", false)]
    [DataRow("zh-TW", "zh-Hans", false)]
    [DataRow("zh-TW", "zh-Hant", true)]
    [DataRow("zh-CHS", "zh-Hans-CN", true)]
    [DataRow("zh", "zh-Hant", true)]
    [DataRow("sr-Latn", "sr-Cyrl", false)]
    [DataRow("sr-Latn-RS", "sr", true)]
    [DataRow("de-x-leicht", "de-AT", true)]
    [DataRow("de-u-co-phonebk", "de-AT", true)]
    [DataRow("ja", "fr", false)]
    public void Files_are_of_one_language_unless_a_script_or_region_is_another(string one, string other, bool agree)
    {
        Assert.AreEqual(agree, Languages.Agree(one, other));
        Assert.AreEqual(agree, Languages.Agree(other, one));
    }

    [TestMethod]
    [DataRow("no", "nb-NO", true)]
    [DataRow("nn", "no", true)]
    [DataRow("nn", "nb", false)]
    [DataRow("nob", "NB", true)]
    [DataRow("he", "iw-IL", true)]
    [DataRow("id", "in", true)]
    [DataRow("yi", "ji", true)]
    [DataRow("ro", "mo", true)]
    [DataRow("tl", "fil-PH", true)]
    [DataRow("sh", "sr-Latn", true)]
    [DataRow("zh-Hans", "cmn", true)]
    public void A_language_under_another_of_its_codes_is_the_same(string one, string other, bool areSame)
    {
        Assert.AreEqual(areSame, Languages.AreSame(one, other));
        Assert.AreEqual(areSame, Languages.AreSame(other, one));
    }

    [TestMethod]
    public void A_note_that_is_cut_is_told()
    {
        var merged = Merge(File("ko", "en", Unit("u1", null, S("쌀값이 올랐다.", "Rice rose.")) with { Notes = [new string('a', 20_000)] }));
        Assert.Contains("note-cut", merged.Findings.Select(f => f.Check));
        Assert.HasCount(10_001, merged.Notes.Single().Text);
    }

    [TestMethod]
    public void A_unit_twice_is_refused_when_the_texts_differ_and_taken_when_they_are_the_same()
    {
        var one = Unit("u1", null, S("쌀값이 올랐다.", "Rice rose."));
        Assert.AreEqual("unit-twice", ReturnMerge.Merge(Sent, File("ko", "en", one, Unit("u1", null, S("쌀값이 올랐다.", "Rice fell."))), "en").Refusal?.Code);
        Assert.AreEqual("Rice rose.", Targets(Merge(File("ko", "en", one, one))).Single());
    }

    [TestMethod]
    public void Units_whose_ids_were_changed_are_known_by_name_or_by_their_source()
    {
        var merged = Merge(File("ko", "en", Unit("1", "01-title", S("쌀값이 올랐다.", "Rice rose.")),
            Unit("2", null, S("추수가 끝났다.", "A."), Space(" "), S("값은 그대로다.", "B."), Space(" "), S("이유는 없다.", "C."))));

        CollectionAssert.AreEqual(new[] { "Rice rose.", "A.", "B.", "C." }, Targets(merged));
    }

    /// <summary>What was handed out with a blank at its edge, and comes back as tools and people leave it, is nothing that anybody wrote.</summary>
    [TestMethod]
    public void A_target_that_came_back_tidied_is_the_one_that_went_out()
    {
        var merged = ReturnMerge.Merge(File("ko", "en", Unit("u1", null, S("쌀값은 5300원이다.", "Rice costs 5200 won. "))), File("ko", "en", Unit("u1", null, S("쌀값은 5300원이다.", "Rice costs 5200 won."))), "en");
        Assert.IsFalse(merged.Value!.Segments.Single().Changed);
    }

    [TestMethod]
    public void Numbers_that_are_said_in_words_do_not_make_translations_look_shifted()
    {
        var sent = File("ko", "en", Unit("u1", null, S("쌀 3만 원", null)), Unit("u2", null, S("30명이 왔다", null)), Unit("u3", null, S("5월 12일", null)), Unit("u4", null, S("12명이 갔다", null)));
        var returned = File("ko", "en", Unit("u1", null, S("쌀 3만 원", "30,000 won")), Unit("u2", null, S("30명이 왔다", "Thirty came")), Unit("u3", null, S("5월 12일", "May 12")), Unit("u4", null, S("12명이 갔다", "A dozen left")));
        var merged = ReturnMerge.Merge(sent, returned, "en");
        Assert.IsNull(merged.Refusal);
        Assert.DoesNotContain("targets-shifted", merged.Value!.Findings.Select(f => f.Check));
    }

    [TestMethod]
    [DataRow("One.\u2028Two. \u2029Three.", "One. Two. Three.")]
    [DataRow("\uFEFFRice\u200B rose. ", "Rice rose.")]
    [DataRow("\u200Bภาษา\u200Bไทย Donau\u00ADdampf\u00AD t\u00ADhe", "ภาษา\u200Bไทย Donau\u00ADdampf the")]
    [DataRow("ก\u200B{1}\u200Bข{/1}\u200B Donau\u00AD{2/}dampf\u200B", "ก\u200B{1}\u200Bข{/1} Donau\u00AD{2/}dampf")]
    [DataRow("\uFA19\uFA1B \u2126 \u212B \uF900", "\uFA19\uFA1B \u2126 \u212B \uF900")]
    [DataRow("\u1112\u1161\u11AB\uAC00\u11A8 \u304B\u3099 e\u0301 \uFA19", "\uD55C\uAC01 \u304C \u00E9 \uFA19")]
    [DataRow("Rice\r\n   rose.", "Rice    rose.")]
    [DataRow("{1} Rice{/1} rose.", "{1}Rice{/1} rose.")]
    [DataRow("Now {1}rice {/1}rose.", "Now {1}rice{/1} rose.")]
    [DataRow("e\u0301", "é")]
    public void White_space_and_invisible_characters_are_tidied(string target, string expected) =>
        Assert.AreEqual(expected, ContentTidy.Tidy(Content.Parse(target)).ToString());

    [TestMethod]
    [DataRow("A {1}b {/1}c", "A {1}b {/1}c")]
    [DataRow("e\u0301 {1}x{/1}", "\u00E9 {1}x{/1}")]
    [DataRow("A\u200B\n\u00ADb {1}c {/1}.", "A\u200B\n\u00ADb {1}c {/1}.")]
    [DataRow("A\u200B\n\u00ADb {1}c {/1}.", "A b {1}c{/1} .")]
    public void A_target_that_is_its_source_tidied_is_the_source(string source, string target)
    {
        var sent = new ReturnedPiece(true, Content.Parse(source), null, ReturnedState.Unsaid, null);
        var merged = Merge(File("ko", "en", Unit("u1", null, sent with { Target = Content.Parse(target) })), Unit("u1", "01-title", sent));
        Assert.AreEqual(source, Targets(merged).Single());
    }

    [TestMethod]
    [DataRow("{1}{/1} rose.", "{1/} rose.")]
    [DataRow("Rice {1}so{/1} rose.", "Rice {1}so{/1} rose.")]
    [DataRow("Rice {2}{/2}rose{1}{/1}.", "Rice {2}{/2}rose{1/}.")]
    public void An_empty_pair_where_a_code_stands_alone_is_that_code(string target, string expected)
    {
        var sent = new ReturnedPiece(true, Content.Parse("{2}쌀값{/2}이 올랐다{1/}."), null, ReturnedState.Unsaid, null);
        var merged = Merge(File("ko", "en", Unit("u1", null, sent with { Target = Content.Parse(target) })), Unit("u1", "01-title", sent));
        Assert.AreEqual(expected, Targets(merged).Single());
    }

    [TestMethod]
    public void Units_that_changed_their_ids_among_themselves_are_known_by_their_sources()
    {
        var merged = Merge(File("ko", "en",
            Unit("u2", "02-paragraph", S("쌀값이 올랐다.", "Rice rose.")),
            Unit("u1", "01-title", S("추수가 끝났다.", "Harvest is over."), Space(" "), S("값은 그대로다.", "Prices hold."), Space(" "), S("이유는 없다.", "No reason."))));
        CollectionAssert.AreEqual(new[] { "Rice rose.", "Harvest is over.", "Prices hold.", "No reason." }, Targets(merged));
        Assert.Contains("unit-ids-changed", merged.Findings.Select(f => f.Check));
    }

    [TestMethod]
    public void Units_of_one_source_whose_ids_were_lost_do_not_change_places()
    {
        ImmutableArray<ReturnedUnit> With(string? one, string? two) => [Unit("u1", null, S("제목이다.", "Title.")), Unit("u2", null, S("같은 말이다.", one)), Unit("u3", null, S("사이의 말이다.", "Between.")), Unit("u4", null, S("같은 말이다.", two))];
        ImmutableArray<ReturnedUnit> Lost(IEnumerable<ReturnedUnit> units) => [.. units.Select((u, i) => u with { Id = $"a{i}" })];
        CollectionAssert.AreEqual(new[] { "Title.", "One.", "Between.", "Two." }, Targets(Merge(File("ko", "en", Lost(With("One.", "Two."))), With(null, null))));
        CollectionAssert.AreEqual(new[] { "Title.", "Same.", "Between.", "Same." }, Targets(Merge(File("ko", "en", Lost(With("Same.", "Same.").Reverse())), With(null, null))));
        Assert.AreEqual("units-unknown", ReturnMerge.Merge(File("ko", "en", With(null, null)), File("ko", "en", Lost(With("One.", "Two.").Reverse())), "en").Refusal?.Code);
    }

    [TestMethod]
    public void Of_a_short_article_one_number_and_one_code_in_the_wrong_units_tell_that_all_stand_there()
    {
        (string, string)[] texts = [("제목이 있다.", "A title."), ("20대가 왔다.", "20 came."), ("기뻐했다.", "They were glad."), ("{1}굵은{/1} 글씨다.", "It is {1}bold{/1}."), ("끝이다.", "The end.")];
        ReturnedUnit Of(int i, string? target) => Unit($"u{i}", $"0{i}", new ReturnedPiece(true, Content.Parse(texts[i].Item1), target is null ? null : Content.Parse(target), ReturnedState.Unsaid, null));
        ReturnedFile With(Func<int, string?> target) => File("ko", "en", [.. Enumerable.Range(0, 5).Select(i => Of(i, target(i)))]);
        Assert.AreEqual("targets-shifted", ReturnMerge.Merge(With(_ => null), With(i => texts[(i + 4) % 5].Item2), "en").Refusal?.Code);
        Assert.IsNull(ReturnMerge.Merge(With(_ => null), With(i => texts[i].Item2), "en").Refusal);
        // Said in words here and elsewhere by chance, with the code in its place.
        Assert.IsNull(ReturnMerge.Merge(With(_ => null), With(i => i == 1 ? "Many came." : i == 2 ? "All 20 were glad." : texts[i].Item2), "en").Refusal);
    }

    [TestMethod]
    public void Each_section_of_a_file_may_have_a_language_of_its_own()
    {
        static string Section(string token, string language) => $"<file original=\"{token}\" source-language=\"ko\" target-language=\"{language}\" datatype=\"plaintext\"><body><trans-unit id=\"u1\"><source>하나.</source></trans-unit></body></file>";
        var file = ReturnReader.Read(System.Text.Encoding.UTF8.GetBytes($"<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\">{Section("tf-a", "en")}{Section("tf-b", "ja")}</xliff>"), "x").Value!;
        Assert.AreEqual("ja", file.For("tf-b", isAlone: true).TargetLanguage);
        Assert.AreEqual("en", file.For("tf-a", isAlone: true).TargetLanguage);
        Assert.HasCount(1, file.For("tf-a", isAlone: true).Units);
    }

    [TestMethod]
    [DataRow("a link taken out", "앞 {1}가{/1} 그리고 {2}나{/2} 끝.", false)]
    [DataRow("a link moved", "앞 {1}가{/1} 그리고 나 끝.", false)]
    [DataRow("the same", "앞 가 그리고 {7}나{/7} 끝. ", true)]
    [DataRow("a tool that knows no codes", "앞 가 그리고 나 끝.", true)]
    public void A_source_whose_codes_stand_elsewhere_is_refused_where_nobody_knows_of_which_article_it_was(string name, string source, bool isTaken)
    {
        static ReturnedPiece Of(string source, string? target) => new(true, Content.Parse(source), target is null ? null : Content.Parse(target), ReturnedState.Unsaid, null);
        var sent = File("ko", "en", Unit("u1", "01-paragraph", Of("앞 가 그리고 {1}나{/1} 끝.", null)));
        var merged = ReturnMerge.Merge(sent, File("ko", "en", Unit("u1", "01-paragraph", Of(source, "Words {1}there{/1}."))), "en", isKnown: false).Value!;
        Assert.AreEqual(isTaken, merged.Refused.IsEmpty, name);
    }

    [TestMethod]
    [DataRow("a number", "어획량이 30% 줄었다. 배가 없다.", false)]
    [DataRow("a negation", "어획량이 35% 줄지 않았다. 배가 없다.", false)]
    [DataRow("another unit altogether", "학교가 문을 닫았다고 한다. 아이가 없다.", false)]
    [DataRow("white space", " 어획량이  35% 줄었다.\n배가 없다. ", true)]
    [DataRow("another composition of the letters", "어획량이 35% 줄었다. 배가 없다.", true, true)]
    public void A_source_that_differs_is_refused_where_nobody_knows_of_which_article_it_was(string name, string source, bool isTaken, bool isDecomposed = false)
    {
        static ReturnedUnit Of(string source, string? target) => Unit("u1", "01-paragraph", [.. source.Split(". ").Select((s, i) => S(i == 0 ? s + "." : s, target))]);
        var returned = File("ko", "en", Of(isDecomposed ? source.Normalize(System.Text.NormalizationForm.FormD) : source, "Words."));
        var merged = ReturnMerge.Merge(File("ko", "en", Of("어획량이 35% 줄었다. 배가 없다.", null)), returned, "en", isKnown: false).Value!;
        Assert.AreEqual(isTaken, merged.Refused.IsEmpty, name);
        Assert.AreEqual(isTaken, merged.Segments.Any(s => s.Target is not null), name);
        if (!isTaken)
            Assert.Contains("in the file and “어획량이 35% 줄었다.” in the article", merged.Refused.Single().Message);
    }

    private static MergedReturn Merge(ReturnedFile returned, params ImmutableArray<ReturnedUnit> sent)
    {
        Assert.IsTrue(ReturnMerge.Merge(sent.IsEmpty ? Sent : File("ko", "en", sent), returned, "en").Try(out var merged, out var refusal), refusal?.ToString());
        return merged!;
    }

    private static string?[] Targets(MergedReturn merged) => [.. merged.Segments.Select(s => s.Target?.ToString())];

    private static ReturnedFile File(string? source, string? target, params ImmutableArray<ReturnedUnit> units) => new(["tf-1"], source, target, units);

    private static ReturnedUnit Unit(string id, string? name, params ImmutableArray<ReturnedPiece> pieces) => new(id, name, pieces, 1);

    private static ReturnedPiece S(string source, string? target) =>
        new(true, Content.Of(source), target is null ? null : Content.Of(target), ReturnedState.Unsaid, null);

    private static ReturnedPiece Words(string source, string target) => new(false, Content.Of(source), Content.Of(target), ReturnedState.Unsaid, null);

    private static ReturnedPiece Space(string text) => new(false, Content.Of(text), null, ReturnedState.Unsaid, null);
}
