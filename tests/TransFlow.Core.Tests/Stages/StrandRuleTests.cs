using System.Collections.Immutable;
using System.Text;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Tests.Stages;

/// <summary>Some segments of an edition go to other people or along another route.</summary>
[TestClass]
public sealed class StrandRuleTests
{
    private static readonly Route Default = Route.Of("default", ["translate", "edit"]).Value!;
    private static readonly Route Long = Route.Of("long", ["translate", "edit", "sign-off"]).Value!;
    private static readonly Route Short = Route.Of("short", ["translate", "sign-off"]).Value!;
    private static readonly Actor Mina = new("mina", ["translate"]);
    private static readonly Actor Hana = new("hana", []);

    private const string Story = """
        # 쌀값

        쌀값이 올랐다. 한 주민은 “먹고살기가 너무 힘들다”고 말했다. 당국은 말이 없다.

        > 우리는 기다릴 수 없다.

        ## 출처 {#sources}

        자료는 공개돼 있다.

        ### 덧붙임

        더 있다.

        ## 끝

        이른바 “고난의 행군”은 길었다.
        """;

    [TestMethod]
    [DataRow("한 주민은 “먹고살기가 너무 힘들다”고 말했다.", true)]
    [DataRow("“이제 어떻게 하느냐?”", true)]
    [DataRow("그는 \"내일 온다\"며 웃었다.", true)]
    [DataRow("「もう待てない。」と話した。", true)]
    [DataRow("이른바 “고난의 행군”은 길었다.", false)]
    [DataRow("“고난의 행군”이라고 부른다.", false)]
    [DataRow("“못 살겠다”는 말이 나온다.", true)]
    [DataRow("신문 “새벽”이 전했다.", false)]
    [DataRow("‘장마당 세대’라고 부른다.", false)]
    [DataRow("쌀값이 올랐다.", false)]
    public void Speech_is_told_from_names_between_quotation_marks(string sentence, bool isSpeech)
    {
        var caught = Lay($"{sentence}\n", new StrandRule(Strand("speech", "hana")) { Part = SentencePart.DirectSpeech });
        Assert.AreEqual(isSpeech, caught.Segments.Any(s => s.Strand == "speech"));
    }

    [TestMethod]
    [DataRow("출처", "05-heading 06-paragraph 07-heading 08-paragraph")]
    [DataRow("sources", "05-heading 06-paragraph 07-heading 08-paragraph")]
    [DataRow("*붙임", "07-heading 08-paragraph")]
    [DataRow("쌀값", "01-heading 02-paragraph 03-quotation 05-heading 06-paragraph 07-heading 08-paragraph 09-heading 10-paragraph")]
    [DataRow("없는 것", "")]
    public void A_section_is_named_by_its_heading_a_pattern_of_it_or_its_slug_and_ends_at_the_next_of_its_level(string section, string units)
    {
        var source = Extract(Story);
        var names = source.Units.ToDictionary(u => u.Id, u => u.Name, StringComparer.Ordinal);
        var laid = StrandRule.Lay(EditionRevision.Begin("a", "en", source, Default), source, Default, [new StrandRule(Strand("part", "hana")) { Sections = [section] }]);
        var kinds = laid.Segments.Where(s => s.Strand is not null).Select(s => names[s.UnitId]).Distinct().ToList();
        var expected = units.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(u => u[3..]).ToList();
        CollectionAssert.AreEqual(expected, kinds.ConvertAll(k => k[3..]));
    }

    [TestMethod]
    public void Everybody_gets_the_sentences_that_are_theirs_and_no_others()
    {
        var (source, edition) = (Extract(Story), Quoted());
        CollectionAssert.AreEqual(new[] { "translate", "translate+quotations" }, edition.Seats.Select(s => s.Name).ToList());
        var (rest, quotations) = (Package.Cut(source, edition, new Seat("translate", null))!, Package.Cut(source, edition, new Seat("translate", "quotations"))!);

        CollectionAssert.AreEqual(new[] { "한 주민은 “먹고살기가 너무 힘들다”고 말했다.", "우리는 기다릴 수 없다." }, Sources(quotations));
        CollectionAssert.AreEquivalent(edition.Segments.Select(s => s.Source.Text).ToList(), Sources(rest).Concat(Sources(quotations)).ToList());
        Assert.AreNotEqual(rest.Token, quotations.Token);
    }

