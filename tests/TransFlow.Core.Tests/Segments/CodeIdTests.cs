using System.Collections.Immutable;
using System.Text;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Tests.Segments;

/// <summary>A code keeps its id when its block changes, so that what was written for it means the same code still.</summary>
[TestClass]
public sealed class CodeIdTests
{
    private const string Tail = "\n\n다른 문단이 여기 있다.\n";

    [TestMethod]
    [DataRow("[댐](a)과 [둑](b)을 열었다.", "[둑](b)과 [댐](a)을 열었다.", "{2}둑{/2}과 {1}댐{/1}을 열었다.", DisplayName = "links that changed places")]
    [DataRow("북한은 **댐**을 열었다. 물이 [강](a)으로 갔다.", "북한은 댐을 열었다. 물이 [강](a)으로 갔다.", "북한은 댐을 열었다.|물이 {2}강{/2}으로 갔다.", DisplayName = "a code that went, before another sentence's")]
    [DataRow("북한은 댐을 열었다. 물이 [강](a)으로 갔다.", "북한은 [댐](b)을 열었다. 물이 [강](a)으로 갔다.", "북한은 {2}댐{/2}을 열었다.|물이 {1}강{/1}으로 갔다.", DisplayName = "a code that came, before another sentence's")]
    [DataRow("북한은 **댐**과 **둑**을 열었다.", "북한은 댐과 **둑**을 열었다.", "북한은 댐과 {2}둑{/2}을 열었다.", DisplayName = "of two that are alike the one with the same words")]
    [DataRow("북한은 [댐](a)을 열었다.", "북한은 [댐](b)을 크게 열었다.", "북한은 {1}댐{/1}을 크게 열었다.", DisplayName = "a link with another address")]
    [DataRow("북한은 [댐](a)을 열었다. 물이 **강**으로 갔다.", "물이 **강**으로 갔다. 북한은 [댐](a)을 열었다.", "물이 {2}강{/2}으로 갔다.|북한은 {1}댐{/1}을 열었다.", DisplayName = "sentences that changed places")]
    [DataRow("북한은 **댐**을 열었다.", "북한은 **댐**을 열었다.", "북한은 {1}댐{/1}을 열었다.", DisplayName = "nothing changed")]
    public void A_code_keeps_its_id(string before, string after, string segments)
    {
        var was = Extract(before + Tail, null);
        var now = Extract(after + Tail, was);
        Assert.AreEqual(was.Units[0].Id, now.Units[0].Id);
        Assert.AreEqual(segments, string.Join('|', now.Units[0].Segments.Select(s => s.Source)));
        Assert.AreEqual(segments, string.Join('|', MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(after + Tail), "a.ko.md", new ExtractionOptions("ko") { UnitIds = now.UnitIds }).Value!.Units[0].Segments.Select(s => s.Source)), "and has it whenever the article is taken apart again");
        Assert.AreEqual(segments, string.Join('|', Extract(after + "\n\n셋째 문단." + Tail, now).Units[0].Segments.Select(s => s.Source)), "also when other blocks come");
        Assert.AreEqual(after + Tail, MarkdownWeaver.Weave(now, now.Units.ToDictionary(u => u.Id, u => u.Segments.Select(s => (Content?)s.Source).ToImmutableArray()), new WeaveOptions("en")).Text);
    }

    [TestMethod]
    public void The_translation_of_swapped_links_leads_where_each_led()
    {
        var was = Extract("북한은 [댐](a)과 [둑](b)을 열었다.\n", null);
        var now = Extract("북한은 [둑](b)과 [댐](a)을 열었다.\n", was);
        var woven = MarkdownWeaver.Weave(now, new Dictionary<string, ImmutableArray<Content?>> { [now.Units[0].Id] = [Content.Parse("The North opened the {1}dam{/1} and the {2}levee{/2}.")] }, new WeaveOptions("en"));
        Assert.AreEqual("The North opened the [dam](a) and the [levee](b).\n", woven.Text);
    }

    [TestMethod]
    public void A_sentence_that_stayed_keeps_its_target_and_a_candidate_has_no_code_that_is_gone()
    {
        var was = Extract("북한은 [댐](a)을 열었다. 물이 **강**으로 갔다.\n", null);
        var edition = EditionRevision.Begin("x", "en", was, Route.Of("plain", ["translate", "edit"]).Value!);
        edition = edition with { Segments = [edition.Segments[0] with { Target = Content.Parse("It opened the {1}dam{/1}.") }, edition.Segments[1] with { Target = Content.Parse("It went to the {2}river{/2}.") }] };
        var revised = EditionRevision.Revise(edition, Extract("북한은 댐을 크게 열었다. 물이 **강**으로 갔다.\n", was), 2);
        Assert.AreEqual((null, "It opened the dam."), (revised.Segments[0].Target, revised.Segments[0].Candidate!.ToString()));
        Assert.AreEqual("It went to the {2}river{/2}.", revised.Segments[1].Target!.ToString());
    }

    [TestMethod]
    [DataRow("댐을 [열었다](a). 물이 찼다. 주민들은 **반겼다**. 아이들도 나왔다.\n\n노선은 [내달](c) 바뀐다.\n", DisplayName = "two paragraphs made one")]
    [DataRow("물이 찼다.\n\n주민들은 **반겼다**. 댐을 [열었다](a). 아이들도 나왔다.\n\n노선은 [내달](c) 바뀐다.\n", DisplayName = "a sentence moved into the next paragraph")]
    [DataRow("댐을 [열었다](a). 물이 찼다.\n\n아이들도 나왔다.\n\n노선은 [내달](c) 바뀐다. 주민들은 **반겼다**.\n", DisplayName = "a sentence moved to the end of another")]
    public void A_sentence_that_went_into_another_block_keeps_its_translation_and_its_markup(string after)
    {
        const string Before = "댐을 [열었다](a). 물이 찼다.\n\n주민들은 **반겼다**. 아이들도 나왔다.\n\n노선은 [내달](c) 바뀐다.\n";
        var route = Route.Of("plain", ["translate", "edit"]).Value!;
        var was = Extract(Before, null);
        var edition = EditionRevision.Begin("x", "en", was, route);
        edition = edition with { Segments = [.. edition.Segments.Select(s => Signed(s with { Target = Content.Parse(s.Source.ToString().Replace("열었다", "opened", StringComparison.Ordinal).Replace("반겼다", "cheered", StringComparison.Ordinal).Replace("내달", "next month", StringComparison.Ordinal)) }))] };
        var now = Extract(after, was);
        var revised = EditionRevision.Revise(edition, now, 2, was);
        Assert.IsTrue(revised.Segments.All(s => s.Position(route) == 2), string.Join('\n', revised.Segments.Select(s => $"{s.Source} = {s.Target}")));
        var page = MarkdownWeaver.Weave(now, now.Units.ToDictionary(u => u.Id, u => revised.Segments.Where(s => s.UnitId == u.Id).Select(s => s.Target).ToImmutableArray()), new WeaveOptions("en")).Text;
        Assert.Contains("[opened](a)", page);
        Assert.Contains("**cheered**", page);
        Assert.Contains("[next month](c)", page);

        static SegmentWork Signed(SegmentWork work) => work with { SignOffs = [new SignOff("translate", "mina", work.Fingerprint), new SignOff("edit", "jonas", work.Fingerprint)] };
    }

    /// <summary>Notes got other numbers, and a link another address, while the block was parted or joined with another.</summary>
    [TestMethod]
    [DataRow("댐을 열었다[^1]. 물이 찼다. 값이 올랐다[^2].\n\n끝이다.", "댐을 열었다[^1]. 새로 왔다[^2]. 물이 찼다.\n\n값이 올랐다[^3].\n\n끝이다.", "새로 왔다{3/}.")]
    [DataRow("강이다[^1]. 물이 찼다. 댐이다[^2].", "새것이다[^1]. 강이다[^2]. 물이 찼다.\n\n댐이다[^3].", "새것이다{2/}.")]
    [DataRow("댐을 [열었다](a). 물이 찼다. [강](b)이다.", "댐을 [열었다](a). 물이 찼다.\n\n[강](c)이다.", "")]
    [DataRow("댐을 [열었다](a).\n\n물이 [찼다](b).", "물이 [찼다](c). 댐을 [열었다](a).", "")]
    public void A_sentence_that_went_into_another_block_and_whose_code_has_another_content_is_the_same(string before, string after, string open)
    {
        const string Notes = "\n\n[^1]: a\n[^2]: b\n[^3]: c\n";
        var was = Extract(before + Notes, null);
        var edition = EditionRevision.Begin("x", "en", was, Route.Of("plain", ["translate", "edit"]).Value!);
        edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = s.Source })] };
        var revised = EditionRevision.Revise(edition, Extract(after + Notes, was), 2, was);
        Assert.AreEqual(open, string.Join('|', revised.Segments.Where(s => s.Target is null && s.Source.Text.Length > 1).Select(s => s.Source)));
        Assert.IsTrue(revised.Segments.All(s => s.Target is null || s.Target.Equals(s.Source)));
    }

    [TestMethod]
    [DataRow("북한은 댐을 크게 열었다.\n", "북한은 [댐](b)을 크게 열었다.\n", "{1}댐{/1}")]
    [DataRow("북한은 **댐**을 크게 열었다.\n", "북한은 댐을 크게 열었다.\n", "{1}댐{/1}")]
    [DataRow("북한은 댐을 크게 열었다.\n", "북한은 댐을 크게 열었다[^1].\n\n[^1]: 주석.\n", "{1/}")]
    [DataRow("북한은 [댐](/p)을 크게 열었다.\n", "북한은 **댐**을 크게 열었다.\n", "{1}댐{/1}을 → {2}댐{/2}을")]
    [DataRow("북한은 **댐**을 크게 열었다.\n", "북한은 *댐*을 크게 열었다.\n", "{1}댐{/1}을 → {2}댐{/2}을")]
    [DataRow("- 북한은 **댐**을 *크게* 열었다.\r\n", "- 북한은 *댐*을 **크게** 열었다.\r\n", "{1}댐{/1}을 {2}크게{/2} → {2}댐{/2}을 {1}크게{/1}")]
    public void Where_nothing_but_markup_changed_the_difference_shows_it(string before, string after, string shown)
    {
        var was = Extract(before, null);
        var edition = EditionRevision.Begin("x", "en", was, Route.Of("plain", ["translate", "edit"]).Value!);
        edition = edition with { Segments = [edition.Segments[0] with { Target = Content.Of("It opened the dam.") }] };
        var revised = EditionRevision.Revise(edition, Extract(after, was), 2, was).Segments[0];
        Assert.AreEqual("It opened the dam.", revised.Candidate!.Text);
        Assert.Contains(shown, revised.Difference()!);
    }

    [TestMethod]
    public void A_new_sentence_has_not_the_words_of_one_that_stands_as_it_stood()
    {
        var was = Extract("가 나무가 있다. 끝이다.\n", null);
        var edition = EditionRevision.Begin("x", "en", was, Route.Of("plain", ["translate", "edit"]).Value!);
        edition = edition with { Segments = [edition.Segments[0] with { Target = Content.Of("A tree stood.") }, edition.Segments[1] with { Target = Content.Of("The end.") }] };
        var revised = EditionRevision.Revise(edition, Extract("가 나무가 많이 있다. 가 나무가 있다. 끝이다.\n", was), 2);
        Assert.IsNull(revised.Segments[0].Shown);
        Assert.AreEqual("A tree stood.", revised.Segments[1].Target!.Text);
    }

    private static Extraction Extract(string markdown, Extraction? previous) => MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(markdown), "a.ko.md", new ExtractionOptions("ko") { Previous = previous }).Value!;
}
