using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Tests.Stages;

[TestClass]
public sealed class LiveWordsTests
{
    private static readonly Route Plain = Route.Of("plain", ["translate", "edit"]).Value!;

    [TestMethod]
    [DataRow("the same words in another unit", "Rice {1}rose{/1}.", "u2", "Rice {1}rose{/1}.", true)]
    [DataRow("codes with other ids", "Rice {1}rose{/1}.", "u1", "Rice {7}rose{/7}.", true)]
    [DataRow("codes in other places", "Rice {1}rose{/1}.", "u1", "{1}Rice{/1} rose.", false)]
    [DataRow("no codes", "Rice {1}rose{/1}.", "u1", "Rice rose.", false)]
    [DataRow("other words", "Rice rose.", "u1", "Rice fell.", false)]
    [DataRow("an empty target of its unit", "", "u1", "", true)]
    [DataRow("an empty target of another", "", "u2", "", false)]
    [DataRow("no target", "Rice rose.", "u1", null, false)]
    public void What_readers_have_is_told_by_its_words_and_an_empty_target_by_its_unit(string name, string live, string unit, string? now, bool expected)
    {
        var segment = Finished("u1", 0, now is null ? null : Content.Parse(now));
        var edition = Published([segment], [new LiveTarget(unit, 0, Content.Parse(live))]);
        Assert.AreEqual(expected, edition.IsPublished(segment), name);
    }

    [TestMethod]
    public void What_is_live_later_is_not_taken_for_what_was_before()
    {
        var segment = Finished("u1", 0, Content.Of("Rice rose."));
        var edition = Published([segment], [new LiveTarget("u1", 0, Content.Of("Rice rose."))]);
        Assert.IsTrue(edition.IsPublished(segment));
        Assert.IsFalse((edition with { Live = edition.Live! with { Targets = [new LiveTarget("u1", 0, Content.Of("Rice fell."))] } }).IsPublished(segment));
        Assert.IsTrue((edition with { Live = edition.Live! with { Targets = null } }).IsPublished(segment));
    }

    [TestMethod]
    public void Each_sentence_of_a_long_edition_is_asked_for_in_no_time_that_anybody_notices()
    {
        SegmentWork[] segments = [.. Enumerable.Range(0, 60_000).Select(i => Finished($"u{i}", 0, Content.Of($"Sentence of number {i}.")))];
        var edition = Published(segments, [.. segments.Reverse().Select(s => new LiveTarget(s.UnitId, 0, s.Target!))]);
        Assert.IsTrue(edition.Segments.All(edition.IsPublished));
    }

    private static SegmentWork Finished(string unit, int index, Content? target)
    {
        var segment = new SegmentWork(unit, index, Content.Of("쌀값이 올랐다.")) { Target = target };
        return segment with { SignOffs = [new SignOff("edit", "jonas", segment.Fingerprint)] };
    }

    private static Edition Published(SegmentWork[] segments, LiveTarget[] targets) => new("a", "en", 1, Plain)
    {
        Segments = [.. segments],
        Live = new LiveEdition("", "a.en.md", "", DateTimeOffset.UnixEpoch) { Targets = [.. targets] },
    };
}