    [TestMethod]
    [DataRow("2.0")]
    [DataRow("1.2")]
    public void What_comes_back_of_a_divided_block_goes_to_its_own_sentences(string form)
    {
        var (source, edition) = (Extract(Story), Quoted());
        var cut = Package.Cut(source, edition, new Seat("translate", null))!;
        var filled = cut with { Units = [.. cut.Units.Select(u => u with { Segments = [.. u.Segments.Select(s => s with { Target = Content.Of($"Other words for {s.Source.Text.Length} letters") })] })] };
        var back = PackageForm.Of(PackageXliff.Write(filled), FileForm.Named(form)!, Companions.None);
        var merged = ReturnMerge.Merge(ReturnReader.Read(PackageXliff.Write(cut), "sent").Value!, ReturnReader.Read(back, "returned").Value!, "en").Value!;
        var plan = ReturnPlan.For(edition, source, merged, "translate", Mina, ReturnWay.HandedBack);

        Assert.IsEmpty(plan.Refused);
        Assert.AreEqual(0, plan.Left);
        foreach (var segment in plan.Edition.Segments)
            Assert.AreEqual(segment.Strand is null ? $"Other words for {segment.Source.Text.Length} letters" : null, segment.Target?.Text);
    }

    [TestMethod]
    public void Sentences_between_which_another_persons_stand_are_not_joined()
    {
        var (source, edition) = (Extract(Story), Quoted());
        var cut = Package.Cut(source, edition, new Seat("translate", null))!;
        var sent = ReturnReader.Read(PackageXliff.Write(cut), "sent").Value!;
        var joined = sent with
        {
            Units = [.. sent.Units.Select(u => u.Pieces.Count(p => p.IsSegment) == 2 && u.Name!.EndsWith("paragraph", StringComparison.Ordinal)
                ? u with { Pieces = [new ReturnedPiece(true, Content.Of(u.SourceText), Content.Of("Both of them."), ReturnedState.Translated, null)] }
                : u)],
        };
        var merged = ReturnMerge.Merge(sent, joined, "en").Value!;
        Assert.AreEqual("joined-apart", merged.Refused.Single().Code);
    }

    [TestMethod]
    public void A_person_whom_only_a_rule_names_works_its_segments_and_no_others()
    {
        var edition = Quoted();
        var own = edition.Segments.First(s => s.Strand is not null);
        var other = edition.Segments.First(s => s.Strand is null);
        Assert.IsTrue(StageMachine.Next(own, new Deliver("translate", Content.Of("Hard.")), edition.ActorFor(Hana, own), edition.Route).Try(out _, out _));
        Assert.AreEqual("not-yours", StageMachine.Next(other, new Deliver("translate", Content.Of("Hard.")), edition.ActorFor(Hana, other), edition.Route).Refusal!.Code);
        Assert.AreEqual("hana", Claimed(edition, "translate+quotations", Hana).Value!.Assignments["translate+quotations"]);
        Assert.AreEqual("not-named", Claimed(edition, "translate", Hana).Refusal!.Code);
        Assert.AreEqual("no-such-stage", Claimed(edition, "edit+quotations", Hana).Refusal!.Code);
    }

    [TestMethod]
    public void A_rule_takes_no_sentence_past_a_gate_that_a_later_rule_asks_for()
    {
        StrandRule law = new(Strand("law")) { Sections = ["쌀값"], Route = Long };
        var given = Lay(Story, new StrandRule(Strand("quotations", "hana")) { Part = SentencePart.Quotations }, law);
        var quoted = given.Segments.Where(s => s.Strand == "quotations").ToList();
        Assert.IsTrue(quoted.Count > 1 && quoted.TrueForAll(s => !s.SkipsStage("sign-off") && !s.SkipsStage("edit")), "the people of one, the route of the other");
        var hurried = Lay(Story, new StrandRule(Strand("quotations")) { Part = SentencePart.Quotations, Route = Default }, law);
        Assert.IsTrue(hurried.Segments.Where(s => s.Strand == "quotations").All(s => !s.SkipsStage("sign-off")));
        CollectionAssert.AreEqual(new[] { "translate", "edit", "sign-off" }, hurried.Route.Stages.Select(s => s.Name).ToList());
        var shorter = Lay(Story, new StrandRule(Strand("quotations")) { Part = SentencePart.Quotations, Route = Default }, law with { Route = Short });
        CollectionAssert.AreEqual(new[] { "translate", "edit", "sign-off" }, shorter.Route.Stages.Select(s => s.Name).ToList(), "whoever signs off does so when all is done");
        var slow = Lay(Story, law, new StrandRule(Strand("quotations")) { Part = SentencePart.Quotations, Route = Default });
        Assert.IsTrue(slow.Segments.All(s => s.Strand is null or "law" && !s.SkipsStage("sign-off")));
    }

    [TestMethod]
    public void Segments_of_a_longer_and_of_a_shorter_route_are_through_when_they_passed_their_own_stages()
    {
        var edition = Lay(Story, new StrandRule(Strand("law")) { Sections = ["출처"], Route = Long }, new StrandRule(Strand("quotes")) { Part = SentencePart.BlockQuotes, Route = Short });
        CollectionAssert.AreEqual(new[] { "translate", "edit", "sign-off" }, edition.Route.Stages.Select(s => s.Name).ToList());
        var all = new Actor("a", ["translate"]);
        var work = edition with { Segments = [.. edition.Segments.Select(s => StageMachine.Next(s, new Deliver("translate", Content.Of("A word.")), all, edition.Route).Value!)] };
        Assert.AreEqual("edit", work.Stage!.Name);
        Assert.AreEqual("not-on-its-way", StageMachine.Next(work.Segments.First(s => s.Strand == "quotes"), new Accept("edit"), new Actor("b", ["edit"]), edition.Route).Refusal!.Code);
        work = work with { Segments = [.. work.Segments.Select(s => s.SkipsStage("edit") ? s : StageMachine.Next(s, new Accept("edit"), new Actor("b", ["edit"]), edition.Route).Value!)] };
        CollectionAssert.AreEquivalent(work.Segments.Where(s => s.Strand is not null).Select(s => s.Source.Text).ToList(), work.Segments.Where(s => s.Position(work.Route) == 2).Select(s => s.Source.Text).ToList());
        work = work with { Segments = [.. work.Segments.Select(s => s.SkipsStage("sign-off") ? s : StageMachine.Next(s, new Accept("sign-off"), new Actor("c", ["sign-off"]), edition.Route).Value!)] };
        Assert.IsNull(work.Stage);
    }

    [TestMethod]
    public void Rules_that_are_laid_anew_change_where_segments_go_and_nothing_that_was_done_with_them()
    {
        var source = Extract(Story);
        var edition = Quoted();
        var worked = edition with { Segments = [.. edition.Segments.Select(s => StageMachine.Next(s, new Deliver("translate", Content.Of("A word.")), edition.ActorFor(s.Strand is null ? Mina : Hana, s), edition.Route).Value!)] };
        var laid = StrandRule.Lay(worked, source, Long, []);
        Assert.IsTrue(laid.Segments.All(s => s.Strand is null && s.Skips is null));
        CollectionAssert.AreEqual(worked.Segments.Select(s => (s.Target, s.SignOffs.Single())).ToList(), laid.Segments.Select(s => (s.Target, s.SignOffs.Single())).ToList());
        CollectionAssert.AreEqual(worked.Segments.ToList(), StrandRule.Lay(laid, source, Default, Rules).Segments.ToList(), "and back again");
    }

    private static readonly ImmutableArray<StrandRule> Rules = [new StrandRule(Strand("quotations", "hana")) { Part = SentencePart.Quotations }];

    private static Edition Quoted() => Lay(Story, [.. Rules]);

    private static Edition Lay(string markdown, params StrandRule[] rules)
    {
        var source = Extract(markdown);
        return StrandRule.Lay(EditionRevision.Begin("a", "en", source, Default), source, Default, [.. rules]);
    }

    private static Outcome<Edition> Claimed(Edition edition, string seat, Actor actor) => EditionMachine.Next(edition, new ClaimStage(seat, null), actor, DateTimeOffset.UnixEpoch);

    private static List<string> Sources(Package package) => [.. package.Units.SelectMany(u => u.Segments).Select(s => s.Source.Text)];

    private static Strand Strand(string name, params string[] translators) =>
        new(name, translators.Length == 0 ? ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty : ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("translate", [.. translators]));

    private static Extraction Extract(string markdown) => MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(markdown), "a.ko.md", new ExtractionOptions("ko")).Value!;
}
